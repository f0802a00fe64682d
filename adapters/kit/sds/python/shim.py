"""A first adapter for Scalable Data Sync: put your library where Participant is (README.md)."""
import hashlib, json, sys

HELLO = {
    "protocol": 1,
    "implementation": {"name": "my-client", "version": "0.0.0", "language": "Python"},
    "adapter": {"name": "my-client-shim", "version": "0.0.0"},
    "areas": ["sds"],
    "capabilities": [],  # claim what works, and nothing else
    "clock": "virtual",  # time is the `now` of each call, never the clock of this machine
}

class Rejected(Exception):
    """A refusal that the specification provides; whatever else fails is an error."""

class Participant:
    """Your library goes here. This one only remembers what it was given, so it passes nothing."""

    def __init__(self, params):
        self.me = params["participantId"], params["channelId"], params["seed"]
        self.sent, self.received = [], []

    def send(self, params, now):
        self.sent.append(bytes.fromhex(params["content"]))
        name = repr((self.me, now, self.sent)).encode()
        return {"messageId": hashlib.sha256(name).hexdigest(), "wire": params["content"]}

    def receive(self, params, now):
        self.received.append(bytes.fromhex(params["wire"]))
        return {}  # for bytes that are no message: raise Rejected("undecodable")

OPS = {
    "sds.send": Participant.send,
    "sds.receive": Participant.receive,
    "sds.state": lambda participant, params, now: {},  # what you cannot show is absent
    "sds.events": lambda participant, params, now: {"events": []},
}
instances = {}  # by name: two of them share nothing
def answer(op, instance, now, params):
    if op == "hello":
        return {"ok": HELLO}
    if op == "destroy":
        instances.pop(instance, None)
        return {"ok": {}}
    if op == "sds.create":
        instances[instance] = Participant(params)
        return {"ok": {"ignoredConfig": list(params["config"])}}
    if op in OPS:
        return {"ok": OPS[op](instances[instance], params, now)}
    return {"unsupported": {"capability": op}}

for line in sys.stdin:
    call = json.loads(line)
    try:
        reply = answer(call["op"], call.get("instance"), call["now"], call["params"])
    except Rejected as refusal:
        reply = {"rejected": {"code": str(refusal)}}
    except Exception as failure:
        reply = {"error": {"message": repr(failure)}}
    print(json.dumps({"id": call["id"], **reply}), flush=True)
