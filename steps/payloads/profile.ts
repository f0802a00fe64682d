import type { World } from '../world.ts'
import type { Digest } from './keys.ts'

/** The readings of 62 on which bytes depend; what a client does not declare is as written. */
export interface Profile {
  readonly wrapper: '62' | 'application-metadata'
  readonly digest: Digest
  readonly membershipDigest: Digest
  readonly membershipMaterial: 'chatid+event' | 'event'
  readonly communityPayload: 'bare' | 'wrapped'
}

/** What the client declares. A reading that the text has not is noted beside the verdict. */
export function profileOf(world: World): Profile {
  const { readings = {} } = world.hello
  const declared = <const T extends readonly [string, ...string[]]>(key: string, options: T) => {
    const taken = readings[`payloads.${key}`] ?? options[0]
    if (!options.includes(taken))
      throw new Error(`expected ${options.join(' or ')} as reading payloads.${key}, got "${taken}"`)
    if (taken !== options[0]) world.notes.push(`reading payloads.${key}: ${taken}`)
    return taken as T[number]
  }
  return {
    wrapper: declared('wrapper', ['62', 'application-metadata']),
    digest: declared('digest', ['sha3-256', 'keccak-256']),
    membershipDigest: declared('membershipDigest', ['sha3-256', 'keccak-256']),
    membershipMaterial: declared('membershipMaterial', ['chatid+event', 'event']),
    communityPayload: declared('communityPayload', ['bare', 'wrapped']),
  }
}
