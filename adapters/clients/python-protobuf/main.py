"""The official Python protobuf runtime as a client of the payloads area: a codec, no node.

Records by `protobuf`, keys by `coincurve` (libsecp256k1), digests by hashlib. What is written here is the
JSON of the adapter protocol and the few lines of 62 about wrapper, events and mentions.
"""

import hashlib
import json
import re
import sys
from pathlib import Path

import coincurve
import google.protobuf
from google.protobuf import descriptor_pb2, descriptor_pool
from google.protobuf.descriptor import FieldDescriptor as F
from google.protobuf.message import DecodeError
from google.protobuf.message_factory import GetMessageClass

HERE = Path(__file__).parent


class Refused(Exception):
    """A refusal that the specification provides."""


def load():
    files = descriptor_pb2.FileDescriptorSet.FromString((HERE / "records.pb").read_bytes()).file
    pool = descriptor_pool.DescriptorPool()
    for file in files:
        pool.Add(file)
    return {
        message.name: GetMessageClass(pool.FindMessageTypeByName(f"{file.package}.{message.name}"))
        for file in files
        for message in file.message_type
    }


RECORDS = load()


def is_map(field):
    return field.message_type is not None and field.message_type.GetOptions().map_entry


def fill(message, value):
    for name, given in value.items():
        field = message.DESCRIPTOR.fields_by_name[name]
        target = getattr(message, name)
        if is_map(field):
            for key, one in given.items():
                fill(target[key], one)
        elif field.is_repeated:
            for one in given:
                if field.message_type:
                    fill(target.add(), one)
                else:
                    target.append(scalar(field, one))
        elif field.message_type:
            target.SetInParent()
            fill(target, given)
        else:
            setattr(message, name, scalar(field, given))
    return message


def scalar(field, value):
    if field.type in (F.TYPE_UINT64, F.TYPE_INT64):
        return int(value)
    if field.type == F.TYPE_BYTES:
        return bytes.fromhex(value)
    if field.type == F.TYPE_ENUM and isinstance(value, str):
        return field.enum_type.values_by_name[value].number
    return value


def show(message):
    shown = {}
    for field, value in message.ListFields():
        if is_map(field):
            shown[field.name] = {key: show(value[key]) for key in value}
        elif field.is_repeated:
            shown[field.name] = [one(field, element) for element in value]
        else:
            shown[field.name] = one(field, value)
    return shown


def one(field, value):
    if field.message_type:
        return show(value)
    if field.type in (F.TYPE_UINT64, F.TYPE_INT64):
        return str(value)
    if field.type == F.TYPE_BYTES:
        return value.hex()
    if field.type == F.TYPE_ENUM:
        known = field.enum_type.values_by_number.get(value)
        return known.name if known else value
    return value


def parse(record, data):
    try:
        return RECORDS[record].FromString(data)
    except DecodeError as error:
        raise Refused("malformed") from error


def digest(data):
    return hashlib.sha3_256(data).digest()


def sign(data, private_key):
    return coincurve.PrivateKey.from_hex(private_key).sign_recoverable(digest(data), hasher=None)


def signer(data, signature):
    try:
        return coincurve.PublicKey.from_signature_and_message(
            signature, digest(data), hasher=None
        ).format(compressed=False).hex()
    except Exception as error:  # coincurve raises Exception and ValueError for what no key made
        raise Refused("bad-signature") from error


def encode(record, value):
    return {"bytes": fill(RECORDS[record](), value).SerializeToString().hex()}


def decode(record, bytes):
    return {"value": show(parse(record, bytearray.fromhex(bytes)))}


def reencode(record, bytes):
    return {"bytes": parse(record, bytearray.fromhex(bytes)).SerializeToString().hex()}


def wrap(record, payload, privateKey=None):
    wrapper = RECORDS["StatusProtocolMessage"](payload=bytes.fromhex(payload))
    if privateKey is not None:
        wrapper.signature = sign(wrapper.payload, privateKey)
    return {"bytes": wrapper.SerializeToString().hex()}


def unwrap(bytes, transportAuthor=None):
    wrapper = parse("StatusProtocolMessage", bytearray.fromhex(bytes))
    shown = {"payload": wrapper.payload.hex(), "signature": wrapper.signature.hex()}
    if wrapper.signature:
        author = {"publicKey": signer(wrapper.payload, wrapper.signature), "source": "signature"}
        return {**shown, "author": author, "deniable": False, "relayable": True}
    if transportAuthor is None:
        raise Refused("no-author")
    author = {"publicKey": transportAuthor, "source": "transport"}
    return {**shown, "author": author, "deniable": True, "relayable": False}


def sign_event(chatId, event, privateKey):
    data = fill(RECORDS["MembershipUpdateEvent"](), event).SerializeToString()
    return {"element": (sign(chatId.encode() + data, privateKey) + data).hex()}


def verify_event(chatId, element):
    data = bytes.fromhex(element)
    if len(data) <= 65:
        raise Refused("malformed")
    event = data[65:]
    author = signer(chatId.encode() + event, data[:65])
    value = show(parse("MembershipUpdateEvent", event))
    return {"author": author, "event": value, "eventBytes": event.hex()}


def write_mentions(segments, contacts):
    def text(segment):
        if isinstance(segment, str):
            return segment
        return "@0x" + (segment.get("publicKey") or contacts[segment["name"]])

    return {"text": "".join(map(text, segments))}


def find_mentions(message):
    if message.get("content_type") != "TEXT_PLAIN":
        return {"mentions": []}
    return {"mentions": re.findall(r"@0x(04[0-9a-f]{128})(?![0-9A-Za-z])", message.get("text", ""))}


def hello(**_):
    return {
        "protocol": 1,
        "implementation": {
            "name": "python-protobuf",
            "version": google.protobuf.__version__,
            "language": "Python",
            "homepage": "https://pypi.org/project/protobuf/",
        },
        "adapter": {"name": "python-protobuf", "version": "0.1.0"},
        "areas": ["payloads"],
        "capabilities": [f"payloads.{name}" for name in ("reencode", "wrap", "membership", "mentions")],
        "clock": "virtual",
        "readings": {
            "payloads.wrapper": "62",
            "payloads.digest": "sha3-256",
            "payloads.membershipDigest": "sha3-256",
            "payloads.membershipMaterial": "chatid+event",
        },
    }


OPERATIONS = {
    "hello": hello,
    "destroy": lambda: {},
    "payloads.encode": encode,
    "payloads.decode": decode,
    "payloads.reencode": reencode,
    "payloads.wrap": wrap,
    "payloads.unwrap": unwrap,
    "payloads.signEvent": sign_event,
    "payloads.verifyEvent": verify_event,
    "payloads.writeMentions": write_mentions,
    "payloads.findMentions": find_mentions,
}


def answer(request):
    operation = OPERATIONS.get(request["op"])
    if operation is None:
        return {"unsupported": {"capability": request["op"]}}
    try:
        return {"ok": operation(**request["params"])}
    except Refused as refusal:
        return {"rejected": {"code": str(refusal), "native": repr(refusal.__cause__)[:200]}}
    except Exception as error:
        return {"error": {"message": repr(error)[:500]}}


for line in sys.stdin:
    request = json.loads(line)
    print(json.dumps({"id": request["id"], **answer(request)}), flush=True)
