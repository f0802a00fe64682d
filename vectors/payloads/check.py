"""Reads every vector of this folder with the official Python runtime and python-ecdsa.

Prints one line of JSON: how many agree, and each that does not. Run by `npm run vectors:crosscheck`.
"""

import json
from pathlib import Path

from google.protobuf.internal import api_implementation
from google.protobuf.message import DecodeError
from records import fill, load, show

HERE = Path(__file__).parent
RECORDS = load()


def decode(record, data):
    """The message, or None if it is refused; a rest that was not read is a refusal too."""
    message = RECORDS[record]()
    try:
        return message if message.MergeFromString(data) in (len(data), None) else None
    except (DecodeError, ValueError):
        return None


def wrong(case):
    data = bytes.fromhex(case["bytes"])
    message = decode(case["record"], data)
    if "value" not in case:
        if message is not None:
            return "was read, has to be refused"
        if decode(case["record"], bytes.fromhex(case["twin"])) is None:
            return "its twin was refused"
        return None
    if message is None:
        return "was refused, has to be read"
    if show(message) != case["value"]:
        return f"was read as {json.dumps(show(message))}"
    if case.get("canonical"):
        written = fill(RECORDS[case["record"]](), case["value"]).SerializeToString(deterministic=True)
        if written != data:
            return f"was written as {written.hex()}"
    return None


def codec(name):
    for case in json.loads((HERE / f"{name}.json").read_text())["cases"]:
        yield f"{name}: {case['id']}", wrong(case), case["result"] == "either"


def main():
    agreed, differ, undecided = 0, [], []
    for name in ("records", "fields", "malformed", "traps"):
        for identifier, fault, either in codec(name):
            if fault is None:
                agreed += 1
            else:
                (undecided if either else differ).append(f"{identifier} {fault}"[:300])
    try:
        from signed import checked
    except ImportError as missing:
        signed = f"not measured: {missing}"
    else:
        signed, faults = checked()
        differ += faults
    runtime = api_implementation.Type()
    print(json.dumps({"runtime": runtime, "agreed": agreed, "signed": signed, "differ": differ, "undecided": undecided}))


main()
