import { bytesToHex } from '@noble/hashes/utils.js'
import type { Dice } from './dice.ts'

export interface NetworkConfig {
  readonly kind: 'p2p' | 'gossip'
  /** The other voters. */
  readonly peers: readonly string[]
  readonly topic: string
}

export interface Sending {
  to?: string
  topic?: string
  wire: string
}

/** To whom messages go (Flow): one random peer, or everybody on the subscribed channel. */
export function address(
  messages: readonly Uint8Array[],
  network: NetworkConfig | undefined,
  dice: Dice,
): Sending[] {
  if (!network || messages.length === 0) return []
  const wires = messages.map(bytesToHex)
  if (network.kind === 'gossip') return wires.map((wire) => ({ topic: network.topic, wire }))
  const to = dice.pick(network.peers)
  return wires.map((wire) => ({ to, wire }))
}
