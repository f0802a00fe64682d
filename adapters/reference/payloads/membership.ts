import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { digest } from './digest.ts'
import type { Profile } from './profile.ts'
import { SIGNATURE_LENGTH, sign, signerOf } from './signature.ts'

/** An element of MembershipUpdateMessage.events: the signature, then the event as its author encoded it (AMB-19). */
export interface SignedEvent {
  /** Uncompressed public key, hex. */
  readonly author: string
  readonly event: Uint8Array
}

/** An element that holds no event. */
export class NoEvent extends Error {
  override name = 'NoEvent'
}

/** What is signed: with the chat id before it, so that the event counts in no other chat. */
function material(profile: Profile, chatId: string, event: Uint8Array): Uint8Array {
  const signed =
    profile.membershipMaterial === 'chatid+event' ? concatBytes(utf8ToBytes(chatId), event) : event
  return digest(profile.membershipDigest, signed)
}

export function signEvent(
  profile: Profile,
  chatId: string,
  event: Uint8Array,
  privateKey: string,
): Uint8Array {
  return concatBytes(sign(material(profile, chatId, event), privateKey), event)
}

/** Throws NoEvent and BadSignature. */
export function openEvent(profile: Profile, chatId: string, element: Uint8Array): SignedEvent {
  if (element.length <= SIGNATURE_LENGTH)
    throw new NoEvent(
      `expected ${SIGNATURE_LENGTH} bytes of signature and an event, got ${element.length} bytes`,
    )
  const event = element.subarray(SIGNATURE_LENGTH)
  const signature = element.subarray(0, SIGNATURE_LENGTH)
  return { author: signerOf(material(profile, chatId, event), signature), event }
}
