import type protobuf from 'protobufjs'

/** What a field holds that is neither a message nor a map. 64-bit integers are bigint, always. */
export type ScalarValue = number | bigint | boolean | string | Uint8Array

/** How one scalar type of the protobuf language is written. */
export interface Scalar {
  readonly name: string
  /** 0 varint, 1 eight bytes, 2 length and bytes, 5 four bytes. */
  readonly wireType: 0 | 1 | 2 | 5
  /** The value of a field without presence of its own that is not on the wire. */
  readonly zero: ScalarValue
  /** What may be written, in words. */
  readonly range: string
  fits(value: unknown): boolean
  read(reader: protobuf.Reader): ScalarValue
  write(writer: protobuf.Writer, value: never): unknown
}

/** Reads a varint of at most ten bytes as an unsigned 64-bit integer. */
export function readVarint(reader: protobuf.Reader): bigint {
  let low = 0
  let high = 0
  for (let i = 0; i < 10; i++) {
    if (reader.pos >= reader.len) throw new RangeError('the end of the data inside a varint')
    const byte = reader.buf[reader.pos++] as number
    if (i < 7) low += (byte & 127) * 2 ** (7 * i)
    else high += (byte & 127) * 2 ** (7 * (i - 7))
    if (byte < 128)
      return high === 0 ? BigInt(low) : BigInt.asUintN(64, (BigInt(high) << 49n) | BigInt(low))
  }
  throw new RangeError('a varint of more than ten bytes')
}

/** Reads eight bytes, least significant first, as an unsigned 64-bit integer. */
function readFixed64(reader: protobuf.Reader): bigint {
  const low = reader.fixed32()
  return (BigInt(reader.fixed32()) << 32n) | BigInt(low)
}

// protobufjs takes a 64-bit integer without loss as its two halves.
type Long = Exclude<Parameters<protobuf.Writer['uint64']>[0], number | string>
function halves(value: bigint): Long {
  const low = Number(BigInt.asIntN(32, value))
  const high = Number(BigInt.asIntN(32, value >> 32n))
  return { low, high, unsigned: true } as Long
}

const zigzag = (value: bigint) => (value << 1n) ^ (value >> 63n)
const unzigzag = (value: bigint) => (value >> 1n) ^ -(value & 1n)
const signed = (value: bigint) => BigInt.asIntN(64, value)

const whole = (low: number, high: number) => (value: unknown) =>
  Number.isInteger(value) && (value as number) >= low && (value as number) <= high
const wide = (low: bigint, high: bigint) => (value: unknown) =>
  typeof value === 'bigint' && value >= low && value <= high

const i32 = { zero: 0, range: 'an integer in -2^31..2^31-1', fits: whole(-(2 ** 31), 2 ** 31 - 1) }
const u32 = { zero: 0, range: 'an integer in 0..2^32-1', fits: whole(0, 2 ** 32 - 1) }
const i64 = {
  zero: 0n,
  range: 'a bigint in -2^63..2^63-1',
  fits: wide(-(2n ** 63n), 2n ** 63n - 1n),
}
const u64 = { zero: 0n, range: 'a bigint in 0..2^64-1', fits: wide(0n, 2n ** 64n - 1n) }
const real = { zero: 0, range: 'a number', fits: (value: unknown) => typeof value === 'number' }
const text = {
  zero: '',
  range: 'a string without lone surrogates',
  fits: (value: unknown) => typeof value === 'string' && value.isWellFormed(),
}
const octets = {
  zero: new Uint8Array(),
  range: 'a Uint8Array',
  fits: (value: unknown) => value instanceof Uint8Array,
}

function writeVarint(writer: protobuf.Writer, value: bigint): void {
  writer.uint64(halves(value))
}

function writeFixed64(writer: protobuf.Writer, value: bigint): void {
  writer.fixed64(halves(value))
}

const flag = {
  zero: false,
  range: 'a boolean',
  fits: (value: unknown) => typeof value === 'boolean',
}

function scalar<T extends ScalarValue>(
  name: string,
  wireType: Scalar['wireType'],
  values: Pick<Scalar, 'zero' | 'range' | 'fits'>,
  read: (reader: protobuf.Reader) => T,
  write: (writer: protobuf.Writer, value: T) => unknown,
): [string, Scalar] {
  return [name, { name, wireType, ...values, read, write }]
}

/** The fifteen scalar types, by their name in the protobuf language. */
export const scalars: ReadonlyMap<string, Scalar> = new Map([
  scalar(
    'int32',
    0,
    i32,
    (r) => r.int32(),
    (w, v) => w.int32(v),
  ),
  scalar(
    'uint32',
    0,
    u32,
    (r) => r.uint32(),
    (w, v) => w.uint32(v),
  ),
  scalar(
    'sint32',
    0,
    i32,
    (r) => r.sint32(),
    (w, v) => w.sint32(v),
  ),
  scalar('int64', 0, i64, (r) => signed(readVarint(r)), writeVarint),
  scalar('uint64', 0, u64, readVarint, writeVarint),
  scalar(
    'sint64',
    0,
    i64,
    (r) => unzigzag(readVarint(r)),
    (w, v) => writeVarint(w, zigzag(v)),
  ),
  scalar(
    'fixed32',
    5,
    u32,
    (r) => r.fixed32(),
    (w, v) => w.fixed32(v),
  ),
  scalar(
    'sfixed32',
    5,
    i32,
    (r) => r.sfixed32(),
    (w, v) => w.sfixed32(v),
  ),
  scalar('fixed64', 1, u64, readFixed64, writeFixed64),
  scalar('sfixed64', 1, i64, (r) => signed(readFixed64(r)), writeFixed64),
  scalar(
    'float',
    5,
    real,
    (r) => r.float(),
    (w, v) => w.float(v),
  ),
  scalar(
    'double',
    1,
    real,
    (r) => r.double(),
    (w, v) => w.double(v),
  ),
  scalar(
    'bool',
    0,
    flag,
    (r) => r.bool(),
    (w, v) => w.bool(v),
  ),
  scalar(
    'string',
    2,
    text,
    (r) => r.stringVerify(),
    (w, v) => w.string(v),
  ),
  scalar(
    'bytes',
    2,
    octets,
    (r) => r.bytes(),
    (w, v) => w.bytes(v),
  ),
])
