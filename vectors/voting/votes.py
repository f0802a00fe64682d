"""Votes and proposals of hashgraph-like consensus, by code that is none of the suite's.

protobuf is the official Python runtime on proto/consensus.proto; SHA-256 is hashlib's; Keccak is
pycryptodome's; signatures are python-ecdsa's (RFC 6979, low s).
"""

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "payloads"))

from keys import keccak_256, key_of, public_key, sign  # noqa: E402

ENCODINGS = {
    # The text to the letter: public keys, signatures over vote_hash, an interval.
    "literal": {
        "voteHash": "sha256-le-concat",
        "signature": "secp256k1-ecdsa",
        "owner": "pubkey33",
        "signTarget": "vote_hash",
        "expiry": "interval",
        "timeUnit": "s",
    },
    # The same with Ethereum addresses and signed Ethereum messages.
    "ethereum": {
        "voteHash": "sha256-le-concat",
        "signature": "secp256k1-eip191",
        "owner": "address20",
        "signTarget": "vote_hash",
        "expiry": "interval",
        "timeUnit": "s",
    },
    # As the Rust crate hashgraph-like-consensus writes them.
    "deployed": {
        "voteHash": "sha256-le-concat",
        "signature": "secp256k1-eip191",
        "owner": "address20",
        "signTarget": "unsigned_vote",
        "expiry": "absolute",
        "timeUnit": "s",
    },
}


def load(file):
    """The message classes of a .proto file."""
    proto = HERE.parent.parent / "proto"
    with tempfile.NamedTemporaryFile() as out:
        subprocess.run(
            ["protoc", f"-I{proto}", f"--descriptor_set_out={out.name}", file], check=True
        )
        files = descriptor_pb2.FileDescriptorSet.FromString(Path(out.name).read_bytes())
    pool = descriptor_pool.DescriptorPool()
    for each in files.file:
        pool.Add(each)
    factory = message_factory.MessageFactory(pool)
    package = files.file[0].package
    return {
        name: factory.GetPrototype(pool.FindMessageTypeByName(f"{package}.{name}"))
        for name in ("Vote", "Proposal")
    }


CONSENSUS = load("consensus.proto")
DE_MLS = load("de-mls.proto")


def owner_of(encoding, secret):
    uncompressed = public_key(secret)
    if encoding["owner"] == "address20":
        return keccak_256(uncompressed[1:])[12:]
    return key_of(secret).verifying_key.to_string("compressed")


def preimage(vote):
    """vote_id, owner, proposal_id, timestamp, vote, parent_hash, received_hash; integers little-endian."""
    return (
        vote.vote_id.to_bytes(4, "little")
        + vote.vote_owner
        + vote.proposal_id.to_bytes(4, "little")
        + vote.timestamp.to_bytes(8, "little")
        + bytes([vote.vote])
        + vote.parent_hash
        + vote.received_hash
    )


def vote_hash(vote):
    return hashlib.sha256(preimage(vote)).digest()


def serialize(message):
    return message.SerializeToString(deterministic=True)


def signed_digest(encoding, vote):
    target = vote.vote_hash
    if encoding["signTarget"] == "unsigned_vote":
        unsigned = CONSENSUS["Vote"]()
        unsigned.CopyFrom(vote)
        unsigned.ClearField("signature")
        target = serialize(unsigned)
    if encoding["signature"] == "secp256k1-eip191":
        return keccak_256(b"\x19Ethereum Signed Message:\n%d" % len(target) + target)
    return target


def signature(encoding, vote, secret):
    signed = sign(signed_digest(encoding, vote), secret)
    if encoding["signature"] == "secp256k1-eip191":
        return signed[:64] + bytes([27 + signed[64]])
    return signed[:64]


def seal(encoding, vote, secret):
    """Hashes and signs what stands in a vote."""
    vote.vote_hash = vote_hash(vote)
    vote.signature = signature(encoding, vote, secret)
    return vote


def cast(encoding, secret, proposal, yes, vote_id, timestamp):
    """The vote that somebody adds to the list of a proposal: section 2, step 4."""
    owner = owner_of(encoding, secret)
    own = [vote for vote in proposal.votes if vote.vote_owner == owner]
    vote = CONSENSUS["Vote"](
        vote_id=vote_id,
        vote_owner=owner,
        proposal_id=proposal.proposal_id,
        timestamp=timestamp,
        vote=yes,
        parent_hash=own[-1].vote_hash if own else b"",
        received_hash=proposal.votes[-1].vote_hash if proposal.votes else b"",
    )
    return seal(encoding, vote, secret)


def proposal(encoding, owner, voters, *, proposal_id=0xDEADBEEF, timestamp=1756000000, interval=3600):
    """A proposal of the key `owner`, as yet without votes."""
    absolute = encoding["expiry"] == "absolute"
    return CONSENSUS["Proposal"](
        name="remove-carol",
        payload="remove member carol",
        proposal_id=proposal_id,
        proposal_owner=owner_of(encoding, owner),
        expected_voters_count=voters,
        round=1,
        timestamp=timestamp,
        expiration_time=timestamp + interval if absolute else interval,
        liveness_criteria_yes=True,
    )
