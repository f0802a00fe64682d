"""Writes de-mls.json beside it, or to the folder named. Run and checked as produce.py is."""

import hashlib
import json
import sys
from pathlib import Path

from votes import DE_MLS, ENCODINGS, HERE, keccak_256, owner_of, serialize, sign

OUT = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
PYTHON = "python: hashlib, pycryptodome 3.11.0, python-ecdsa 0.18.0, protobuf 4.21.12"
NOBLE = "@noble/curves 2.4.0 and @noble/hashes 2.4.0"
PROTOC = "protoc 3.21.12"
# Private keys: 32 times the same byte.
ALICE, BOB, CAROL, MALLORY = (int.from_bytes(bytes([n]) * 32, "big") for n in (1, 2, 3, 6))
T = 1756000000
NUMBERS = {"Proposal": range(1, 11), "Vote": range(11, 19)}


def show(message):
    """What is on the wire, by name; 64-bit integers as decimals, bytes as hex."""
    shown = {}
    for field, value in message.ListFields():
        if field.label == field.LABEL_REPEATED:
            shown[field.name] = [show(each) for each in value]
        elif isinstance(value, bytes):
            shown[field.name] = value.hex()
        else:
            shown[field.name] = str(value) if field.type == field.TYPE_INT64 else value
    return shown


def requirements(message):
    """Every field that is on the wire has its number and its type there."""
    kind = message.DESCRIPTOR.name
    first = 10 if kind == "Proposal" else 20
    return [
        f"DEMLS-WIRE-{NUMBERS[kind][field.number - first]:02}" for field, _ in message.ListFields()
    ]


# --- votes: without a proposal_id, so nothing in hash or signature names the proposal -------------


def preimage(vote):
    """vote_id, owner, timestamp, vote, parent_hash, received_hash; integers little-endian."""
    return (
        vote.vote_id.to_bytes(4, "little", signed=True)
        + vote.vote_owner
        + vote.timestamp.to_bytes(8, "little", signed=True)
        + bytes([vote.vote])
        + vote.parent_hash
        + vote.received_hash
    )


def signed_digest(encoding, vote):
    target = vote.vote_hash
    if encoding["signTarget"] == "unsigned_vote":
        unsigned = DE_MLS["Vote"]()
        unsigned.CopyFrom(vote)
        unsigned.ClearField("signature")
        target = serialize(unsigned)
    return personal(target) if encoding["signature"] == "secp256k1-eip191" else target


def personal(message):
    return keccak_256(b"\x19Ethereum Signed Message:\n%d" % len(message) + message)


def personal_signature(digest, secret):
    signed = sign(digest, secret)
    return signed[:64] + bytes([27 + signed[64]])


def cast(encoding, secret, **values):
    vote = DE_MLS["Vote"](vote_owner=owner_of(encoding, secret), **values)
    vote.vote_hash = hashlib.sha256(preimage(vote)).digest()
    digest = signed_digest(encoding, vote)
    eip191 = encoding["signature"] == "secp256k1-eip191"
    vote.signature = personal_signature(digest, secret) if eip191 else sign(digest, secret)[:64]
    return vote


H, G = bytes(range(32)), bytes(range(32, 64))
VOTES = [
    ("YES, the first of a proposal.", {"vote_id": 1, "timestamp": T, "vote": True}),
    ("NO: field 23 is not on the wire, and the preimage holds 00.", {"vote_id": 2, "timestamp": T}),
    ("After others, and after an own one.", {"vote_id": 3, "timestamp": T, "vote": True, "parent_hash": G, "received_hash": H}),
    ("A vote_id below zero takes ten bytes, and four in the preimage. Hunts uint32.", {"vote_id": -2, "timestamp": T, "vote": True}),
    ("The lowest vote_id.", {"vote_id": -(2**31), "timestamp": T, "vote": True}),
    ("The highest vote_id.", {"vote_id": 2**31 - 1, "timestamp": T, "vote": True}),
    ("A time beyond 32 bits. Hunts a timestamp of four bytes.", {"vote_id": 4, "timestamp": 2**33 + 5, "vote": True}),
]


def votes():
    for name, encoding in ENCODINGS.items():
        for comment, values in VOTES:
            vote = cast(encoding, ALICE, **values)
            yield {
                "comment": comment,
                "type": "Vote",
                "result": "valid",
                "requirements": requirements(vote),
                "encoding": name,
                "privateKey": f"{ALICE:064x}",
                "value": show(vote),
                "preimage": preimage(vote).hex(),
                "signedDigest": signed_digest(encoding, vote).hex(),
                "wire": serialize(vote).hex(),
                "producers": [PYTHON, PROTOC, NOBLE],
            }


# --- proposals ------------------------------------------------------------------------------------

LITERAL = ENCODINGS["literal"]


