import type protobuf from 'protobufjs'
import { readVarint } from './scalars.ts'

/** Nesting, of messages or of groups, beyond which input is refused: the limit of protoc. */
export const maxDepth = 100

export interface Tag {
  readonly number: number
  readonly wireType: number
}

/** Reads the tag that opens a record. */
export function readTag(reader: protobuf.Reader): Tag {
  const tag = reader.tag()
  if (tag >>> 3 === 0) throw new RangeError('field number 0, which does not exist')
  return { number: tag >>> 3, wireType: tag & 7 }
}

/** Reads the length of a value and returns where the value ends. */
export function readEnd(reader: protobuf.Reader): number {
  const length = reader.size()
  const left = reader.len - reader.pos
  if (length > left) throw new RangeError(`a length of ${length} with ${left} bytes left`)
  return reader.pos + length
}

/** Passes over a value whose field is unknown; a group is passed over whole. */
export function skipValue(reader: protobuf.Reader, tag: Tag): void {
  const open: number[] = []
  let { number, wireType } = tag
  for (;;) {
    if (wireType === 0) readVarint(reader)
    else if (wireType === 1) reader.skip(8)
    else if (wireType === 2) reader.pos = readEnd(reader)
    else if (wireType === 5) reader.skip(4)
    else if (wireType === 3) open.push(number)
    else if (wireType !== 4) throw new RangeError(`wire type ${wireType}, which does not exist`)
    else if (open.pop() !== number) throw new RangeError(`an end of group ${number} never begun`)
    if (open.length === 0) return
    if (open.length > maxDepth) throw new RangeError(`groups nested deeper than ${maxDepth}`)
    ;({ number, wireType } = readTag(reader))
  }
}
