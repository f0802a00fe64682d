/*
Protobuf bytes by hand: field numbers and wire types are what is under test, so the schema that suite
and reference share has no say in them.
*/

/** One field of a message as it stands on the wire. */
export interface RawField {
  readonly number: number
  readonly wireType: number
  /** Varints and fixed numbers as bigint, the content of a length-delimited field as hex. */
  readonly value: bigint | string
}

/** Any integer as a varint; negative ones in ten bytes. */
export function varint(value: bigint): string {
  let rest = BigInt.asUintN(64, value)
  const bytes: number[] = []
  do {
    bytes.push(Number(rest & 127n) | (rest > 127n ? 128 : 0))
    rest >>= 7n
  } while (rest > 0n)
  return Buffer.from(bytes).toString('hex')
}

export function tag(number: number, wireType: number): string {
  return varint((BigInt(number) << 3n) | BigInt(wireType))
}

/** A length-delimited field. */
export function delimited(number: number, content: string): string {
  return `${tag(number, 2)}${varint(BigInt(content.length / 2))}${content}`
}

/** The fields of a message in their order; undefined where the bytes are none. Groups are not read. */
export function rawFields(hex: string): RawField[] | undefined {
  const bytes = Buffer.from(hex, 'hex')
  const fields: RawField[] = []
  let at = 0
  const number = (): bigint | undefined => {
    let value = 0n
    for (let i = 0n; i < 10n; i++) {
      const byte = bytes[at++]
      if (byte === undefined) return undefined
      value |= BigInt(byte & 127) << (7n * i)
      if (byte < 128) return BigInt.asUintN(64, value)
    }
    return undefined
  }
  const take = (length: number): Buffer | undefined =>
    at + length <= bytes.length ? bytes.subarray(at, (at += length)) : undefined
  while (at < bytes.length) {
    const key = number()
    if (key === undefined) return undefined
    const wireType = Number(key & 7n)
    const value = content(wireType, number, take)
    if (value === undefined) return undefined
    fields.push({ number: Number(key >> 3n), wireType, value })
  }
  return fields
}

function content(
  wireType: number,
  number: () => bigint | undefined,
  take: (length: number) => Buffer | undefined,
): bigint | string | undefined {
  switch (wireType) {
    case 0:
      return number()
    case 1:
      return take(8)?.readBigUInt64LE()
    case 2: {
      const length = number()
      return length === undefined ? undefined : take(Number(length))?.toString('hex')
    }
    case 5: {
      const word = take(4)?.readUInt32LE()
      return word === undefined ? undefined : BigInt(word)
    }
    default:
      return undefined
  }
}

/** The varints of a packed list; undefined where the content is none. */
export function packed(hex: string): bigint[] | undefined {
  // Each varint becomes a field of its own, so that the reader above reads it.
  const fields = hex
    .match(/../g)
    ?.map((byte, i, all) => {
      const first = i === 0 || Number.parseInt(all[i - 1] as string, 16) < 128
      return first ? `08${byte}` : byte
    })
    .join('')
  return fields === undefined ? [] : rawFields(fields)?.map(({ value }) => value as bigint)
}
