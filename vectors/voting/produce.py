"""Writes votes.json, proposals.json and decisions.json beside it, or to the folder named.

Run with PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION=python; format the result; check it with
`npm run vectors:crosscheck`. Nothing of the suite is used but the .proto files.
"""

import json
import sys
from fractions import Fraction
from pathlib import Path

from votes import (
    CONSENSUS,
    DE_MLS,
    ENCODINGS,
    HERE,
    cast,
    owner_of,
    preimage,
    proposal,
    seal,
    serialize,
    signature,
    signed_digest,
    vote_hash,
)

OUT = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
PYTHON = "python: hashlib, pycryptodome 3.11.0, python-ecdsa 0.18.0, protobuf 4.21.12"
NOBLE = "@noble/curves 2.4.0 and @noble/hashes 2.4.0"
CRATE = "hashgraph-like-consensus 0.7.0"
PROTOC = "protoc 3.21.12"
# Private keys: 32 times the same byte.
ALICE, BOB, CAROL, DAVE, ERIN, MALLORY = (int.from_bytes(bytes([n]) * 32, "big") for n in range(1, 7))
T = 1756000000


def head(subject, producers):
    return {
        "$schema": f"../schema/voting-{subject}.json",
        "subject": f"voting {subject}",
        "document": "consensus",
        "revision": "f051117d",
        "producers": producers,
    }


def write(name, content):
    (OUT / name).write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n")


def fields(vote):
    return {
        "vote_id": vote.vote_id,
        "vote_owner": vote.vote_owner.hex(),
        "proposal_id": vote.proposal_id,
        "timestamp": str(vote.timestamp),
        "vote": vote.vote,
        "parent_hash": vote.parent_hash.hex(),
        "received_hash": vote.received_hash.hex(),
        "vote_hash": vote.vote_hash.hex(),
        "signature": vote.signature.hex(),
    }


def flip(data, at=-1):
    changed = bytearray(data)
    changed[at] ^= 1
    return bytes(changed)


# --- votes -------------------------------------------------------------------------------------

H = bytes(range(32))
G = bytes(range(32, 64))

SOUND = [
    ("The first vote of a proposal: YES, nothing before it.", {}),
    ("NO: field 24 is not on the wire, and the preimage holds 00.", {"vote": False}),
    ("vote_id above 2^31. Hunts int32, which writes ten bytes.", {"vote_id": 0x80000001}),
    ("The highest vote_id and proposal_id.", {"vote_id": 0xFFFFFFFF, "proposal_id": 0xFFFFFFFF}),
    ("Points to the vote before it.", {"received_hash": H}),
    ("A second thought: points to the owner's former vote and to the one before.", {"parent_hash": G, "received_hash": H}),
    ("A time beyond 32 bits. Hunts a timestamp cut to four bytes.", {"timestamp": 2**33 + 5}),
    ("The smallest ids, and the epoch: zero is no field on the wire.", {"vote_id": 0, "proposal_id": 0, "timestamp": 0}),
]


def sound(encoding, secret, changes):
    values = {
        "vote_id": 1,
        "vote_owner": owner_of(encoding, secret),
        "proposal_id": 0xDEADBEEF,
        "timestamp": T + 1,
        "vote": True,
        **changes,
    }
    return seal(encoding, CONSENSUS["Vote"](**values), secret)


def damages(encoding):
    """What may not pass for a vote: comment, and how it comes about."""

    def after(field, value):
        def change(vote):
            setattr(vote, field, value(getattr(vote, field)))

        return change

    def hashed(field, value):
        def change(vote):
            setattr(vote, field, value(getattr(vote, field)))
            vote.vote_hash = vote_hash(vote)

        return change

    def signed_by(secret):
        def change(vote):
            vote.signature = signature(encoding, vote, secret)

        return change

    return [
        ("hash", "The choice is flipped, hash and signature kept.", after("vote", lambda v: not v)),
        ("hash", "The timestamp is one more, hash and signature kept.", after("timestamp", lambda v: v + 1)),
        ("hash", "Another proposal_id is written in, hash and signature kept.", after("proposal_id", lambda v: v ^ 1)),
        ("hash", "No vote_hash.", after("vote_hash", lambda v: b"")),
        ("signature", "The choice is flipped and hashed anew, signature kept.", hashed("vote", lambda v: not v)),
        ("signature", "Another owner is written in and hashed anew, signature kept.", hashed("vote_owner", lambda v: owner_of(encoding, MALLORY))),
        ("signature", "Signed by another key than the owner's.", signed_by(MALLORY)),
        ("signature", "A bit of r is flipped.", after("signature", lambda v: flip(v, 5))),
        ("signature", "A bit of s is flipped.", after("signature", lambda v: flip(v, 40))),
        ("signature", "No signature.", after("signature", lambda v: b"")),
        ("signature", "A signature of zeros.", after("signature", lambda v: bytes(len(v)))),
        ("signature", "Half a signature.", after("signature", lambda v: v[:32])),
    ]


