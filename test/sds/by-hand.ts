/* Messages made by hand, and what a participant of the reference makes of them. */
import type { SdsConfig } from '../../adapters/reference/sds/config.ts'
import { Participant } from '../../adapters/reference/sds/participant.ts'
import { decodeMessage, encodeMessage, type SdsMessage } from '../../proto/sds.ts'

export const now = 1_000_000
export const bytes = (text: string) => new Uint8Array(Buffer.from(text))
/** A participant of the reference; its seed follows from its id. */
export const participant = (
  participantId = 'me',
  config: Partial<SdsConfig> = {},
  channelId: string | null = 'c',
) =>
  new Participant({ participantId, channelId, seed: bytes(participantId.padEnd(32)), now, config })

/** A content message of another participant, unless said otherwise; wire. */
export function message(
  messageId: string,
  lamport: number,
  needs: string[] = [],
  rest: Partial<SdsMessage> = {},
) {
  return encodeMessage({
    senderId: 'z',
    messageId,
    channelId: 'c',
    lamportTimestamp: BigInt(lamport),
    causalHistory: needs.map((id) => ({ messageId: id })),
    content: bytes(messageId),
    ...rest,
  })
}
export const sync = (
  messageId: string,
  lamport: number,
  needs: string[] = [],
  rest: Partial<SdsMessage> = {},
) => message(messageId, lamport, needs, { content: new Uint8Array(), ...rest })
export const ephemeral = (messageId: string, needs: string[] = []) =>
  encodeMessage({
    senderId: 'z',
    messageId,
    channelId: 'c',
    causalHistory: needs.map((id) => ({ messageId: id })),
    content: bytes(messageId),
  })

export const log = (p: Participant) => p.state().log.map((entry) => entry.messageId)
export const delivered = (p: Participant) =>
  p.drainEvents().flatMap((event) => (event.type === 'delivered' ? [event.messageId] : []))
export const history = (wire: Uint8Array) =>
  decodeMessage(wire).causalHistory.map((e) => e.messageId)
export const outgoing = (p: Participant) =>
  p.state().outgoing.map(({ messageId, state }) => ({ messageId, state }))
/** The filter of a participant that received these ids, as it stands in its next message. */
export function filterWith(...messageIds: string[]): Uint8Array {
  const donor = participant('donor')
  for (const id of messageIds) donor.receive(message(id, 1), now)
  return decodeMessage(donor.sendSync(now).wire).bloomFilter as Uint8Array
}
