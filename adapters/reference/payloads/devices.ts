import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { hexEncode } from './chat-id.ts'
import { post } from './outbox.ts'
import type { Profile } from './profile.ts'
import type { NodeState } from './state.ts'

/** The user's own devices; nobody else gets what is sent there. */
const devices = { kind: 'devices', id: '' } as const

/** The random id of a device, from the seed that stands for its randomness (62, SyncPairInstallation). */
export function installationIdOf(seed: string): string {
  return bytesToHex(sha256(hexToBytes(seed)).subarray(0, 16))
}

/** Tells the paired devices of a contact, in a best-effort way. */
export function announceContact(
  node: NodeState,
  profile: Profile,
  now: number,
  publicKey: string,
): void {
  if (!node.paired) return
  const message = { last_updated_locally: BigInt(now), id: hexEncode(publicKey), added: true }
  post(node, profile, 'SyncInstallationContactV2', message, devices)
}

/** Tells the paired devices of a public chat that was joined. */
export function announceChat(node: NodeState, profile: Profile, now: number, id: string): void {
  if (!node.paired) return
  post(node, profile, 'SyncInstallationPublicChat', { clock: BigInt(now), id }, devices)
}

/** Tells the paired devices about this one. */
export function describeDevice(
  node: NodeState,
  profile: Profile,
  now: number,
  name: string,
  deviceType: string,
): void {
  const message = {
    clock: BigInt(now),
    installation_id: node.installationId,
    device_type: deviceType,
    name,
  }
  post(node, profile, 'SyncPairInstallation', message, devices)
}
