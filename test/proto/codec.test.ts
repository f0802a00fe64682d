import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { messageType } from '../../proto/codec.ts'
import { DecodeError, EncodeError } from '../../proto/errors.ts'
import type { Message } from '../../proto/message.ts'

const every = messageType('../test/proto/every.proto', 'test.Every')
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const hex = (octets: Uint8Array) => Buffer.from(octets).toString('hex')
const set = (message: Message) => {
  const empty = every.decode(new Uint8Array())
  return Object.fromEntries(
    Object.entries(message).filter(([key, value]) => !same(value, empty[key])),
  )
}
const same = (a: unknown, b: unknown) => {
  try {
    assert.deepEqual(a, b)
    return true
  } catch {
    return false
  }
}

test('an empty input gives zero values where there is no presence, and nothing where there is', () => {
  const message = every.decode(new Uint8Array())
  assert.equal(message.int32, 0)
  assert.equal(message.uint64, 0n)
  assert.equal(message.string, '')
  assert.deepEqual(message.bytes, new Uint8Array())
  assert.deepEqual(message.packed, [])
  assert.deepEqual(message.map, new Map())
  for (const unset of ['optional_int32', 'optional_bytes', 'every', 'text', '$unknown'])
    assert.ok(!(unset in message), unset)
  assert.equal(hex(every.encode(message)), '')
})

// Bytes by hand from the encoding rules of protobuf.dev; what is set after decoding; the encoding of that.
const readings: [string, string, Record<string, unknown>, string?][] = [
  ['explicit zero of a field with presence', '880100', { optional_int32: 0 }],
  ['empty bytes of a field with presence', '920100', { optional_bytes: new Uint8Array() }],
  ['explicit zero without presence', '0800', {}, ''],
  ['int32 -1 in ten bytes', '08ffffffffffffffffff01', { int32: -1 }],
  ['int32 -1 in five bytes', '08ffffffff0f', { int32: -1 }, '08ffffffffffffffffff01'],
  ['2^53+1', '2881808080808080' + '10', { uint64: 2n ** 53n + 1n }],
  ['2^64-1', '28ffffffffffffffffff01', { uint64: 2n ** 64n - 1n }],
  ['int64 -2^63', '2080808080808080808001', { int64: -(2n ** 63n) }],
  ['sint64 -1', '3001', { sint64: -1n }],
  ['sint64 -2^63', '30ffffffffffffffffff01', { sint64: -(2n ** 63n) }],
  ['fixed64 2^63', '490000000000000080', { fixed64: 2n ** 63n }],
  ['sfixed64 -1', '51ffffffffffffffff', { sfixed64: -1n }],
  ['overlong varint', '2885808000', { uint64: 5n }, '2805'],
  ['unknown enum number', '8001ffffffffffffffffff01', { colour: -1 }],
  ['packed field unpacked', '98010198010a', { packed: [1n, 10n] }, '9a0102010a'],
  [
    'packed field mixed',
    '9801019a0102020398' + '0104',
    { packed: [1n, 2n, 3n, 4n] },
    '9a010401020304',
  ],
  ['unpacked field packed', 'a2010201' + '02', { unpacked: [1n, 2n] }, 'a00101a00102'],
  ['packed, zero elements', '9a0100', {}, ''],
  ['packed enums', 'ea01020163', { colours: [1, 99] }],
  ['last scalar wins', '080508000807', { int32: 7 }, '0807'],
  ['oneof: last member wins', 'd20101' + '61e2010162', { blob: bytes('62') }, 'e2010162'],
  ['oneof: empty member still selects', 'e20100', { blob: new Uint8Array() }],
  ['text with BOM, NUL and astral character', '7208efbbbf00f09f9880', { string: '\ufeff\0😀' }],
  [
    'map entry without key and value',
    'b20100',
    { map: new Map([['', every.decode(bytes(''))]]) },
    'b201040a001200',
  ],
]
for (const [what, input, expected, output] of readings)
  test(`reads ${what}`, () => {
    const message = every.decode(bytes(input))
    assert.deepEqual(set(message), expected)
    assert.equal(hex(every.encode(message)), output ?? input)
  })

