"""Answers the questions of the exported vectors about payloads with the official Python runtime."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "vectors" / "payloads"))
from records import load, show  # noqa: E402

from google.protobuf.message import DecodeError  # noqa: E402

RECORDS = load()


def answer(question):
    if question["do"] != "decode" or not question["of"].startswith("payloads/"):
        return {"unsupported": True}
    data = bytes.fromhex(question["bytes"])
    message = RECORDS[question["type"]]()
    try:
        read = message.MergeFromString(data) in (len(data), None)
    except (DecodeError, ValueError):
        read = False
    return {"value": show(message)} if read else {"refused": True}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
