"""Writes repairs.json beside it: messages with the fields that SDS of 2026-04-02 adds, as bytes.

Run with PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION=python and protoc on the path; format the result; check it with
`node --test test/vectors/sds-repairs.test.ts`. Nothing of the suite is used but the .proto file.
"""

import json
import subprocess
import tempfile
from pathlib import Path

from google.protobuf import descriptor_pb2, descriptor_pool

try:
    from google.protobuf.message_factory import GetMessageClass
except ImportError:  # before protobuf 4.22
    from google.protobuf.message_factory import MessageFactory

    def GetMessageClass(descriptor):
        return MessageFactory().GetPrototype(descriptor)


HERE = Path(__file__).resolve().parent
PROTO = HERE.parent.parent / "proto"
SCHEMA = "sds-2026-04-02.proto"

with tempfile.NamedTemporaryFile() as out:
    subprocess.run(["protoc", f"-I{PROTO}", f"--descriptor_set_out={out.name}", SCHEMA], check=True)
    described = descriptor_pb2.FileDescriptorSet.FromString(Path(out.name).read_bytes())
pool = descriptor_pool.DescriptorPool()
for file in described.file:
    pool.Add(file)
Message = GetMessageClass(pool.FindMessageTypeByName("vac.sds.Message"))

BASE = {"senderId": "z", "messageId": "m3", "channelId": "c", "causalHistory": []}
NOW = "1763800000000"
PROTOC, PYTHON, WAKU = "protoc", "python-protobuf", "@waku/sds 0.0.8"
TIME = ["SDS-WIRE-12"]
SENDER = ["SDS-R-WIRE-01"]
REQUEST = ["SDS-R-WIRE-02"]
cases = []


def fill(target, entries):
    for entry in entries:
        made = target.add(message_id=entry["messageId"])
        if "retrievalHint" in entry:
            made.retrieval_hint = bytes.fromhex(entry["retrievalHint"])
        if "senderId" in entry:
            made.sender_id = entry["senderId"]


def serialize(message):
    made = Message(
        sender_id=message["senderId"], message_id=message["messageId"], channel_id=message["channelId"]
    )
    if "lamportTimestamp" in message:
        made.lamport_timestamp = int(message["lamportTimestamp"])
    fill(made.causal_history, message["causalHistory"])
    if "bloomFilter" in message:
        made.bloom_filter = bytes.fromhex(message["bloomFilter"])
    fill(made.repair_request, message.get("repairRequest", []))
    if "content" in message:
        made.content = bytes.fromhex(message["content"])
    return made.SerializeToString().hex()


def kind(message):
    if "lamportTimestamp" not in message:
        return "ephemeral" if "content" in message else "undefined"
    return "content" if message.get("content") else "sync"


def add(comment, requirements, result, wire, message=None, canonical=False, waku=True, readings=()):
    cases.append(
        {
            "id": f"VEC-SDS-R{len(cases) + 1:02}",
            "comment": comment,
            "requirements": requirements,
            **({"readings": list(readings)} if readings else {}),
            "result": result,
            "canonical": canonical,
            "wire": wire,
            **({"kind": kind(message), "message": message} if message else {}),
            "producers": [PROTOC, PYTHON] + ([WAKU] if waku else []),
        }
    )


def plain(comment, requirements, *, base={"lamportTimestamp": NOW, "content": "01"}, **fields):
    message = {**BASE, **base, **fields}
    add(comment, requirements, "valid", serialize(message), message, canonical=True)


def by_hand(comment, requirements, wire, message, result="valid", **more):
    add(comment, requirements, result, wire.replace(" ", ""), {**BASE, **message}, **more)


