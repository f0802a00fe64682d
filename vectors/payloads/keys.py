"""secp256k1 and the two digests, by python-ecdsa and pycryptodome."""

import hashlib

import ecdsa
from Cryptodome.Hash import keccak
from ecdsa.curves import SECP256k1
from ecdsa.util import sigencode_string_canonize

ORDER = SECP256k1.order


def sha3_256(data):
    return hashlib.sha3_256(data).digest()


def keccak_256(data):
    return keccak.new(digest_bits=256, data=data).digest()


DIGESTS = {"sha3-256": sha3_256, "keccak-256": keccak_256}


def public_key(secret):
    return b"\x04" + key_of(secret).verifying_key.to_string()


def key_of(secret):
    return ecdsa.SigningKey.from_secret_exponent(secret, SECP256k1)


def sign(digest, secret):
    """r, s (low), recovery id: RFC 6979 with SHA-256."""
    signature = key_of(secret).sign_digest_deterministic(
        digest, hashfunc=hashlib.sha256, sigencode=sigencode_string_canonize
    )
    wanted = public_key(secret)
    for v in range(4):
        if recover(digest, signature + bytes([v])) == wanted:
            return signature + bytes([v])
    raise AssertionError("no recovery id gives the signer")


def recover(digest, signature):
    """The uncompressed key that signed; None where there is none."""
    if len(signature) != 65 or signature[64] > 3:
        return None
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:64], "big")
    if not (0 < r < ORDER and 0 < s < ORDER):
        return None
    x = r + (ORDER if signature[64] >= 2 else 0)
    p = SECP256k1.curve.p()
    if x >= p:
        return None
    square = (pow(x, 3, p) + 7) % p
    y = pow(square, (p + 1) // 4, p)
    if y * y % p != square:
        return None
    if y % 2 != signature[64] % 2:
        y = p - y
    point = ecdsa.ellipticcurve.Point(SECP256k1.curve, x, y, ORDER)
    inverse = pow(r, -1, ORDER)
    e = int.from_bytes(digest, "big")
    key = (point * (s * inverse % ORDER)) + (SECP256k1.generator * (-e * inverse % ORDER))
    if key == ecdsa.ellipticcurve.INFINITY:
        return None
    return b"\x04" + key.x().to_bytes(32, "big") + key.y().to_bytes(32, "big")
