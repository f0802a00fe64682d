"""A first adapter for Status payloads (62): put your library where the records are (README.md)."""
import json, sys, records_pb2  # your library goes here: what is made from the .proto files of your client
from google.protobuf.descriptor import FieldDescriptor as Field
from google.protobuf.message import DecodeError
HELLO = {
    "protocol": 1,
    "implementation": {"name": "my-client", "version": "0.0.0", "language": "Python"},
    "adapter": {"name": "my-client-shim", "version": "0.0.0"},
    "areas": ["payloads"],
    "capabilities": [],  # claim what works, and nothing else
    "clock": "virtual",  # time is the `now` of each call, never the clock of this machine
}
WIDE = Field.TYPE_INT64, Field.TYPE_UINT64
def fill(message, value):  # a key that the record does not have is a KeyError, and so an error
    for field, one in [(message.DESCRIPTOR.fields_by_name[name], one) for name, one in value.items()]:
        target = getattr(message, field.name)
        if field.message_type and field.message_type.GetOptions().map_entry:
            for key in one:
                fill(target[key], one[key])
        elif hasattr(target, "extend"):
            for each in one:
                fill(target.add(), each) if field.message_type else target.append(scalar(field, each))
        elif field.message_type:
            target.SetInParent()
            fill(target, one)
        else:
            setattr(message, field.name, scalar(field, one))
    return message
def scalar(field, one):
    if field.type == Field.TYPE_ENUM and isinstance(one, str):
        return field.enum_type.values_by_name[one].number
    return bytes.fromhex(one) if field.type == Field.TYPE_BYTES else int(one) if field.type in WIDE else one
def shown(field, one):
    if field.type == Field.TYPE_ENUM:
        named = field.enum_type.values_by_number.get(one)
        return named.name if named else one
    return show(one) if field.message_type else one.hex() if field.type == Field.TYPE_BYTES else str(one) if field.type in WIDE else one
def show(message):
    return {field.name: {key: show(one[key]) for key in one} if hasattr(one, "keys")
            else [shown(field, each) for each in one] if hasattr(one, "extend")
            else shown(field, one) for field, one in message.ListFields()}
def answer(op, params):
    if op in ("hello", "destroy"):
        return {"ok": HELLO if op == "hello" else {}}
    if op not in ("payloads.encode", "payloads.decode"):
        return {"unsupported": {"capability": op}}
    record = getattr(records_pb2, params["record"])
    if op == "payloads.encode":
        return {"ok": {"bytes": fill(record(), params["value"]).SerializeToString().hex()}}
    try:
        return {"ok": {"value": show(record.FromString(bytes.fromhex(params["bytes"])))}}
    except DecodeError:
        return {"rejected": {"code": "malformed"}}  # what the specification lets a client refuse
for line in sys.stdin:
    call = json.loads(line)
    try:
        reply = answer(call["op"], call["params"])
    except Exception as failure:
        reply = {"error": {"message": repr(failure)}}  # whatever else went wrong
    print(json.dumps({"id": call["id"], **reply}), flush=True)
