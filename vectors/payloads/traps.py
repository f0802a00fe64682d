"""Writes traps.json: unusual bytes by the class of mistake they provoke, and what each stands for.

The bytes and the answers are written by hand after the protobuf encoding; the runtimes confirm them.
`either`: runtimes differ and the text of 62 decides nothing; `value`, where given, is how it is read
by those who read it.
"""

from produce import tag, varint, write

C, D, M = "ChatMessage", "CommunityDescription", "CommunityMember"


def length(number, content):
    return tag(number, 2) + varint(len(content)) + content


def entry(number, key, value=b""):
    return length(number, length(1, key) + length(2, value))


def groups(depth):
    return tag(1000, 3) * depth + tag(1000, 4) * depth


def read(identifier, record, data, value, comment, unknown=()):
    data = bytes.fromhex(data) if isinstance(data, str) else data
    vector = {"id": identifier, "comment": comment, "record": record, "result": "valid"}
    vector.update(value=value, bytes=data.hex())
    if unknown:
        vector["unknown"] = [u if isinstance(u, str) else u.hex() for u in unknown]
    return vector


def refused(identifier, record, data, twin, comment):
    data = bytes.fromhex(data) if isinstance(data, str) else data
    vector = {"id": identifier, "comment": comment, "record": record, "result": "invalid"}
    return {**vector, "bytes": data.hex(), "twin": twin}


def either(vector):
    return {**vector, "result": "either"}