test('a message that comes twice is merged; one cleared by a rival in its oneof is not', () => {
  const merged = every.decode(bytes('c201020801' + 'c2010328' + '8001')).every as Message
  assert.equal(merged.int32, 1)
  assert.equal(merged.uint64, 128n)
  const cleared = every.decode(bytes('da01020801' + 'e20100' + 'da01021001')).nested as Message
  assert.equal(cleared.int32, 0)
  assert.equal(cleared.uint32, 1)
})

test('map keys keep their order, and none of them reaches a prototype', () => {
  const entry = (key: string) => {
    const name = Buffer.from(key)
    return `b201${hex(Uint8Array.of(name.length + 4, 10, name.length, ...name, 18, 0))}`
  }
  const keys = ['__proto__', '9', 'constructor', '1', 'toString']
  const { map } = every.decode(bytes(keys.map(entry).join('')))
  assert.deepEqual([...(map as Map<string, Message>).keys()], keys)
  assert.deepEqual(Object.keys(Object.prototype), [])
})

test('a later map entry replaces an earlier one of the same key', () => {
  const { by_number } = every.decode(bytes('ba01050801' + '120161' + 'ba01020801'))
  assert.deepEqual(by_number, new Map([[1n, new Uint8Array()]]))
})

test('unknown fields keep number, wire type and bytes, and are written back', () => {
  const unknown = ['920e0161', '980e05', 'a50e01020304', 'a10e0102030405060708', 'c33e0809c43e']
  const message = every.decode(bytes(`${unknown[0]}0805${unknown.slice(1).join('')}`))
  assert.deepEqual(
    message.$unknown?.map(({ number, wireType, raw }) => [number, wireType, hex(raw)]),
    [226, 227, 228, 228, 1000].map((number, i) => [number, [2, 0, 5, 1, 3][i], unknown[i]]),
  )
  assert.equal(hex(every.encode(message)), `0805${unknown.join('')}`)
})

test('a known number with another wire type is an unknown field', () => {
  const message = every.decode(bytes('0a0161' + '7005'))
  assert.equal(message.int32, 0)
  assert.equal(message.string, '')
  assert.equal(message.$unknown?.length, 2)
})

const refused: [string, string, RegExp][] = [
  ['a tag without value', '08', /test\.Every\.int32 at offset 0: expected .*int32, got the end/],
  ['a truncated tag', '080180', /test\.Every at offset 2: expected a tag, got the end/],
  ['a truncated varint', '2880', /uint64 at offset 0: .* the end of the data inside a varint/],
  ['a varint of eleven bytes', '28ffffffffffffffffffff01', /more than ten bytes/],
  ['an unknown varint of eleven bytes', 'f83fffffffffffffffffffff01', /more than ten bytes/],
  ['a length beyond the end', '7a0561', /bytes at offset 0: .* after 3 bytes/],
  ['a length of 2^32-1', '72ffffffff0f', /string at offset 0/],
  ['a length of 2^63', '7280808080808080808001', /string at offset 0/],
  [
    'a packed length beyond the end',
    '9a010201',
    /packed at offset 0: .*a length of 2 with 1 bytes left/,
  ],
  ['a varint cut by its packed length', '9a010180', /packed at offset 0/],
  ['an inner field cut by the outer length', 'c201020a05', /test\.Every\.int32 at offset 3/],
  ['invalid UTF-8', '7202fffe', /string at offset 0/],
  ['an overlong NUL', '7202c080', /string at offset 0/],
  ['a lone surrogate', '7203eda080', /string at offset 0/],
  ['invalid UTF-8 in a map key', 'b201030a01ff', /map at offset 0/],
  ['field number 0', '0000', /field number 0/],
  ['a tag above 32 bits', '88808080800105', /expected a tag/],
  ['wire type 6', '0e', /wire type 6/],
  ['a group that is not closed', 'c33e0809', /the end/],
  ['an end of group without a start', 'c43e', /group 1000 never begun/],
  ['groups that cross', 'c33ecc3e', /group 1001 never begun/],
]
for (const [what, input, message] of refused)
  test(`refuses ${what}`, () => {
    assert.throws(
      () => every.decode(bytes(input)),
      (error: unknown) => {
        assert.ok(error instanceof DecodeError)
        assert.match(error.message, message)
        return true
      },
    )
  })

