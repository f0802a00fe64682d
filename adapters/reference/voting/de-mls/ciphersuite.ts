import { type CiphersuiteImpl, getCiphersuiteFromName, getCiphersuiteImpl } from 'ts-mls'
import type { Dice } from '../dice.ts'

let shared: Promise<CiphersuiteImpl> | undefined

/** Ciphersuite 1, which every implementation of MLS has (RFC 9420, 17.1), with randomness from dice. */
export async function ciphersuite(dice: Dice): Promise<CiphersuiteImpl> {
  shared ??= getCiphersuiteImpl(
    getCiphersuiteFromName('MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519'),
  )
  const plain = await shared
  return { ...plain, rng: { randomBytes: (count) => dice.bytes().subarray(0, count) } }
}