def votes():
    cases = []
    for name, encoding in ENCODINGS.items():
        letter = name[0].upper()
        for number, (comment, changes) in enumerate(SOUND, 1):
            vote = sound(encoding, ALICE, changes)
            cases.append(
                {
                    "id": f"VEC-VOTE-{letter}{number:02}",
                    "comment": comment,
                    "encoding": name,
                    "result": "valid",
                    "privateKey": f"{ALICE:064x}",
                    "vote": fields(vote),
                    "preimage": preimage(vote).hex(),
                    "signedDigest": signed_digest(encoding, vote).hex(),
                    "wire": serialize(vote).hex(),
                    "producers": [PYTHON, NOBLE] + ([CRATE] if name == "deployed" else []),
                }
            )
        for number, (check, comment, change) in enumerate(damages(encoding), len(SOUND) + 1):
            vote = sound(encoding, ALICE, {})
            change(vote)
            cases.append(
                {
                    "id": f"VEC-VOTE-{letter}{number:02}",
                    "comment": comment,
                    "encoding": name,
                    "result": "invalid",
                    "check": check,
                    "twin": f"VEC-VOTE-{letter}01",
                    "vote": fields(vote),
                    "wire": serialize(vote).hex(),
                    "producers": [PYTHON, NOBLE] + ([CRATE] if name == "deployed" else []),
                }
            )
    content = head("votes", {"maker": PYTHON, "others": [NOBLE, CRATE]})
    write("votes.json", {**content, "encodings": ENCODINGS, "cases": cases})


# --- proposals ---------------------------------------------------------------------------------


def chain(encoding, ballots, voters=4, **terms):
    """A proposal with a list of votes, one after the other a second apart."""
    made = proposal(encoding, ALICE, voters, **terms)
    for number, (secret, yes) in enumerate(ballots, 1):
        made.votes.append(cast(encoding, secret, made, yes, number, T + number))
    made.round = max(1, len(ballots))
    return made


YES3 = [(ALICE, True), (CAROL, True), (DAVE, True)]
MIXED = [(ALICE, True), (CAROL, False), (DAVE, True)]


def reseal(encoding, made, at, secret, **changes):
    """Changes one vote and signs it anew; the votes after it stay as they are."""
    for field, value in changes.items():
        setattr(made.votes[at], field, value)
    seal(encoding, made.votes[at], secret)
    return made


def proposals():
    cases = []
    for name, encoding in ENCODINGS.items():
        if name == "ethereum":
            continue
        cases += of_encoding(name, encoding)
    content = head("proposals", {"maker": PYTHON, "others": [PROTOC, CRATE]})
    write("proposals.json", {**content, "encodings": ENCODINGS, "cases": cases})