const groups = (depth: number) => bytes('c33e'.repeat(depth) + 'c43e'.repeat(depth))

test('groups nested 32 deep are read, 20 000 deep refused', () => {
  assert.equal(every.decode(groups(32)).$unknown?.length, 1)
  assert.throws(() => every.decode(groups(20_000)), DecodeError)
})

test('messages nested 32 deep are read, deeper than 100 refused, in both directions', () => {
  const nested = (depth: number) => {
    let message: Message = {}
    for (let i = 0; i < depth; i++) message = { every: message }
    return message
  }
  assert.equal(
    hex(every.encode(every.decode(every.encode(nested(32))))),
    hex(every.encode(nested(32))),
  )
  assert.throws(() => every.encode(nested(20_000)), EncodeError)
  // 101 levels, each with a length of its own in front.
  let hostile = Buffer.alloc(0)
  for (let i = 0; i <= 100; i++) {
    const { length } = hostile
    const prefix = length < 128 ? [length] : [(length & 127) | 128, length >>> 7]
    hostile = Buffer.concat([Buffer.from([0xc2, 0x01, ...prefix]), hostile])
  }
  assert.throws(() => every.decode(hostile), /nested deeper than 100/)
})

test('random bytes decode or throw DecodeError, and what decodes survives a round trip', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (input) => {
      let message: Message
      try {
        message = every.decode(input)
      } catch (error) {
        assert.ok(error instanceof DecodeError, String(error))
        return
      }
      assert.deepEqual(every.decode(every.encode(message)), message)
    }),
    { numRuns: 2000 },
  )
})

test('a Buffer is read as a Uint8Array is, and bytes are views of it', () => {
  const input = Buffer.from('7a0161', 'hex')
  const { bytes: read } = every.decode(input)
  assert.ok(read instanceof Uint8Array && !(read instanceof Buffer))
  assert.deepEqual(read, bytes('61'))
  assert.equal(read.buffer, input.buffer)
})

const unwritable: [string, Message, RegExp][] = [
  [
    'a key the schema does not have',
    { int: 1 },
    /test\.Every: expected one of .*, got the key int/,
  ],
  ['2^31 as int32', { int32: 2 ** 31 }, /int32: expected .*2\^31-1, got the number 2147483648/],
  ['-1 as uint32', { uint32: -1 }, /uint32/],
  ['a fraction', { int32: 1.5 }, /int32/],
  ['a number as 64-bit integer', { uint64: 1 }, /uint64: expected a bigint/],
  ['2^64 as uint64', { uint64: 2n ** 64n }, /uint64/],
  ['a string as enum', { colour: 'RED' }, /colour/],
  ['a string as bytes', { bytes: 'deadbeef' }, /bytes: expected a Uint8Array, got the string/],
  ['a lone surrogate', { string: '\ud800' }, /surrogates/],
  ['two members of a oneof', { text: 'a', blob: bytes('00') }, /one member of the oneof/],
  ['an object as map', { map: {} }, /expected a Map/],
  ['a single value as repeated field', { packed: 1n }, /expected an array/],
]
for (const [what, message, pattern] of unwritable)
  test(`refuses to write ${what}`, () => {
    assert.throws(
      () => every.encode(message),
      (error: unknown) => {
        assert.ok(error instanceof EncodeError)
        assert.match(error.message, pattern)
        return true
      },
    )
  })

test('a retyped field is read by its other type', () => {
  const wide = messageType('../test/proto/every.proto', 'test.Every', {
    'test.Every.int32': 'int64',
  })
  assert.equal(wide.decode(bytes('0880d095ffbc31')).int32, 1_700_000_000_000n)
})
