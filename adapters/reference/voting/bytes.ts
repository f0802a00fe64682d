import { bytesToHex } from '@noble/hashes/utils.js'

export const noBytes = new Uint8Array()

export const equal = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at])

/** Bytes as a key of a Map or Set. */
export const keyOf = bytesToHex
