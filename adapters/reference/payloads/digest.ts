import { keccak_256, sha3_256 } from '@noble/hashes/sha3.js'
import type { Profile } from './profile.ts'

/** Both give 32 bytes, and taking the wrong one recovers another valid key without an error. */
const functions = {
  'sha3-256': sha3_256,
  'keccak-256': keccak_256,
} as const

/** The digest that a signature covers: of exactly these bytes, and of nothing else. */
export function digest(name: Profile['digest'], bytes: Uint8Array): Uint8Array {
  return functions[name](bytes)
}
