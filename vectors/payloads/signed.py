"""Recovers the signers in wrappers.json and events.json again."""

import json
from pathlib import Path

from keys import DIGESTS, recover

HERE = Path(__file__).parent


def cases(name):
    return json.loads((HERE / f"{name}.json").read_text())["cases"]


def signer(digest, data, signature):
    key = recover(DIGESTS[digest](data), signature)
    return key.hex() if key else None


def checked():
    """How many agree, and those that do not."""
    agreed, faults = 0, []
    for case in cases("wrappers"):
        data, signature = bytes.fromhex(case["payload"]), bytes.fromhex(case["signature"])
        found = {name: signer(name, data, signature) for name in DIGESTS}
        by = case.get("by", {})
        if found != case["signers"] or any(found[name] != key for name, key in by.items()):
            faults.append(f"wrappers: {case['id']}: {found}")
        else:
            agreed += 1
    for case in cases("events"):
        element = bytes.fromhex(case["element"])
        reading = case["reading"]
        before = case["chatId"].encode() if reading["membershipMaterial"] == "chatid+event" else b""
        found = signer(reading["membershipDigest"], before + element[65:], element[:65])
        if found != case["author"] or element[65:].hex() != case["event"]:
            faults.append(f"events: {case['id']}: {found}")
        else:
            agreed += 1
    return agreed, faults
