"""Writes announcements.json beside it, or with --check compares it with what it would write.

Each case is made from the inside out: a CommunityMessageArchive by Python's protobuf, signed by
python-ecdsa over the keccak-256 of pycryptodome, wrapped, sealed with AES-256-GCM of pycryptodome
under a key of hashlib, and put into a WakuMessage. None of it is the suite's. Format the file after
writing it.
"""

import hashlib
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "payloads")]

from Cryptodome.Cipher import AES  # noqa: E402
from keys import keccak_256, public_key, recover, sign  # noqa: E402
from protobuf_json import load  # noqa: E402

PRODUCERS = ["python-ecdsa 0.18.0 with pycryptodome 3.11.0 and python-protobuf 4.21.12", "@noble/curves 2.4.0 with OpenSSL"]
CLASSES = load("payloads/all.proto", "archives/archives.proto")
INDEX = "zDvZRwzkyQUdQxj3eb1cquyjukCB6NyNJv8owYvz9avov7T6dMWW"
NEWER = "zDvZRwzm6WtvQbKR1TuX7jmH6QnUH9fBQWc9bBmik4rHEaWnKauM"
CLOCK = 1757930643000
TYPE = 43
CHAT_MESSAGE = 1


def compressed(secret):
    key = public_key(secret)
    return bytes([2 + key[64] % 2]) + key[1:33]


COMMUNITY = compressed(1).hex()
CHAT_ID = f"0x{COMMUNITY}-memberUpdate"
KEY = hashlib.pbkdf2_hmac("sha256", CHAT_ID.encode(), b"", 65_356, 32)
# Reading A-11: a topic of its own, from this text by the rule of all topics of a community.
TOPIC = f"/waku/1/0x{keccak_256(f'0x{COMMUNITY}-magnetlinks'.encode())[:4].hex()}/rfc26"


def message(name, **fields):
    return CLASSES[name](**fields).SerializeToString()


def announcement(clock=CLOCK, cid=INDEX):
    return message("status62.CommunityMessageArchive", clock=clock, cid=cid)


def wrapped(payload, secret=1, kind=TYPE, signature=None):
    signed = sign(keccak_256(payload), secret) if signature is None else signature
    return message("status_deployed.ApplicationMetadataMessage", signature=signed, payload=payload, type=kind)


def sealed(content):
    """26/WAKU2-PAYLOAD without an inner signature: flags, length, content, zeros up to 256 bytes."""
    size = 1 if len(content) < 1 << 8 else 2
    head = bytes([size]) + len(content).to_bytes(size, "little")
    plain = head + content
    plain += bytes(-len(plain) % 256)
    nonce = hashlib.sha256(content).digest()[:12]
    box, tag = AES.new(KEY, AES.MODE_GCM, nonce=nonce).encrypt_and_digest(plain)
    return box + tag + nonce


def case(name, comment, content, clock=None, cid=None):
    waku = message("waku14.WakuMessage", payload=sealed(content), content_topic=TOPIC, version=1, timestamp=CLOCK * 10**6)
    read = CLASSES["status_deployed.ApplicationMetadataMessage"].FromString(content)
    signer = recover(keccak_256(read.payload), read.signature)
    author = signer and (bytes([2 + signer[64] % 2]) + signer[1:33]).hex()
    made = {"id": name, "comment": comment, "result": "ignored" if cid is None else "announcement"}
    if cid is not None:
        told = CLASSES["status62.CommunityMessageArchive"].FromString(read.payload)
        assert (told.clock, told.cid, author) == (clock, cid, COMMUNITY), name
        made.update(clock=str(clock), cid=cid)
    return {**made, "signer": author, "record": content.hex(), "wakuMessage": waku.hex()}


def cases():
    plain = announcement()
    good = sign(keccak_256(plain), 1)
    unknown = bytes.fromhex("a2f101") + b"\x04test"
    yield case("signed", "by the community", wrapped(plain), CLOCK, INDEX)
    yield case("highest-clock", "the largest clock there is", wrapped(announcement(2**64 - 1)), 2**64 - 1, INDEX)
    yield case("cid-first", "its fields in the other order", wrapped(announcement(cid=INDEX)[7:] + plain[:7]), CLOCK, INDEX)
    yield case("cid-twice", "the last one counts", wrapped(plain + announcement(0, NEWER)), CLOCK, NEWER)
    yield case("unknown-field", "a field of a later version, signed with the rest", wrapped(plain + unknown), CLOCK, INDEX)
    yield case("unknown-beside", "a field of the wrapper, which is not signed", wrapped(plain) + unknown, CLOCK, INDEX)
    yield case("other-signer", "signed by somebody else", wrapped(plain, 2))
    yield case("unsigned", "no signature", wrapped(plain, signature=b""))
    yield case("changed-cid", "another index after signing", wrapped(announcement(cid=NEWER), signature=good))
    yield case("changed-clock", "another clock after signing", wrapped(announcement(CLOCK + 1), signature=good))
    yield case("other-recovery-id", "the same signature leads to another key", wrapped(plain, signature=good[:64] + bytes([good[64] ^ 1])))
    yield case("recovery-id-27", "27 added to the recovery id", wrapped(plain, signature=good[:64] + bytes([good[64] + 27])))
    yield case("64-bytes", "without the recovery id", wrapped(plain, signature=good[:64]))
    yield case("other-type", "an index in a chat message", wrapped(plain, kind=CHAT_MESSAGE))
    yield case("no-cid", "nothing is announced", wrapped(announcement(cid="")))
    yield case("magnet-link", "what the record held before Codex (A-10)", wrapped(announcement(cid="magnet:?xt=urn:btih:c12fe1c06bba254a9dc9f519b335aa7c1367a88a")))
    yield case("cut-off", "the last byte is missing, and the rest is signed", wrapped(plain[:-1]))


made = {
    "$schema": "../schema/archives-announcements.json",
    "subject": "announcements",
    "about": "What comes on the special channel of a community, and which of it announces an index",
    "producers": PRODUCERS,
    "community": COMMUNITY,
    "specialTopic": TOPIC,
    "symmetricKey": KEY.hex(),
    "cases": list(cases()),
}
path = HERE / "announcements.json"
if "--check" in sys.argv:
    assert json.loads(path.read_text()) == made, f"{path.name} is not what this program writes"
else:
    path.write_text(json.dumps(made, indent=2, ensure_ascii=False) + "\n")
