import { encodingChoices } from '../../proto/vote-encoding.ts'
import type { ReferenceOptions } from './adapter.ts'
import { asWritten } from './payloads/profile.ts'
import type { Revision } from './revision.ts'
import { votingTexts } from './voting/profile.ts'

/*
The reference can be told to read open points otherwise, in its address: that is how it takes the place of a
client that declares another reading.
*/

/** What it can be told, by the keys of the readings. */
const choices: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    Object.entries(encodingChoices).map(([key, values]) => [`voting.${key}`, values]),
  ),
  'voting.receivedHash': ['last', 'first'],
  'voting.requireOwnerVote': ['true', 'false'],
  'voting.repeatedVotes': ['chain', 'reject'],
  'voting.silent': ['strict', 'quorum'],
  'voting.earlyNo': ['true', 'false'],
  'voting.expiryBound': ['exclusive', 'inclusive'],
  'voting.tiePolicy': ['REJECT', 'RETRY'],
  'voting.roster': ['enforced', 'open'],
  'payloads.wrapper': ['62', 'application-metadata'],
  'payloads.digest': ['sha3-256', 'keccak-256'],
  'payloads.membershipDigest': ['sha3-256', 'keccak-256'],
  'payloads.membershipMaterial': ['chatid+event', 'event'],
  'payloads.communityPayload': ['bare', 'wrapped'],
}

type Readings = Readonly<Record<string, string>>

/** `voting.signature=secp256k1-eip191,voting.roster=open`; throws RangeError for what it cannot be told. */
export function parseReadings(text: string): Readings {
  const pairs = text === '' ? [] : text.split(',').map((each) => each.split('=', 2))
  for (const [key = '', value = ''] of pairs) {
    const known = choices[key]
    if (!known?.includes(value))
      throw new RangeError(
        known
          ? `the reference can read ${key} as ${known.join(' or ')}, not "${value}"`
          : `the reference has no other reading of "${key}": ${Object.keys(choices).join(', ')}`,
      )
  }
  return Object.fromEntries(pairs) as Readings
}

/** Options under which the reference reads as told, and all else to the letter. */
export function optionsOf(revision: Revision | undefined, readings: Readings): ReferenceOptions {
  const of = (area: string) =>
    Object.fromEntries(
      Object.entries(readings)
        .filter(([key]) => key.startsWith(`${area}.`))
        .map(([key, value]) => [key.slice(area.length + 1), value]),
    )
  return {
    ...(revision && { revision }),
    voting: { ...votingTexts[revision ?? '2025-09-16'], ...of('voting') },
    payloads: { ...asWritten, ...of('payloads') },
  }
}

/** The address of the reference that reads as clients declare, as far as it can. */
export function referenceLike(revision: Revision | undefined, declared: Readings): string {
  const { voting, payloads } = optionsOf(revision, {})
  const literal = new Map<string, unknown>([
    ...Object.entries(voting ?? {}).map(([key, value]) => [`voting.${key}`, value] as const),
    ...Object.entries(payloads ?? {}).map(([key, value]) => [`payloads.${key}`, value] as const),
  ])
  const told = Object.entries(declared)
    .filter(([key, value]) => choices[key]?.includes(value) && literal.get(key) !== value)
    .map(([key, value]) => `${key}=${value}`)
  const name = revision === undefined ? 'reference' : `reference@${revision}`
  return told.length === 0 ? name : `${name}:${told.join(',')}`
}
