"""Records by the official Python runtime, in the JSON of the adapter protocol.

Shares nothing with the suite but the .proto files, which protoc reads.
"""

import os
import subprocess
import tempfile
from pathlib import Path

from google.protobuf import descriptor_pb2, descriptor_pool
from google.protobuf.descriptor import FieldDescriptor as F

try:
    from google.protobuf.message_factory import GetMessageClass
except ImportError:  # before 4.22
    from google.protobuf.message_factory import MessageFactory

    GetMessageClass = MessageFactory().GetPrototype

PROTO = Path(__file__).resolve().parents[1] / "proto"


def load(*files):
    """Full name to message class, for every message of these files and what they import."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "set")
        command = ["protoc", "-I", str(PROTO), "--include_imports", "-o", out, *files]
        subprocess.run(command, check=True)
        described = descriptor_pb2.FileDescriptorSet.FromString(Path(out).read_bytes()).file
    pool = descriptor_pool.DescriptorPool()
    for file in described:
        pool.Add(file)
    names = [f"{file.package}.{message.name}" for file in described for message in file.message_type]
    return {name: GetMessageClass(pool.FindMessageTypeByName(name)) for name in names}


def is_map(field):
    return field.message_type is not None and field.message_type.GetOptions().map_entry


def repeated(field):
    return field.label == F.LABEL_REPEATED


def fill(message, value):
    """Sets what the JSON says; a name that is not there raises."""
    for name, given in value.items():
        field = message.DESCRIPTOR.fields_by_name[name]
        target = getattr(message, name)
        if is_map(field):
            for key, one in given.items():
                fill(target[key], one)
        elif repeated(field):
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
    if field.type in (F.TYPE_UINT64, F.TYPE_INT64, F.TYPE_SINT64):
        return int(value)
    if field.type == F.TYPE_BYTES:
        return bytes.fromhex(value)
    if field.type == F.TYPE_ENUM and isinstance(value, str):
        return field.enum_type.values_by_name[value].number
    return value


def show(message):
    """The message as JSON; defaults left out, a member of a oneof never."""
    shown = {}
    for field, value in message.ListFields():
        if is_map(field):
            shown[field.name] = {key: show(value[key]) for key in value}
        elif repeated(field):
            shown[field.name] = [one(field, v) for v in value]
        else:
            shown[field.name] = one(field, value)
    return shown


def one(field, value):
    if field.message_type:
        return show(value)
    if field.type in (F.TYPE_UINT64, F.TYPE_INT64, F.TYPE_SINT64):
        return str(value)
    if field.type == F.TYPE_BYTES:
        return value.hex()
    if field.type == F.TYPE_ENUM:
        known = field.enum_type.values_by_number.get(value)
        return known.name if known else value
    return value
