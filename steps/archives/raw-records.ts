import { archiveIndex } from '../../proto/archives/messages.ts'
import { messageType } from '../../proto/codec.ts'

/** One record of a message as it stands on the wire. */
export interface RawRecord {
  readonly field: number
  readonly wireType: number
  /** What follows the tag; of a length-delimited record without its length. */
  readonly value: Uint8Array
}

// A message type without fields: to it every record is unknown, and kept as it came.
const anything = messageType('archives/anything.proto', 'anything.Anything')

/** The records of a message, in order. Throws DecodeError where the bytes are no protobuf. */
export function rawRecords(bytes: Uint8Array): RawRecord[] {
  const { $unknown = [] } = anything.decode(bytes)
  return $unknown.map(({ number, wireType, raw }) => {
    const body = raw.subarray(varintLength(raw, 0))
    const value = wireType === 2 ? body.subarray(varintLength(body, 0)) : body
    return { field: number, wireType, value }
  })
}

/** The entries of an encoded WakuMessageArchiveIndex with the bytes of their values as they came. */
export function rawEntries(index: Uint8Array): { key: string; value: Uint8Array }[] {
  archiveIndex.decode(index)
  return rawRecords(index)
    .filter(({ field, wireType }) => field === 1 && wireType === 2)
    .map(({ value: entry }) => {
      const parts = rawRecords(entry)
      const last = (field: number) => parts.findLast((part) => part.field === field)?.value
      return {
        key: Buffer.from(last(1) ?? []).toString('utf8'),
        value: last(2) ?? new Uint8Array(),
      }
    })
}

function varintLength(bytes: Uint8Array, start: number): number {
  let length = 1
  while (((bytes[start + length - 1] ?? 0) & 128) !== 0) length += 1
  return length
}
