"""A first adapter for community archives (61): put your library where Node is (README.md)."""
import hashlib, json, sys

HELLO = {
    "protocol": 1,
    "implementation": {"name": "my-client", "version": "0.0.0", "language": "Python"},
    "adapter": {"name": "my-client-shim", "version": "0.0.0"},
    "areas": ["archives"],
    "capabilities": ["archives.member"],  # claim what works, and nothing else
    "clock": "virtual",  # time is the `now` of each call, never the clock of this machine
}
EMPTY = {"controlNode": False, "name": "", "channelTopics": [], "specialTopic": "", "chatIds": []}
class Rejected(Exception): pass  # a refusal that the specification provides; whatever else fails is an error
class Node:
    """Your library goes here. This one only remembers what it was given, so it passes nothing."""
    def __init__(self, params):
        self.public = "02" + hashlib.sha256(bytes.fromhex(params["privateKey"])).hexdigest()
        self.codex, self.store = params["codexUrl"], params["storeUrl"]
        self.received, self.communities = [], {}
    def receive(self, params, now):
        self.received.append(bytes.fromhex(params["wire"]))
        return {}  # for what a member must not take: raise Rejected("not-genuine")
    def join(self, params, now):
        self.communities[params["communityId"]] = params
        return {}
    def post(self, params, now):
        said = self.communities[params["communityId"]], params["chatId"], params["text"], now
        return {"messageId": hashlib.sha256(repr(said).encode()).hexdigest()}

OPS = {
    "archives.advance": lambda node, params, now: {},  # does all that is due up to now
    "archives.receive": Node.receive,
    "archives.sent": lambda node, params, now: {"messages": []},
    "archives.join": Node.join,
    "archives.leave": lambda node, params, now: node.communities.pop(params["communityId"]) and {},
    "archives.community": lambda node, params, now: node.communities[params["communityId"]] and EMPTY,
    "archives.messages": lambda node, params, now: node.communities[params["communityId"]] and {"messages": []},
    "archives.post": Node.post,
}
nodes = {}  # by name: two of them share nothing
def answer(op, instance, now, params):
    if op == "hello":
        return {"ok": HELLO}
    if op == "destroy":
        nodes.pop(instance, None)
        return {"ok": {}}
    if op == "archives.create":
        nodes[instance] = Node(params)
        return {"ok": {"publicKey": nodes[instance].public}}
    return {"ok": OPS[op](nodes[instance], params, now)} if op in OPS else {"unsupported": {"capability": op}}

for line in sys.stdin:
    call = json.loads(line)
    try:
        reply = answer(call["op"], call.get("instance"), call["now"], call["params"])
    except Rejected as refusal:
        reply = {"rejected": {"code": str(refusal)}}
    except Exception as failure:
        reply = {"error": {"message": repr(failure)}}
    print(json.dumps({"id": call["id"], **reply}), flush=True)
