import { record } from '../../proto/payloads/records.ts'
import { digest, sign, signerOf } from './keys.ts'
import type { Profile } from './profile.ts'
import { delimited, type RawField, rawFields, tag, varint } from './wire.ts'

/* Wrappers and membership events of the suite's own making, bytes in hex. */

/** Numbers of the wrapper as 62 has them, and what they are on the real network. */
const deployed: Readonly<Record<number, number>> = { 4001: 1, 4002: 2 }

/** The number that stands for one of 62 under the declared reading. */
export function wrapperNumber(profile: Profile, number: number): number {
  return profile.wrapper === '62' ? number : (deployed[number] ?? number)
}

export interface WrapOptions {
  /** Absent: no such field. */
  readonly signature?: string | undefined
  /** Bytes of further fields, before and after. */
  readonly front?: string
  readonly behind?: string
  /** Numbers other than the wrapper's. */
  readonly signatureNumber?: number
  readonly payloadNumber?: number
}

export function wrap(
  profile: Profile,
  name: string,
  payload: string,
  { signature, front = '', behind = '', signatureNumber = 4001, payloadNumber = 4002 }: WrapOptions,
): string {
  const signed =
    signature === undefined ? '' : delimited(wrapperNumber(profile, signatureNumber), signature)
  const content = delimited(wrapperNumber(profile, payloadNumber), payload)
  return `${front}${signed}${content}${typeField(profile, name)}${behind}`
}

/** The type that the real network writes beside the payload. */
function typeField(profile: Profile, name: string): string {
  if (profile.wrapper === '62') return ''
  const { values } = record('ApplicationMetadataMessage').type.lookupEnum('Type')
  const type = values[name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()] ?? 0
  return `${tag(3, 0)}${varint(BigInt(type))}`
}

export function signPayload(profile: Profile, payload: string, privateKey: string): string {
  return sign(digest(profile.digest, payload), privateKey)
}

export interface Opened {
  readonly signature: string
  readonly payload: string
  /** What else stands at the top; the type of the real network is no surprise. */
  readonly others: readonly RawField[]
}

/** A wrapper of the client, read by hand; undefined where the bytes are none. */
export function open(profile: Profile, wrapper: string): Opened | undefined {
  const fields = rawFields(wrapper)
  if (fields === undefined) return undefined
  const only = (number: number) =>
    fields.findLast((f) => f.number === wrapperNumber(profile, number) && f.wireType === 2)
  const [signature, payload] = [only(4001), only(4002)]
  const others = fields.filter(
    (f) => f !== signature && f !== payload && !(profile.wrapper !== '62' && f.number === 3),
  )
  const hex = (field: RawField | undefined) => (field?.value as string | undefined) ?? ''
  return { signature: hex(signature), payload: hex(payload), others }
}

/** Public key of who signed the payload under the declared digest; `nobody` where no key can have. */
export function payloadSigner(profile: Profile, { payload, signature }: Opened): string {
  return signerOf(digest(profile.digest, payload), signature)
}

function eventDigest(profile: Profile, chatId: string, event: string): Uint8Array {
  const before =
    profile.membershipMaterial === 'chatid+event' ? Buffer.from(chatId).toString('hex') : ''
  return digest(profile.membershipDigest, `${before}${event}`)
}

/** One element of MembershipUpdateMessage.events. */
export function signEvent(
  profile: Profile,
  chatId: string,
  event: string,
  privateKey: string,
): string {
  return `${sign(eventDigest(profile, chatId, event), privateKey)}${event}`
}

/** Public key of who signed an element. */
export function eventSigner(profile: Profile, chatId: string, element: string): string {
  return signerOf(eventDigest(profile, chatId, element.slice(130)), element.slice(0, 130))
}