ALL = [{"messageId": "m1", "senderId": "a"}, {"messageId": "m2", "retrievalHint": "00ff80", "senderId": "b"}]
plain("Every field at once. Hunts a wrong number: 13 stands between the filter and the content.", TIME + SENDER + REQUEST, causalHistory=ALL, bloomFilter="8001", repairRequest=[{"messageId": "m0", "senderId": "a"}])
plain("One message is asked for, by its id alone.", REQUEST, repairRequest=[{"messageId": "m0"}])
plain("Three are asked for, in this order. Hunts a set or a sorted list.", REQUEST, repairRequest=[{"messageId": "m9"}, {"messageId": "m1"}, {"messageId": "m5"}])
plain("The same one is asked for twice. Hunts a set.", REQUEST, repairRequest=[{"messageId": "m0"}, {"messageId": "m0"}])
plain("One is asked for with hint and sender.", SENDER + REQUEST, repairRequest=[{"messageId": "m0", "retrievalHint": "c0ffee", "senderId": "a"}])
plain("The sender of a dependency, without a hint: numbers 1 and 3.", SENDER, causalHistory=[{"messageId": "m1", "senderId": "a"}])
plain("A sender that is there and empty is another thing than none.", SENDER, causalHistory=[{"messageId": "m1", "senderId": ""}, {"messageId": "m2"}])
plain("A sender in several scripts, 2, 3 and 4 bytes a character.", SENDER, causalHistory=[{"messageId": "m1", "senderId": "é漢😀"}])
plain("A sync message that asks for something: no content.", REQUEST, base={"lamportTimestamp": NOW}, bloomFilter="8001", repairRequest=[{"messageId": "m0", "senderId": "a"}])
plain("An ephemeral message that asks for something. The text forbids it nowhere.", REQUEST, base={"content": "01"}, repairRequest=[{"messageId": "m0"}])
plain("Nothing is asked for: the bytes are those of the earlier text.", REQUEST, causalHistory=[{"messageId": "m1"}], base={"lamportTimestamp": "1000001", "content": "01"})
plain("An entry of which every field is empty: two bytes, a request all the same.", SENDER + REQUEST, repairRequest=[{"messageId": ""}])
plain("Epoch milliseconds of today, in six bytes.", TIME)
plain("Zero is on the wire where it is set.", TIME, base={"lamportTimestamp": "0", "content": "01"})
plain("2^53 + 1: a JavaScript number cannot hold it.", TIME, base={"lamportTimestamp": str(2**53 + 1), "content": "01"})
plain("2^63: an int64 takes it for negative.", TIME, base={"lamportTimestamp": str(2**63), "content": "01"})
plain("2^64 - 1, the greatest: ten bytes.", TIME, base={"lamportTimestamp": str(2**64 - 1), "content": "01"})

HEAD = "0a017a 12026d33 1a0163 50 80ccb0d5aa33"
SAID = {"lamportTimestamp": NOW, "content": "01"}
by_hand("The request stands before all other fields.", REQUEST, f"6a04 0a026d30 {HEAD} a2010101", {**SAID, "repairRequest": [{"messageId": "m0"}]})
by_hand("History and request take turns. Hunts a reader that begins a list anew at each gap.", REQUEST, f"{HEAD} 5a04 0a026d31 6a04 0a026d30 5a04 0a026d32 6a04 0a026d39 a2010101", {**SAID, "causalHistory": [{"messageId": "m1"}, {"messageId": "m2"}], "repairRequest": [{"messageId": "m0"}, {"messageId": "m9"}]})
by_hand("In an entry the sender stands before the id.", SENDER, f"{HEAD} 5a07 1a0161 0a026d31 a2010101", {**SAID, "causalHistory": [{"messageId": "m1", "senderId": "a"}]})
by_hand("The sender comes twice: the last one counts.", SENDER, f"{HEAD} 5a0a 0a026d31 1a0162 1a0161 a2010101", {**SAID, "causalHistory": [{"messageId": "m1", "senderId": "a"}]})
by_hand("A field 4 in an entry, which nobody knows yet, is passed over.", SENDER, f"{HEAD} 5a09 0a026d31 1a0161 2007 a2010101", {**SAID, "causalHistory": [{"messageId": "m1", "senderId": "a"}]})
by_hand("Field 13 as a varint: an unknown field to most readers, an error to some; no request.", REQUEST, f"{HEAD} 6805 a2010101", SAID, result="either", waku=False)
by_hand("Field 3 of an entry as a varint: likewise; then there is no sender.", SENDER, f"{HEAD} 5a06 0a026d31 1805 a2010101", {**SAID, "causalHistory": [{"messageId": "m1"}]}, result="either", waku=False)

add("A sender that is no UTF-8.", SENDER, "invalid", f"{HEAD} 5a07 0a026d31 1a01ff a2010101".replace(" ", ""), waku=False)
add("A request whose entry claims one byte more than the message has.", REQUEST, "invalid", f"{HEAD} 6a05 0a026d30".replace(" ", ""))
add("A sender that claims one byte more than its entry has.", SENDER, "invalid", f"{HEAD} 5a07 0a026d31 1a0261 a2010101".replace(" ", ""))

document = {
    "$schema": "../schema/sds-messages.json",
    "subject": "sds messages",
    "document": "sds",
    "revision": "155c310d",
    "type": "vac.sds.Message",
    "producers": {
        PROTOC: "libprotoc 3.21.12 (C++)",
        PYTHON: "4.21.12, its pure Python implementation, which shares no code with protoc",
        WAKU: "protons-runtime",
    },
    "cases": cases,
}
(HERE / "repairs.json").write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n")
