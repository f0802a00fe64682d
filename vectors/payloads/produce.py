"""Writes records.json, fields.json and malformed.json beside it.

The bytes are those of the official Python runtime, its pure-Python serialiser, not of the suite.
Run with PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION=python, then format; check with
`npm run vectors:crosscheck`.
"""

import json
from pathlib import Path

from google.protobuf.descriptor import FieldDescriptor as F
from records import fill, is_map, load, repeated, show

HERE = Path(__file__).parent
PRODUCERS = ["python-protobuf 4.21.12", "protoc 3.21.12"]

RECORDS = load()


def varint(number):
    out = b""
    number &= (1 << 64) - 1
    while True:
        out += bytes([number & 127 | (128 if number > 127 else 0)])
        number >>= 7
        if not number:
            return out


def tag(number, wire_type):
    return varint(number << 3 | wire_type)


def sample(field, extreme=False):
    """A value that is not the default: ordinary, or one that wrong widths and encodings change."""
    kind = field.type
    if kind == F.TYPE_UINT64:
        return str(2**64 - 1 if extreme else 2**53 + 1)
    if kind == F.TYPE_INT64:
        return str(-(2**63) if extreme else -1)
    if kind == F.TYPE_UINT32:
        return 2**32 - 1
    if kind == F.TYPE_INT32:
        return -(2**31) if extreme else -2
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


def of(field, depth, extreme=False):
    """A value for one element of any field; messages get their scalars, down to a depth."""
    if field.message_type is None:
        return sample(field, extreme)
    return everything(field.message_type, depth - 1, extreme) if depth else {}


def everything(descriptor, depth, extreme=False, member=None):
    """All fields set; of a oneof the member that is named, else its first."""
    value = {}
    for field in descriptor.fields:
        oneof = field.containing_oneof
        if oneof and field.name != (member or oneof.fields[0].name):
            continue
        if is_map(field):
            inner = field.message_type.fields_by_name["value"]
            value[field.name] = {"zz": of(inner, depth, extreme)}
        elif repeated(field):
            value[field.name] = [of(field, depth), of(field, depth, True)]
        else:
            value[field.name] = of(field, depth, extreme)
    return value


def alone(field):
    """The field and nothing else."""
    if is_map(field):
        inner = field.message_type.fields_by_name["value"]
        return {field.name: {"k": first(inner)}}
    if repeated(field):
        return {field.name: [first(field), first(field)]}
    return {field.name: first(field)}


def first(field):
    """A scalar, or a message with its first scalar field set."""
    if field.message_type is None:
        return sample(field)
    plain = [f for f in field.message_type.fields if f.message_type is None and not repeated(f)]
    return {plain[0].name: sample(plain[0])} if plain else {}


def plain_of(descriptor):
    """The scalar fields outside oneofs: bytes that every encoder in field order gives."""
    return {
        field.name: sample(field)
        for field in descriptor.fields
        if field.message_type is None and not repeated(field) and not field.containing_oneof
    }


def encode(record, value):
    message = fill(RECORDS[record](), value)
    assert show(message) == value, (record, value, show(message))
    return message.SerializeToString(deterministic=True)


# One field of each wire type, of numbers that no record has.
UNKNOWN = [
    tag(20001, 0) + varint(2**64 - 1),
    tag(20002, 1) + bytes(range(8)),
    tag(20003, 2) + varint(3) + b"\xff\x00\x01",
    tag(20004, 5) + bytes(4),
]


def record_vectors():
    for name, record in RECORDS.items():
        descriptor = record.DESCRIPTOR
        canonical = plain_of(descriptor)
        yield case(f"{name}/plain", name, canonical, canonical=True)
        members = [f.name for o in descriptor.oneofs for f in o.fields] or [None]
        for member in members:
            suffix = f"/{member}" if member else ""
            yield case(f"{name}/full{suffix}", name, everything(descriptor, 4, member=member))
        if descriptor.fields:
            value = everything(descriptor, 4, True)
            yield case(f"{name}/extremes", name, value)
        vector = case(f"{name}/unknown-fields", name, canonical)
        vector["bytes"] += b"".join(UNKNOWN).hex()
        vector["unknown"] = [raw.hex() for raw in UNKNOWN]
        yield vector


