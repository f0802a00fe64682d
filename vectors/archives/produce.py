"""Writes messages.json and communities.json beside it, or with --check compares them with what it would write.

The bytes are those of Python's own protobuf, its pure implementation; protoc has to make the same of
every canonical one. Neither shares code with the suite. Format the files after writing them.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

# The default shares its C++ code with protoc, and would be no second opinion.
os.environ["PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION"] = "python"

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from google.protobuf import text_format  # noqa: E402
from google.protobuf.descriptor import FieldDescriptor as F  # noqa: E402
from google.protobuf.internal import api_implementation  # noqa: E402
from protobuf_json import PROTO, fill, is_map, load, repeated  # noqa: E402

HERE = Path(__file__).resolve().parent
PRODUCERS = ["python-protobuf 4.21.12 (pure Python)", "protoc 3.21.12"]

assert api_implementation.Type() == "python"


def sample(field, extreme):
    """A value that is not the default: ordinary, or one that wrong widths and encodings change."""
    kind = field.type
    if kind == F.TYPE_UINT64:
        return str(2**64 - 1 if extreme else 2**53 + 1)
    if kind == F.TYPE_SINT64:
        return str(-(2**63) if extreme else 1757930643000000123)
    if kind == F.TYPE_UINT32:
        return 255 if field.name == "version" else 2**32 - 1 if extreme else 7
    if kind == F.TYPE_INT32:
        return -1 if extreme else 3
    if kind == F.TYPE_BOOL:
        return True
    if kind == F.TYPE_STRING:
        return "e\u0301\u00e9\U0001f600" if extreme else f"{field.name} \u00e9"
    if kind == F.TYPE_BYTES:
        return "00ff80c0" if extreme else "ff0001"
    if kind == F.TYPE_ENUM:
        values = field.enum_type.values
        return values[-1].name if extreme else values[1].name
    raise AssertionError(field.name)


def value_of(descriptor, extreme, depth=2):
    """A value with every field set; lists have two elements where `extreme`, maps always one."""
    value = {}
    for field in descriptor.fields:
        if is_map(field):
            inner = field.message_type.fields_by_name["value"].message_type
            if depth:
                value[field.name] = {f"{field.name} key": value_of(inner, extreme, depth - 1)}
        elif field.message_type:
            if depth:
                one = value_of(field.message_type, extreme, depth - 1)
                value[field.name] = [one] * (1 + extreme) if repeated(field) else one
        elif repeated(field):
            other = "x" if field.type == F.TYPE_STRING else sample(field, not extreme)
            value[field.name] = [sample(field, extreme), other][: 1 + extreme]
        else:
            value[field.name] = sample(field, extreme)
    return value


def agreed(cls, message):
    """The bytes, if protoc makes the same of the same text."""
    wire = message.SerializeToString()
    text = text_format.MessageToString(message).encode()
    file = cls.DESCRIPTOR.file.name
    command = ["protoc", "-I", str(PROTO), f"--encode={cls.DESCRIPTOR.full_name}", file]
    other = subprocess.run(command, input=text, capture_output=True, check=True).stdout
    assert wire == other, f"{cls.DESCRIPTOR.full_name}: {wire.hex()} is not {other.hex()}"
    return wire.hex()


def reads(cls, wire):
    """Whether both read the bytes."""
    command = ["protoc", "-I", str(PROTO), f"--decode={cls.DESCRIPTOR.full_name}", cls.DESCRIPTOR.file.name]
    protoc = subprocess.run(command, input=bytes.fromhex(wire), capture_output=True).returncode == 0
    try:
        cls.FromString(bytes.fromhex(wire))
        python = True
    except Exception:
        python = False
    assert protoc == python, f"protoc and Python disagree about {wire}"
    return python


def equal(cls, wire, value):
    """Whether Python reads exactly this value, unknown fields aside."""
    read = cls.FromString(bytes.fromhex(wire))
    read.DiscardUnknownFields()
    return read == fill(cls(), value)


# After the known fields, one unknown field of each wire type.
UNKNOWN = "a2f101" + "0474657374" + "a8f1017b" + "b5f10101020304" + "b9f1010102030405060708"


def cases_of(record, cls, extra):
    def case(name, value, wire=None, comment=None, result="valid"):
        made = {"id": f"{record}/{name}", "record": record, "result": result}
        if comment:
            made["comment"] = comment
        if result == "invalid":
            assert not reads(cls, wire), f"{made['id']} can be read"
            return {**made, "bytes": wire}
        canonical = wire is None
        wire = agreed(cls, fill(cls(), value)) if canonical else wire
        assert equal(cls, wire, value), f"{made['id']} means something else"
        return {**made, "value": value, "bytes": wire, **({"canonical": True} if canonical else {})}

    plain = value_of(cls.DESCRIPTOR, False)
    wire = fill(cls(), plain).SerializeToString().hex()
    yield case("plain", plain)
    yield case("extremes", value_of(cls.DESCRIPTOR, True))
    yield case("empty", {}, comment="no field at all")
    yield case("unknown-fields", plain, wire + UNKNOWN, "fields of a later version are passed over")
    yield case("cut-off", None, wire[:-2], "the last byte is missing", "invalid")
    for name, value, wire, comment, result in extra.get(record, []):
        yield case(name, value, wire, comment, result)


SPECIAL = {
    "SocialLink": [
        ("bad-text", None, "0a02c328", "text that is no UTF-8", "invalid"),
        ("astral", {"text": "\U0001f600"}, None, "text outside the basic plane", "valid"),
    ],
    "CommunityMember": [
        ("packed", {"roles": ["ROLE_ALL", "ROLE_MODERATE_CONTENT"]}, None, "two roles in one record", "valid"),
        ("unpacked", {"roles": ["ROLE_ALL", "ROLE_MODERATE_CONTENT"]}, "08010803", "each role in a record of its own", "valid"),
        ("unknown-role", {"roles": [5]}, "0a0105", "a role of 62 that 56 does not know", "valid"),
    ],
    "CommunityPermissions": [
        ("unknown-access", {"access": 9}, "1809", "an access of the future", "valid"),
        ("explicit-default", {}, "1800", "the zero value on the wire", "valid"),
    ],
    "CommunityAdminSettings": [("false", {}, "0800", "the zero value on the wire", "valid")],
    "CommunityChat": [("negative", {"position": -1}, None, "a negative position takes ten bytes", "valid")],
    "CommunityCategory": [("negative", {"position": -1}, None, "a negative position takes ten bytes", "valid")],
    "ChatIdentity": [
        ("two-images", {"images": {"large": {"payload": "01"}, "small": {"payload": "02"}}},
         "1a0c0a05736d616c6c12030a01021a0c0a056c6172676512030a0101", "the entries of a map in either order", "valid"),
        ("no-messages", {"first_message_timestamp": 1}, None, "1: there are no messages", "valid"),
    ],
    "CommunityRequestToJoinResponse": [
        ("cid-of-62", {"clock": "5"}, "080532037a4476", "field 6 is known to 62 only", "valid"),
    ],
    "CommunityDescription": [
        ("fields-of-62", {"clock": "5"}, "08054863" + "5a0568656c6c6f" + "880103", "fields 9, 11 and 17 are known to 62 only", "valid"),
    ],
    "CommunityCancelRequestToJoin": [
        ("magnet-link", {"clock": "5"}, "080532066d61676e6574", "the removed field 6", "valid"),
        ("field-6-varint", {"clock": "5"}, "08053003", "the removed field 6 with another wire type", "valid"),
    ],
    "WakuMessage": [
        ("meta-empty", {"payload": "01", "content_topic": "/a/1/b/proto", "meta": ""}, None, "an empty meta is not an absent one", "valid"),
        ("before-1970", {"timestamp": "-1"}, None, "zig-zag", "valid"),
    ],
    "WakuMessageArchive": [
        ("padding", {"version": 1}, "0801220400000000", "the removed field 4", "valid"),
    ],
    "WakuMessageArchiveIndexMetadata": [
        ("torrent", {"version": 1}, "080118c0c4072003", "offset and number of pieces: field 3 is another type now", "valid"),
    ],
    "WakuMessageArchiveIndex": [
        ("value-first", {"archives": {"k": {"cid": "c"}}}, "0a0812031a01630a016b", "the value before its key", "valid"),
        ("same-key-twice", {"archives": {"k": {"cid": "d"}}}, "0a080a016b12031a01630a080a016b12031a0164", "the last entry of a key counts", "valid"),
    ],
}

SUBJECTS = {
    "messages": ("Messages of 61 and 14, and the archive announcement of 62", ["archives/archives.proto", "payloads/all.proto"],
                 ["waku14.WakuMessage", "status61.WakuMessageArchiveMetadata", "status61.WakuMessageArchive",
                  "status61.WakuMessageArchiveIndexMetadata", "status61.WakuMessageArchiveIndex",
                  "status62.CommunityMessageArchive"]),
    "communities": ("Messages of 56", ["archives/communities.proto"], None),
}


def document(subject):
    about, files, names = SUBJECTS[subject]
    classes = load(*files)
    names = names or [name for name in classes if name.startswith("communities56.")]
    cases = [case for name in names for case in cases_of(name.split(".")[1], classes[name], SPECIAL)]
    schema = "../schema/archives-messages.json"
    return {"$schema": schema, "subject": subject, "about": about, "producers": PRODUCERS, "cases": cases}


for subject in SUBJECTS:
    path = HERE / f"{subject}.json"
    made = document(subject)
    if "--check" in sys.argv:
        assert json.loads(path.read_text()) == made, f"{path.name} is not what this program writes"
    else:
        path.write_text(json.dumps(made, indent=2, ensure_ascii=False) + "\n")
