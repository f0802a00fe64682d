import { encode } from 'ts-mls/codec/tlsEncoder.js'
import {
  decodeVarLenData,
  decodeVarLenType,
  varLenDataEncoder,
  varLenTypeEncoder,
} from 'ts-mls/codec/variableLength.js'

/** Byte strings one after the other, as a vector of vectors of MLS (RFC 9420, 2.1.2). */
export const encodeVectors = encode(varLenTypeEncoder(varLenDataEncoder))

/** Undefined where the bytes are no such vector. */
export function decodeVectors(bytes: Uint8Array): Uint8Array[] | undefined {
  try {
    const read = decodeVarLenType(decodeVarLenData)(bytes, 0)
    return read && read[1] === bytes.length ? read[0] : undefined
  } catch {
    return undefined
  }
}
