"""Reads SDS messages with Python's own protobuf: a line of hex in, a line of JSON out.

Arguments: a file with the FileDescriptorSet that protoc made of a schema of proto/.
"""

import json
import os
import sys

# The default shares its C++ code with protoc, and would be no second opinion.
os.environ["PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION"] = "python"

from google.protobuf import descriptor_pb2, descriptor_pool, message  # noqa: E402
from google.protobuf.internal import api_implementation  # noqa: E402

try:
    from google.protobuf.message_factory import GetMessageClass
except ImportError:  # before protobuf 4.22
    from google.protobuf.message_factory import MessageFactory

    def GetMessageClass(descriptor):
        return MessageFactory().GetPrototype(descriptor)


assert api_implementation.Type() == "python"

pool = descriptor_pool.DescriptorPool()
with open(sys.argv[1], "rb") as descriptors:
    for proto in descriptor_pb2.FileDescriptorSet.FromString(descriptors.read()).file:
        pool.Add(proto)
Message = GetMessageClass(pool.FindMessageTypeByName("vac.sds.Message"))


def entry(e):
    seen = {"messageId": e.message_id}
    if e.HasField("retrieval_hint"):
        seen["retrievalHint"] = e.retrieval_hint.hex()
    if "sender_id" in e.DESCRIPTOR.fields_by_name and e.HasField("sender_id"):
        seen["senderId"] = e.sender_id
    return seen


def view(m):
    seen = {
        "senderId": m.sender_id,
        "messageId": m.message_id,
        "channelId": m.channel_id,
        "causalHistory": [entry(e) for e in m.causal_history],
    }
    if m.HasField("lamport_timestamp"):
        seen["lamportTimestamp"] = str(m.lamport_timestamp)
    if m.HasField("bloom_filter"):
        seen["bloomFilter"] = m.bloom_filter.hex()
    if "repair_request" in m.DESCRIPTOR.fields_by_name and m.repair_request:
        seen["repairRequest"] = [entry(e) for e in m.repair_request]
    if m.HasField("content"):
        seen["content"] = m.content.hex()
    return seen


for line in sys.stdin:
    m = Message()
    try:
        m.ParseFromString(bytes.fromhex(line))
        m.DiscardUnknownFields()
        print(json.dumps({"message": view(m), "written": m.SerializeToString().hex()}))
    except (message.DecodeError, UnicodeDecodeError) as refusal:
        print(json.dumps({"refused": str(refusal)}))