def terms(**changes):
    values = {
        "name": "remove",
        "payload": "remove somebody",
        "proposal_id": 0x12345678,
        "proposal_owner": owner_of(LITERAL, ALICE),
        "expected_voters_count": 3,
        "round": 1,
        "timestamp": T,
        "expiration_time": 60,
        "liveness_criteria_yes": True,
        **changes,
    }
    return DE_MLS["Proposal"](**values)


def chain(made, *ballots):
    for number, (secret, yes) in enumerate(ballots, 1):
        before = made.votes[-1].vote_hash if made.votes else b""
        made.votes.append(
            cast(LITERAL, secret, vote_id=number, timestamp=T + number, vote=yes, received_hash=before)
        )
    return made


PROPOSALS = [
    ("A proposal with its owner's vote, as it is first sent.", chain(terms(), (ALICE, True))),
    ("Three votes, the second NO.", chain(terms(round=3), (ALICE, True), (BOB, False), (CAROL, True))),
    ("No votes: field 14 is not on the wire.", terms()),
    ("Silence means NO: field 19 is not on the wire.", chain(terms(liveness_criteria_yes=False), (ALICE, True))),
    ("An id below zero takes ten bytes. Hunts uint32, which refuses it or writes five.", terms(proposal_id=-1)),
    ("The lowest id.", terms(proposal_id=-(2**31))),
    ("The highest id.", terms(proposal_id=2**31 - 1)),
    ("Other scripts in name and payload. Hunts lengths in characters.", terms(name="имя ✓", payload="é" * 70)),
    ("Times beyond 32 bits.", terms(timestamp=2**40, expiration_time=2**33)),
    ("A time before 1970, and the lowest end.", terms(timestamp=-1, expiration_time=-(2**63))),
    ("The highest number of voters, and a high round.", terms(expected_voters_count=2**31 - 1, round=300)),
    ("Nothing: every field at its default.", DE_MLS["Proposal"]()),
]


def proposals():
    for comment, made in PROPOSALS:
        yield {
            "comment": comment,
            "type": "Proposal",
            "result": "valid",
            "requirements": requirements(made) or ["DEMLS-CREATE-01"],
            "value": show(made),
            "wire": serialize(made).hex(),
            "producers": [PYTHON, PROTOC],
        }
    whole = serialize(PROPOSALS[0][1])
    for comment, wire in [
        ("Cut in the middle of the vote.", whole[:-20]),
        ("A name that is not UTF-8.", b"\x52\x01\xff" + whole),
        ("A vote longer than what follows.", b"\x72\x7f" + whole[:40]),
        ("A varint that does not end.", whole + b"\x80\x01" + b"\xff" * 11),
    ]:
        yield {
            "comment": comment,
            "type": "Proposal",
            "result": "invalid",
            "requirements": ["DEMLS-CREATE-01"],
            "wire": wire.hex(),
            "producers": [PYTHON, PROTOC],
        }
    unknown = whole + bytes.fromhex("a00607")
    yield {
        "comment": "A field 100 that nobody knows is passed over.",
        "type": "Proposal",
        "result": "valid",
        "requirements": ["DEMLS-CREATE-01"],
        "value": show(DE_MLS["Proposal"].FromString(unknown)),
        "wire": unknown.hex(),
        "producers": [PYTHON, PROTOC],
    }


# --- credentials of the reading signed-owner (AMB-62) ---------------------------------------------


def credentials():
    for name in ("literal", "ethereum"):
        for secret, leaf in [(ALICE, bytes(range(32))), (MALLORY, bytes([0xFF]) * 32)]:
            owner = owner_of(ENCODINGS[name], secret)
            digest = personal(leaf)
            yield {
                "comment": f"vote_owner as {ENCODINGS[name]['owner']}, then its signature of the leaf's key.",
                "readings": ["AMB-62"],
                "encoding": name,
                "privateKey": f"{secret:064x}",
                "leafKey": leaf.hex(),
                "signedDigest": digest.hex(),
                "identity": (owner + personal_signature(digest, secret)).hex(),
                "producers": [PYTHON, NOBLE],
            }


def numbered(prefix, cases):
    return [{"id": f"VEC-DEMLS-{prefix}{at:02}", **case} for at, case in enumerate(cases, 1)]


content = {
    "$schema": "../schema/voting-de-mls.json",
    "subject": "voting de-mls",
    "document": "de-mls",
    "revision": "3b968ccc",
    "producers": {"maker": PYTHON, "others": [PROTOC, NOBLE]},
    "encodings": ENCODINGS,
    "cases": numbered("P", proposals()) + numbered("V", votes()),
    "credentials": numbered("C", credentials()),
}
text = json.dumps(content, indent=2, ensure_ascii=False)
(OUT / "de-mls.json").write_text(text + "\n")
