"""Writes wrappers.json and events.json: what is signed, under every declared reading, and what is not.

Keys 1, 2 and 3 are the private keys 1, 2 and 3. Signatures are those of python-ecdsa, digests those
of hashlib and pycryptodome.
"""

import json

from keys import DIGESTS, ORDER, public_key, recover, sign
from produce import HERE, RECORDS, UNKNOWN, encode, fill, tag, varint

PRODUCERS = ["python-ecdsa 0.18.0 with pycryptodome 3.11.0", "@noble/curves 2.4.0"]
KEY = {n: public_key(n).hex() for n in (1, 2, 3)}

MESSAGE = {
    "clock": "1757930643000",
    "timestamp": "1757930643000",
    "text": f"hello @0x{KEY[2]} how are you?",
    "response_to": "0xabc0",
    "ens_name": "alice.eth",
    "chat_id": f"0x{KEY[2]}",
    "message_type": "ONE_TO_ONE",
    "content_type": "TEXT_PLAIN",
    "display_name": "Alice of vectors",
}
PAYLOAD = encode("ChatMessage", MESSAGE)

NUMBERS = {"62": (4001, 4002), "application-metadata": (1, 2)}


def field(number, content):
    return tag(number, 2) + varint(len(content)) + content


def wrapper(profile, signature, payload, extra=b""):
    """The wrapper by hand: field numbers are what is under test."""
    numbers = NUMBERS[profile]
    signed = field(numbers[0], signature) if signature is not None else b""
    kind = b"\x18\x01" if profile == "application-metadata" else b""
    return signed + field(numbers[1], payload) + kind + extra


def case(identifier, comment, profile, signature, payload, extra=b"", **more):
    signers = {
        name: key.hex() if (key := recover(digest(payload), signature or b"")) else None
        for name, digest in DIGESTS.items()
    }
    return {
        "id": f"{profile}/{identifier}",
        "comment": comment,
        "wrapper": profile,
        "bytes": wrapper(profile, signature, payload, extra).hex(),
        "payload": payload.hex(),
        "signature": (signature or b"").hex(),
        "signers": signers,
        **more,
    }


def swapped(payload):
    """The same message with its first two fields in the other order."""
    message = RECORDS["ChatMessage"].FromString(payload)
    one, two = tag(1, 0) + varint(message.clock), tag(2, 0) + varint(message.timestamp)
    assert payload.startswith(one + two)
    return two + one + payload[len(one + two) :]


def wrappers():
    for profile in NUMBERS:
        for name, digest in DIGESTS.items():
            signature = sign(digest(PAYLOAD), 1)
            yield case(f"{name}/signed", "by key 1", profile, signature, PAYLOAD, result="valid", by={name: KEY[1]})
            yield case(f"{name}/other-signer", "the same payload by key 2", profile,
                       sign(digest(PAYLOAD), 2), PAYLOAD, result="valid", by={name: KEY[2]})
            yield case(f"{name}/changed-payload", "one byte of it changed after signing", profile,
                       signature, PAYLOAD.replace(b"hello", b"hallo"), result="other-author")
            yield case(f"{name}/reordered-payload", "two fields of it exchanged after signing", profile,
                       signature, swapped(PAYLOAD), result="other-author")
            rich = PAYLOAD + b"".join(UNKNOWN)
            yield case(f"{name}/unknown-in-payload", "a payload with fields that nobody knows", profile,
                       sign(digest(rich), 1), rich, result="valid", by={name: KEY[1]})
            yield case(f"{name}/unknown-in-wrapper", "a field beside the payload, which is not signed", profile,
                       signature, PAYLOAD, field(77, b"beside"), result="valid", by={name: KEY[1]})
            odd = b"\x08\x85\x80\x00" + b"\x1a\x01x"
            yield case(f"{name}/overlong-payload", "a number in more bytes than needed", profile,
                       sign(digest(odd), 1), odd, result="valid", by={name: KEY[1]})
            yield case(f"{name}/empty-payload", "nothing, signed", profile, sign(digest(b""), 1), b"",
                       result="valid", by={name: KEY[1]})
            yield from broken(profile, name, signature)
            s = ORDER - int.from_bytes(signature[32:64], "big")
            high = signature[:32] + s.to_bytes(32, "big") + bytes([signature[64] ^ 1])
            yield case(f"{name}/high-s", "the other signature that the same key can be recovered from",
                       profile, high, PAYLOAD, result="either")
        yield case("unsigned", "no signature", profile, None, PAYLOAD, result="unsigned")
        yield case("empty-signature", "a signature of no bytes is none", profile, b"", PAYLOAD, result="unsigned")


def broken(profile, name, good):
    def refused(identifier, comment, signature):
        return case(f"{name}/{identifier}", comment, profile, signature, PAYLOAD, result="invalid")

    r, s, v = good[:32], good[32:64], good[64:]
    der = b"\x30\x44\x02\x20" + r + b"\x02\x20" + s
    yield refused("64-bytes", "without the recovery id", good[:64])
    yield refused("66-bytes", "one byte too many", good + b"\x00")
    yield refused("der", "another encoding", der)
    yield refused("recovery-27", "27 is added to the recovery id", r + s + bytes([v[0] + 27]))
    yield refused("recovery-4", "beyond the four recovery ids", r + s + b"\x04")
    yield refused("r-0", "r is 0", bytes(32) + s + v)
    yield refused("s-0", "s is 0", r + bytes(32) + v)
    yield refused("r-order", "r is the order of the curve", ORDER.to_bytes(32, "big") + s + v)
    yield refused("zeros", "65 zero bytes", bytes(65))


CHAT = f"0x{KEY[1]}-7b2d2f5e-0d3c-4a6e-9b1f-2f6c7f0e8a11"
EVENT = {
    "clock": "1757930643000",
    "members": [f"0x{KEY[2]}", f"0x{KEY[3]}"],
    "type": "MEMBERS_ADDED",
}


def events():
    event = fill(RECORDS["MembershipUpdateEvent"](), EVENT).SerializeToString(deterministic=True)
    with_unknown = event + field(99, b"later")
    for name, digest in DIGESTS.items():
        for material in ("chatid+event", "event"):
            reading = {"membershipDigest": name, "membershipMaterial": material}

            def element(signed, chat=CHAT):
                before = chat.encode() if material == "chatid+event" else b""
                return sign(digest(before + signed), 1) + signed

            def made(identifier, comment, chat, whole):
                before = chat.encode() if material == "chatid+event" else b""
                author = recover(digest(before + whole[65:]), whole[:65])
                return {"id": f"{name}/{material}/{identifier}", "comment": comment, "reading": reading,
                        "chatId": chat, "element": whole.hex(), "event": whole[65:].hex(),
                        "author": author.hex() if author else None}

            good = element(event)
            yield made("signed", "by key 1", CHAT, good)
            yield made("unknown-field", "an event with a field that nobody knows", CHAT, element(with_unknown))
            yield made("other-chat", "the same element in another chat", CHAT + "x", good)
            yield made("added-field", "a field added after signing", CHAT, good + field(99, b"later"))


def write(name, about, cases):
    content = {"$schema": f"../schema/payloads-{name}.json", "subject": name, "about": about, "producers": PRODUCERS, "keys": KEY, "cases": list(cases)}
    (HERE / f"{name}.json").write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n")
    print(name, len(content["cases"]))


if __name__ == "__main__":
    write("wrappers", "Wrappers under both record numbers and both digests.", wrappers())
    write("events", "Membership events under the four readings of what is signed.", events())