def traps():
    # Unknown fields.
    yield read("unknown-in-nested", "MembershipUpdateMessage", "0a01631a050805980107",
               {"chat_id": "c", "message": {"clock": "5"}}, "unknown field 19 inside a message", ["980107"])
    yield read("unknown-in-map-value", D, "12090a016b120418092001",
               {"members": {"k": {"last_update_clock": "9"}}}, "unknown field 4 inside the value of a map", ["2001"])
    yield read("legacy-field-6-text", "CommunityCancelRequestToJoin", b"\x08\x05" + length(6, b"magnet:?xt=urn"),
               {"clock": "5"}, "a magnet link where 56 once had one", [length(6, b"magnet:?xt=urn")])
    yield read("legacy-field-6-number", "CommunityCancelRequestToJoin", "08053003",
               {"clock": "5"}, "the same number with another wire type", ["3003"])
    yield read("deployed-wrapper-as-62", "StatusProtocolMessage", "0a01aa1201bb1801", {},
               "fields 1, 2, 3 are no fields of this wrapper", ["0a01aa", "1201bb", "1801"])
    yield read("decoy-8097", "StatusProtocolMessage", "8afa03010192fa010102", {"payload": "02"},
               "8097 ends like 4001 and is another number", ["8afa030101"])
    yield read("decoy-33-34", "StatusProtocolMessage", "8a0201aa920201bb", {},
               "33 and 34 begin like 4001 and 4002", ["8a0201aa", "920201bb"])
    yield read("unknown-group", C, "0805c33e0809c43e1a0178", {"clock": "5", "text": "x"},
               "a whole unknown group 1000 between two fields", ["c33e0809c43e"])
    # Defaults.
    yield read("explicit-defaults", C, "08001a0038006a00", {}, "defaults that are written count as absent")
    yield read("explicit-false", "PinMessage", "2000", {}, "the same for bool")
    yield read("nothing", C, "", {}, "no bytes are a message with nothing set")
    # Packed lists.
    yield read("packed", M, "0a020104", {"roles": ["ROLE_OWNER", "ROLE_ADMIN"]}, "as proto3 writes it")
    yield read("unpacked", M, "08010804", {"roles": ["ROLE_OWNER", "ROLE_ADMIN"]}, "as proto2 writes it")
    yield read("packed-and-unpacked", M, "08010a020405",
               {"roles": ["ROLE_OWNER", "ROLE_ADMIN", "ROLE_TOKEN_MASTER"]}, "both in one message")
    yield read("packed-empty", M, "0a00", {}, "a list of none")
    yield read("reserved-and-unknown-roles", M, "0a03010263", {"roles": ["ROLE_OWNER", 2, 99]},
               "2 is reserved, 99 unknown: kept as numbers")
    yield read("packed-64-bit", "RevealedAccount", length(3, varint(1) + varint(2**53 + 1) + varint(2**64 - 1)),
               {"chain_ids": ["1", str(2**53 + 1), str(2**64 - 1)]}, "beyond what a double holds")
    # Maps.
    two = {"clock": "1"}, {"clock": "2"}
    identity = lambda n: length(3, b"\x08" + bytes([n]))
    yield read("map-descending", D, entry(6, b"b", identity(2)) + entry(6, b"a", identity(1)),
               {"chats": {"b": {"identity": two[1]}, "a": {"identity": two[0]}}}, "keys in no order")
    yield read("map-same-key", D, "12080a016112030a010112070a016112021802",
               {"members": {"a": {"last_update_clock": "2"}}}, "the last entry replaces the first")
    yield read("map-empty-entry", D, "1200", {"members": {"": {}}}, "neither key nor value: both at their default")
    yield read("map-value-first", D, "1207120218010a017a", {"members": {"z": {"last_update_clock": "1"}}},
               "the value before the key")
    yield read("map-key-only", D, "12030a0178", {"members": {"x": {}}}, "no value")
    yield read("map-odd-keys", D, b"".join(entry(2, k, b"\x18\x01") for k in (b"__proto__", b"constructor", b"9", b"1")),
               {"members": {k: {"last_update_clock": "1"} for k in ("__proto__", "constructor", "9", "1")}},
               "keys that are special in some languages")
    # Integers.
    for name, number in (("2^53+1", 2**53 + 1), ("2^63", 2**63), ("2^64-1", 2**64 - 1)):
        yield read(f"clock-{name}", C, tag(1, 0) + varint(number), {"clock": str(number)}, "an unsigned 64-bit clock")
    yield read("int64-negative", "SyncInstallationContactV2", tag(14, 0) + varint(-1) + tag(15, 0) + varint(-(2**63)),
               {"verification_status": "-1", "trust_status": str(-(2**63))}, "signed, not zigzag")
    yield read("int32-ten-bytes", "StickerMessage", "10ffffffffffffffffff01", {"pack": -1}, "how -1 is written")
    yield read("int32-five-bytes", "StickerMessage", "10ffffffff0f", {"pack": -1}, "32 bits are enough")
    yield read("int32-high-bits", "StickerMessage", tag(2, 0) + varint(5 + (1 << 40)), {"pack": 5}, "cut to 32 bits")
    yield read("uint32-high-bits", "ChatIdentity", tag(9, 0) + varint(7 + (1 << 40)),
               {"first_message_timestamp": 7}, "cut to 32 bits")
    yield read("bool-2", "PinMessage", "2002", {"pinned": True}, "any number but 0 is true")
    yield read("bool-2^32", "PinMessage", "208080808010", {"pinned": True}, "also one whose low bits are 0")
    yield either(read("varint-overflow", C, "08ffffffffffffffffff7f", {"clock": str(2**64 - 1)},
                      "bits above the 64th: cut, or refused"))
    yield read("varint-overlong", C, "0885808000", {"clock": "5"}, "more bytes than needed")
    yield either(read("tag-overlong", C, "88800005", {"clock": "5"}, "a tag of more bytes than needed"))
    yield read("length-overlong", C, "1a8180800078", {"text": "x"}, "a length of more bytes than needed")
    # Text.
    yield read("text-forms", C, length(3, "e\u0301\u00e9\x00\U0001f600\ufeff".encode()),
               {"text": "e\u0301\u00e9\x00\U0001f600\ufeff"}, "decomposed, composed, NUL, astral, byte order mark")
    yield read("bytes-not-text", C, "6a02fffe", {"grant": "fffe"}, "bytes may be anything")
    # oneof.
    yield read("oneof-last-image", C, "4a030a016852030a0170", {"image": {"payload": "70"}}, "sticker, then image")
    yield read("oneof-last-sticker", C, "52030a01704a030a0168", {"sticker": {"hash": "h"}}, "image, then sticker")
    yield read("oneof-merged", C, "4a030a01684a021007", {"sticker": {"hash": "h", "pack": 7}}, "sticker in two parts")
    yield read("oneof-cleared", C, "4a030a016852030a01704a021007", {"sticker": {"pack": 7}},
               "what the image cleared does not come back")
    yield read("oneof-empty-bytes", C, "62000801", {"clock": "1", "community": ""}, "an empty member is set all the same")
    yield read("oneof-empty-message", C, "4a00", {"sticker": {}}, "the same for a message")
    yield read("oneof-entity", "MembershipUpdateMessage", "1a0208052202280122003a00",
               {"emoji_reaction": {"type": "LOVE"}}, "a message, then a reaction", ["3a00"])
    # Repeated singular fields.
    yield read("twice-last-wins", C, "08010802", {"clock": "2"}, "the last value counts")
    yield read("twice-last-default", C, "08050800", {}, "also when it is the default")
    yield read("twice-merged", D, "1a0208011a021803", {"permissions": {"ens_only": True, "access": "ON_REQUEST"}},
               "messages are merged")
    yield read("twice-lists-joined", D, "2a0542030a01612a0542030a0162",
               {"identity": {"social_links": [{"text": "a"}, {"text": "b"}]}}, "lists in them are joined")
    yield read("two-payloads", "StatusProtocolMessage", "8afa01015392fa01014192fa010142",
               {"signature": "53", "payload": "42"}, "the last payload is the payload")
    yield read("payload-first", "StatusProtocolMessage", "92fa0101418afa010153",
               {"signature": "53", "payload": "41"}, "payload before signature")
    yield read("out-of-order", C, "1a017808051003", {"clock": "5", "timestamp": "3", "text": "x"}, "fields in no order")
    # Enumerations.
    yield read("enum-unknown", C, "38c8014063", {"message_type": 200, "content_type": 99}, "kept as numbers")
    yield read("enum-negative", C, "40ffffffffffffffffff01", {"content_type": -1}, "kept as a number")
    yield read("enum-high-bits", C, tag(8, 0) + varint(1 + (1 << 40)), {"content_type": "TEXT_PLAIN"}, "cut to 32 bits")
    # Another wire type than the field's: an unknown field.
    yield either(read("wire-type-swapped", C, "0a01611807", {}, "clock as text, text as number", ["0a0161", "1807"]))
    yield either(read("wire-type-fixed", C, "0d01000000", {}, "clock as four bytes", ["0d01000000"]))
    yield either(read("enum-packed", C, "42020102", {}, "a singular enum sent packed", ["42020102"]))
    # Numbers and groups that runtimes take differently.
    yield either(refused("number-0", C, "0000", "", "there is no field 0"))
    yield either(refused("trailing-0", C, "080500", "0805", "a zero byte at the end"))
    yield either(refused("number-2^29", C, tag(2**29, 0) + b"\x01", "", "beyond the highest number"))
    yield read("number-2^29-1", C, tag(2**29 - 1, 0) + b"\x01", {}, "the highest number", [tag(2**29 - 1, 0) + b"\x01"])
    yield either(refused("tag-beyond-32-bits", C, "88808080800105", "0805", "its low bits are those of clock"))
    yield either(refused("stray-group-end", C, "0805c43e", "0805", "an end without a start"))
    yield read("groups-32", C, b"\x08\x05" + groups(32), {"clock": "5"}, "32 groups in each other", [groups(32)])
    yield either(refused("groups-20000", C, b"\x08\x05" + groups(20000), "0805", "20000 groups in each other"))


if __name__ == "__main__":
    write("traps", "Unusual bytes, by the mistake they provoke.", traps())