def of_encoding(name, encoding):
    letter = name[0].upper()
    cases = []

    def add(comment, made, result, requirements, *, outcome=None, check=None, now=T + 10, readings=None, crate=True):
        wire = made if isinstance(made, bytes) else serialize(made)
        case = {
            "id": f"VEC-VOTE-{letter}{100 + len(cases)}",
            "comment": comment,
            "requirements": requirements,
            **({"readings": readings} if readings else {}),
            "encoding": name,
            "result": result,
            **({"check": check} if check else {}),
            **({"outcome": outcome} if outcome else {}),
            "proposalId": 0xDEADBEEF,
            "now": now * 1000,
            "wire": wire.hex(),
            "producers": [PYTHON, PROTOC] + ([CRATE] if name == "deployed" and crate else []),
        }
        cases.append(case)

    sound = lambda *args, **more: chain(encoding, *args, **more)  # noqa: E731
    valid = lambda comment, made, outcome, requirements, **more: add(  # noqa: E731
        comment, made, "valid", requirements, outcome=outcome, **more
    )
    invalid = lambda comment, made, check, requirements, **more: add(  # noqa: E731
        comment, made, "invalid", requirements, check=check, **more
    )

    # An instant is what the later text has.
    expiry = ["VOTE-EXP-01"] + (["VOTE-EXP-04"] if name == "deployed" else [])
    valid("The creator's vote alone: no quorum yet.", sound(YES3[:1]), "UNDECIDED", ["VOTE-INIT-02", "VOTE-RES-04"])
    valid("Three YES of four: quorum and majority.", sound(YES3), "YES", ["VOTE-RECV-05", "VOTE-LIVE-02"])
    valid("Three NO of four.", sound([(ALICE, False), (CAROL, False), (DAVE, False)]), "NO", ["VOTE-WIRE-16"], readings=["AMB-25"])
    valid("Two YES and a NO of four: a quorum without a majority.", sound(MIXED), "UNDECIDED", ["VOTE-LIVE-02"])
    valid("Three YES and two NO of five: more than half, less than two thirds.", sound([(ALICE, True), (CAROL, True), (DAVE, True), (ERIN, False), (BOB, False)], voters=5), "YES", ["VOTE-LIVE-02"], readings=["AMB-24"], crate=False)
    valid("Both of two.", sound([(ALICE, True), (CAROL, True)], voters=2), "YES", ["VOTE-LIVE-03"])
    valid("One of two against.", sound([(ALICE, True), (CAROL, False)], voters=2), "NO", ["VOTE-LIVE-03"], readings=["AMB-27"])
    valid("One of one.", sound(YES3[:1], voters=1), "YES", ["VOTE-LIVE-03"])
    valid("Three of a list of four: without its end it is the list that it was.", sound(YES3 + [(ERIN, False)], voters=5).__class__.FromString(serialize(sound(YES3, voters=5))), "UNDECIDED", ["VOTE-SEC-03"])
    backwards = serialize_backwards(sound(YES3))
    valid("The fields of the proposal in descending order.", backwards, "YES", ["VOTE-WIRE-01"])
    valid("Two fields that nobody knows.", bytes.fromhex("0807") + serialize(sound(YES3)) + bytes.fromhex("a206 03 c0ffee".replace(" ", "")), "YES", ["VOTE-WIRE-01"])
    valid("A round far beyond the number of votes.", with_round(sound(YES3), 1000), "YES", ["VOTE-LIVE-14"])
    valid("In its last second.", sound(YES3), "YES", expiry, now=T + 3599)

    made = sound(YES3)
    made.votes[1].vote = False
    invalid("The second vote's choice is flipped, hash and signature kept.", made, "hash", ["VOTE-RECV-03"])
    made = sound(YES3)
    made.votes[1].signature = flip(made.votes[1].signature, 5)
    invalid("A bit of the second signature is flipped.", made, "signature", ["VOTE-RECV-01"])
    made = sound(YES3)
    made.votes[2].signature = signature(encoding, made.votes[2], MALLORY)
    invalid("The last vote is signed by somebody else.", made, "signature", ["VOTE-RECV-02"])
    made = sound(YES3)
    del made.votes[1]
    invalid("The vote in the middle is missing.", made, "chain", ["VOTE-RECV-05", "VOTE-SEC-03"])
    made = sound(YES3 + [(ERIN, True)], voters=5)
    second, third = CONSENSUS["Vote"](), CONSENSUS["Vote"]()
    second.CopyFrom(made.votes[1])
    third.CopyFrom(made.votes[2])
    made.votes[1].CopyFrom(third)
    made.votes[2].CopyFrom(second)
    invalid("Two votes in the middle are exchanged.", made, "chain", ["VOTE-RECV-05", "VOTE-SEC-03"])
    made = reseal(encoding, sound(YES3), 2, DAVE, received_hash=b"")
    invalid("The last vote points to nothing and is signed so: it could stand anywhere.", made, "chain", ["VOTE-RECV-05", "VOTE-RES-08"], readings=["AMB-12"], crate=False)
    made = sound(YES3)
    made = reseal(encoding, made, 2, DAVE, received_hash=made.votes[0].vote_hash)
    invalid("The last vote points to the first instead of the one before it.", made, "chain", ["VOTE-RECV-05"])
    made = sound(YES3)
    del made.votes[0]
    invalid("The head of the list was cut off.", made, "chain", ["VOTE-INIT-05", "VOTE-SEC-03"], readings=["AMB-16"], crate=False)
    made = sound([])
    invalid("No votes at all.", made, "no-votes", ["VOTE-INIT-02"], readings=["AMB-16"], crate=False)
    made = sound(YES3)
    made.votes[2].parent_hash, made.votes[2].received_hash = made.votes[2].received_hash, b""
    invalid("The link is moved from received_hash to parent_hash: the undelimited preimage, and so vote_hash, stay the same.", made, "chain" if name == "literal" else "signature", ["VOTE-SEC-03"], readings=["AMB-06"])
    made = sound(MIXED + [(CAROL, True)])
    made = reseal(encoding, made, 3, CAROL, parent_hash=b"")
    invalid("A second vote of one owner that does not point to the first.", made, "chain", ["VOTE-RECV-04", "VOTE-SEC-02"])
    made = sound(MIXED + [(CAROL, True)])
    made = reseal(encoding, made, 3, CAROL, parent_hash=made.votes[2].vote_hash)
    invalid("A second vote of one owner that points to somebody else's.", made, "chain", ["VOTE-RECV-04"])
    made = reseal(encoding, sound(YES3), 2, DAVE, parent_hash=H)
    invalid("A first vote that points to a former one which is not there.", made, "chain", ["VOTE-RECV-04"], readings=["AMB-13"])
    made = sound(YES3)
    made = reseal(encoding, made, 2, DAVE, proposal_id=0xDEADBEEE)
    invalid("The last vote was cast on another proposal.", made, "foreign-vote", ["VOTE-SEC-04"])
    made = reseal(encoding, sound(YES3), 2, DAVE, timestamp=T - 1)
    invalid("The last vote is a second older than the proposal.", made, "timestamp", ["VOTE-RES-09"], readings=["AMB-22"])
    made = sound(YES3)
    made.votes.append(made.votes[2])
    invalid("The last vote comes twice.", made, "chain", ["VOTE-RES-03", "VOTE-SEC-04"])
    invalid("Four voters of three.", sound(YES3 + [(ERIN, True)], voters=3), "electorate", ["VOTE-EDGE-01"])
    invalid("Nobody is expected to vote.", sound(YES3[:1], voters=0), "electorate", ["VOTE-EDGE-02"])
    invalid("A second too late.", sound(YES3), "expired", expiry, now=T + 3601)
    made = sound(YES3)
    vote = made.votes[2]
    older = DE_MLS["Vote"](
        vote_id=vote.vote_id,
        vote_owner=vote.vote_owner,
        timestamp=vote.timestamp,
        vote=vote.vote,
        received_hash=vote.received_hash,
        vote_hash=vote.vote_hash,
        signature=vote.signature,
    )
    made.votes[2].CopyFrom(CONSENSUS["Vote"].FromString(serialize(older)))
    invalid("The last vote is written as de-MLS numbers its fields: it parses, and says something else.", made, "foreign-vote", ["VOTE-WIRE-14", "VOTE-SEC-04"], readings=["AMB-02"])
    whole = serialize(sound(YES3))
    invalid("The first half of a proposal.", whole[: len(whole) // 2], "malformed", ["VOTE-EDGE-03"])
    invalid("A name that is not UTF-8.", bytes.fromhex("5201ff") + whole, "malformed", ["VOTE-EDGE-03"])
    return cases


def with_round(made, number):
    made.round = number
    return made


def serialize_backwards(made):
    """The records of a proposal by descending number; those of one number keep their order."""
    parts = []
    for field in made.DESCRIPTOR.fields:
        single = made.__class__()
        values = getattr(made, field.name)
        if field.label == field.LABEL_REPEATED:
            getattr(single, field.name).extend(values)
        else:
            setattr(single, field.name, values)
        parts.append((field.number, serialize(single)))
    return b"".join(part for _, part in sorted(parts, key=lambda part: -part[0]))


# --- decisions ---------------------------------------------------------------------------------


def decide(n, yes, no, liveness_yes, expired):
    """Sections 3 and 4 with fractions, as the text has them."""
    voted = yes + no
    silent = n - voted
    if Fraction(voted) < Fraction(2 * n, 3):
        return "UNDECIDED"
    if n <= 2:
        return "YES" if yes == n else "NO" if expired or silent == 0 else "UNDECIDED"
    if expired:
        yes, no = (yes + silent, no) if liveness_yes else (yes, no + silent)
        silent = 0
    if yes > Fraction(n, 2):
        return "YES"
    if no > Fraction(n, 2):
        return "NO"
    return "TIE" if silent == 0 else "UNDECIDED"


def decisions():
    table = [(n, yes, no) for n in range(1, 13) for yes in range(n + 1) for no in range(n + 1 - yes)]
    large = [
        (100, 66, 0), (100, 67, 0), (100, 50, 17), (100, 51, 16), (100, 50, 50),
        (10000, 6666, 0), (10000, 6667, 0), (10000, 5000, 5000), (10000, 5001, 1666),
        (4294967295, 2863311530, 0), (4294967295, 2863311529, 0),
    ]
    rows = [
        [n, yes, no, decide(n, yes, no, True, False), decide(n, yes, no, True, True), decide(n, yes, no, False, True)]
        for n, yes, no in table + large
    ]
    content = head("decisions", {"maker": "python: fractions"})
    content["requirements"] = ["VOTE-RES-11", "VOTE-LIVE-01", "VOTE-LIVE-02", "VOTE-LIVE-03", "VOTE-TIE-01", "VOTE-SILENT-02", "VOTE-SILENT-03"]
    content["readings"] = ["AMB-23", "AMB-24", "AMB-25", "AMB-26", "AMB-27", "AMB-28"]
    content["columns"] = ["n", "yes", "no", "before the end", "after it, silence YES", "after it, silence NO"]
    lines = ",\n".join("    " + json.dumps(row) for row in rows)
    text = json.dumps({**content, "rows": []}, indent=2)
    (OUT / "decisions.json").write_text(text.replace('"rows": []', f'"rows": [\n{lines}\n  ]') + "\n")


votes()
proposals()
decisions()
