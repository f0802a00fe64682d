"""A first adapter for the hashgraph-like consensus: put your library where Voter is (README.md)."""
import hashlib, json, sys

HELLO = {
    "protocol": 1,
    "implementation": {"name": "my-client", "version": "0.0.0", "language": "Python"},
    "adapter": {"name": "my-client-shim", "version": "0.0.0"},
    "areas": ["voting"],
    "documents": ["consensus"],
    "capabilities": [],  # claim what works, and nothing else
    "clock": "virtual",  # time is the `now` of each call, never the clock of this machine
}

class Rejected(Exception): pass  # a refusal that the specification provides; whatever else fails is an error
class Voter:
    """Your library goes here. This one only remembers what it was given, so it passes nothing."""

    def __init__(self, params):
        self.owner = hashlib.sha256(bytes.fromhex(params["privateKey"])).hexdigest()
        self.proposals = {}

    def keep(self, wire):
        proposal = int.from_bytes(hashlib.sha256(wire).digest()[:4], "big")
        self.proposals[proposal] = wire
        return {"proposalId": proposal, "wire": wire.hex()}

    def propose(self, params, now):
        return self.keep(hashlib.sha256(f"{params['name']} {params['payload']} {now}".encode()).digest())

    def receive(self, params, now):  # of a forged vote: raise Rejected("signature")
        return {"proposalId": self.keep(bytes.fromhex(params["wire"]))["proposalId"]}

OPS = {
    "voting.propose": Voter.propose,
    "voting.receive": Voter.receive,
    "voting.vote": lambda voter, params, now: voter.keep(voter.proposals[params["proposalId"]]),
    "voting.proposal": lambda voter, params, now: {"wire": voter.proposals[params["proposalId"]].hex()},
    "voting.result": lambda voter, params, now: {"result": "UNDECIDED", "final": False},
}
voters = {}  # by name: two of them share nothing
def answer(op, instance, now, params):
    if op == "hello":
        return {"ok": HELLO}
    if op == "destroy":
        voters.pop(instance, None)
        return {"ok": {}}
    if op == "voting.create":
        voters[instance] = Voter(params)
        return {"ok": {"owner": voters[instance].owner}}
    return {"ok": OPS[op](voters[instance], params, now)} if op in OPS else {"unsupported": {"capability": op}}

for line in sys.stdin:
    call = json.loads(line)
    try:
        reply = answer(call["op"], call.get("instance"), call["now"], call["params"])
    except Rejected as refusal:
        reply = {"rejected": {"code": str(refusal)}}
    except Exception as failure:
        reply = {"error": {"message": repr(failure)}}
    print(json.dumps({"id": call["id"], **reply}), flush=True)