def case(identifier, record, value, canonical=False):
    vector = {"id": identifier, "record": record, "result": "valid", "value": value}
    vector["bytes"] = encode(record, value).hex()
    if canonical:
        vector["canonical"] = True
    return vector


def field_vectors():
    for name, record in RECORDS.items():
        for field in record.DESCRIPTOR.fields:
            yield case(f"{name}.{field.name}", name, alone(field), canonical=True)
            if field.enum_type:
                yield from enum_vectors(name, field)


def enum_vectors(name, field):
    """The values but the default, which is not written."""
    for value in field.enum_type.values:
        if value.number == 0:
            continue
        shown = [value.name] if repeated(field) else value.name
        identifier = f"{name}.{field.name}={value.name}"
        yield case(identifier, name, {field.name: shown}, canonical=True)


def malformed_vectors():
    """Each class of fault in each record that can have it, behind bytes that are whole."""
    for name, record in RECORDS.items():
        good = encode(name, plain_of(record.DESCRIPTOR))
        for kind, bad in faults(record.DESCRIPTOR):
            yield {
                "id": f"{name}/{kind}",
                "record": name,
                "result": "invalid",
                "class": kind,
                "bytes": (good + bad).hex(),
                "twin": good.hex(),
            }


def faults(descriptor):
    fields = descriptor.fields
    number = lambda wanted: next((f.number for f in fields if wanted(f)), 20001)
    whole = number(lambda f: f.type in (F.TYPE_UINT64, F.TYPE_INT64) and not repeated(f))
    delimited = number(lambda f: f.type in (F.TYPE_STRING, F.TYPE_BYTES))
    yield "cut-tag", b"\xff"
    yield "cut-varint", tag(whole, 0) + b"\xff"
    yield "no-value", tag(whole, 0)
    yield "cut-bytes", tag(delimited, 2) + varint(5) + b"ab"
    yield "length-2^32-1", tag(delimited, 2) + varint(2**32 - 1) + b"a"
    yield "length-2^63", tag(delimited, 2) + varint(2**63)
    yield "length-minus-1", tag(delimited, 2) + varint(-1)
    yield "varint-of-11-bytes", tag(whole, 0) + b"\xff" * 10 + b"\x01"
    yield "wire-type-6", tag(whole, 6)
    yield "wire-type-7", tag(whole, 7)
    yield "open-group", tag(20005, 3) + tag(1, 0) + b"\x01"
    yield "crossed-group", tag(20005, 3) + tag(20006, 4)
    text = number(lambda f: f.type == F.TYPE_STRING)
    if text != 20001:
        for kind, bad in (
            ("utf8-stray-byte", b"\xff"),
            ("utf8-overlong", b"\xc0\x80"),
            ("utf8-surrogate", b"\xed\xa0\x80"),
            ("utf8-cut", b"\xf0\x9f\x98"),
        ):
            yield kind, tag(text, 2) + varint(len(bad)) + bad
    inner = number(lambda f: f.message_type is not None)
    if inner != 20001:
        # The field inside claims more than the message around it has.
        yield "inner-past-outer", tag(inner, 2) + varint(2) + tag(1, 2) + varint(9) + b"abcdefghi"
    packed = number(lambda f: repeated(f) and f.type in (F.TYPE_ENUM, F.TYPE_UINT64))
    if packed != 20001:
        yield "cut-packed", tag(packed, 2) + varint(2) + b"\x01\xff"
        yield "packed-past-end", tag(packed, 2) + varint(9) + b"\x01"
    mapped = next((f.number for f in fields if is_map(f)), None)
    if mapped:
        yield "utf8-in-map-key", tag(mapped, 2) + varint(3) + tag(1, 2) + b"\x01\xff"


def write(name, about, cases):
    cases = list(cases)
    schema = {"$schema": "../schema/payloads-records.json"}
    content = {**schema, "subject": name, "about": about, "producers": PRODUCERS, "cases": cases}
    text = json.dumps(content, indent=2, ensure_ascii=False)
    (HERE / f"{name}.json").write_text(text + "\n")
    print(name, len(cases))


if __name__ == "__main__":
    write("records", "Every record: plain, full, at the extremes, with unknown fields.", record_vectors())
    write("fields", "Every field and enum value by itself.", field_vectors())
    write("malformed", "Bytes to refuse: every class of fault in every record.", malformed_vectors())
