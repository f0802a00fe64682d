import { bytesToHex } from '@noble/hashes/utils.js'
import { hexEncode } from './chat-id.ts'
import { chatWith } from './chats.ts'
import { advanced, nextClock } from './clock.ts'
import { announceContact } from './devices.ts'
import { post } from './outbox.ts'
import type { Profile } from './profile.ts'
import type { ChatIdentity, ContactUpdate } from './shapes.ts'
import type { Contact, NodeState } from './state.ts'

/** Time between two rounds of ContactUpdate; the text leaves it to the client (62, Contact update). */
export const UPDATE_INTERVAL_MS = 48 * 60 * 60 * 1000

export function contactOf(node: NodeState, publicKey: string): Contact {
  const known = node.contacts.get(publicKey)
  if (known !== undefined) return known
  const contact: Contact = { added: false, clock: 0n, ensName: '', profileImage: '' }
  node.contacts.set(publicKey, contact)
  return contact
}

export function addContact(
  node: NodeState,
  profile: Profile,
  now: number,
  publicKey: string,
): void {
  contactOf(node, publicKey).added = true
  sendUpdate(node, profile, now, publicKey)
  announceContact(node, profile, now, publicKey)
}

/** Tells all contacts, if anything changed. */
export function setProfile(
  node: NodeState,
  profile: Profile,
  now: number,
  ensName = node.profile.ensName,
  image = node.profile.image,
): void {
  const changed =
    ensName !== node.profile.ensName || bytesToHex(image) !== bytesToHex(node.profile.image)
  node.profile.ensName = ensName
  node.profile.image = image
  if (changed) sendUpdates(node, profile, now)
}

/** One round to all contacts when it is due. */
export function sendDueUpdates(node: NodeState, profile: Profile, now: number): void {
  if (now < node.updateDue) return
  node.updateDue = now + UPDATE_INTERVAL_MS
  sendUpdates(node, profile, now)
}

function sendUpdates(node: NodeState, profile: Profile, now: number): void {
  for (const [publicKey, { added }] of node.contacts)
    if (added) sendUpdate(node, profile, now, publicKey)
}

/** Its clock is that of the chat with this user, so each contact gets another one (PAY-CU-07). */
function sendUpdate(node: NodeState, profile: Profile, now: number, publicKey: string): void {
  const chat = chatWith(node, publicKey)
  const clock = nextClock(chat.clock, now)
  const message = {
    clock,
    ens_name: node.profile.ensName,
    profile_image: Buffer.from(node.profile.image).toString('base64'),
    public_key: hexEncode(node.publicKey),
  }
  post(node, profile, 'ContactUpdate', message, { kind: 'private', id: publicKey })
  chat.clock = advanced(chat.clock, clock)
}

/** A name counts as this user's only if the name service says so (62, ChatIdentity). */
export function isVerified(node: NodeState, publicKey: string): boolean {
  const { ensName } = contactOf(node, publicKey)
  return Object.hasOwn(node.ens, ensName) && node.ens[ensName] === publicKey
}

/** What a user says of itself; an older identity never overwrites a newer one. */
export function learnIdentity(node: NodeState, author: string, identity: ChatIdentity): void {
  const contact = contactOf(node, author)
  if (identity.clock <= contact.clock) return
  contact.clock = identity.clock
  contact.ensName = identity.ens_name
}

/** An older update never overwrites a newer one. */
export function learnContact(node: NodeState, author: string, update: ContactUpdate): void {
  const contact = contactOf(node, author)
  if (update.clock <= contact.clock) return
  contact.clock = update.clock
  contact.ensName = update.ens_name
  contact.profileImage = update.profile_image
  const chat = chatWith(node, author)
  chat.clock = advanced(chat.clock, update.clock)
}
