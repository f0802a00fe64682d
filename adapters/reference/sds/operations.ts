import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { DecodeError } from '../../../proto/errors.ts'
import type { HistoryEntry } from '../../../proto/sds.ts'
import { Lacks, Refused, type Table } from '../../contract/handler.ts'
import type { SdsEvent as ToldEvent } from '../../contract/sds.ts'
import { defaults, type SdsConfig } from './config.ts'
import type { SdsEvent } from './event.ts'
import type { Broadcast } from './outgoing.ts'
import { Participant } from './participant.ts'
import { type SdsRevision, texts } from './revision.ts'

/** What the reference has of the pinned text: everything. */
const pinnedCapabilities = [
  'sds.sync',
  'sds.ephemeral',
  'sds.no-channel',
  'sds.retrieval-hint',
  'sds.sweep-incoming',
  'sds.sweep-outgoing',
  'sds.tick',
  'sds.missing',
  'sds.state.lamport',
  'sds.state.log',
  'sds.state.incoming',
  'sds.state.outgoing',
  'sds.events.delivered',
  'sds.config.causalHistorySize',
  'sds.config.resendUnackMs',
  'sds.config.resendPossibleMs',
  'sds.config.syncIntervalMs',
  'sds.config.lostAfterMs',
  'sds.config.bloomCapacity',
  'sds.config.possibleAcksThreshold',
] as const

const repairSettings = ['repairMinMs', 'repairMaxMs', 'responseGroups', 'repairRequests'] as const

/** What it has of SDS-R besides. */
const repairCapabilities = [
  'sds.repair',
  'sds.sweep-repairs',
  'sds.state.toRequest',
  'sds.state.toAnswer',
  ...repairSettings.map((key) => `sds.config.${key}`),
]

/** The capabilities that the reference has in this area: all of a revision. */
export function sdsCapabilities(revision: SdsRevision): string[] {
  return [...pinnedCapabilities, ...(texts[revision].repairs ? repairCapabilities : [])]
}

/** What applies when the suite sets nothing. What is without limit is not named. */
export const sdsSettings: Record<string, number> = Object.fromEntries(
  Object.entries(defaults)
    .filter(([, value]) => Number.isFinite(value))
    .map(([key, value]) => [`sds.${key}`, value]),
)

const toldBroadcast = ({ messageId, wire }: Broadcast) => ({ messageId, wire: bytesToHex(wire) })

const toldEvent = (event: SdsEvent): ToldEvent =>
  event.type === 'missing' || event.type === 'lost'
    ? { type: event.type, messageIds: [...event.messageIds] }
    : event.type === 'delivered'
      ? { ...event, content: bytesToHex(event.content) }
      : event

const toldMissing = ({ messageId, retrievalHint }: HistoryEntry) =>
  retrievalHint === undefined
    ? { messageId }
    : { messageId, retrievalHint: bytesToHex(retrievalHint) }

/** The operations of the SDS area, each on the participant that the call names. */
export function sdsTable(revision: SdsRevision) {
  const participants = new Map<string, Participant>()

  const at = (instance: string): Participant => {
    const found = participants.get(instance)
    if (!found) throw new Error(`no participant ${instance}: call sds.create first`)
    return found
  }

  return {
    destroy: (_, { instance }) => {
      participants.delete(instance)
      return {}
    },
    'sds.create': ({ participantId, channelId, seed, config }, { instance, now }) => {
      const set: Partial<SdsConfig> = { ...config }
      const options = {
        revision,
        participantId,
        channelId,
        seed: hexToBytes(seed),
        now,
        config: set,
      }
      participants.set(instance, new Participant(options))
      return {
        ignoredConfig: texts[revision].repairs ? [] : repairSettings.filter((key) => key in set),
      }
    },
    'sds.send': ({ content, retrievalHint }, { instance, now }) => {
      const hint = retrievalHint === undefined ? undefined : hexToBytes(retrievalHint)
      return toldBroadcast(at(instance).send(hexToBytes(content), now, hint))
    },
    'sds.sendSync': (_, { instance, now }) => ({
      wire: bytesToHex(at(instance).sendSync(now).wire),
    }),
    'sds.sendEphemeral': ({ content }, { instance, now }) =>
      toldBroadcast(at(instance).sendEphemeral(hexToBytes(content), now)),
    'sds.receive': ({ wire }, { instance, now }) => {
      try {
        at(instance).receive(hexToBytes(wire), now)
      } catch (error) {
        if (error instanceof DecodeError) throw new Refused('undecodable', error.message)
        throw error
      }
      return {}
    },
    'sds.sweepIncoming': (_, { instance, now }) => ({
      missing: at(instance).sweepIncoming(now).map(toldMissing),
    }),
    'sds.sweepOutgoing': (_, { instance, now }) => ({
      due: at(instance).sweepOutgoing(now).map(toldBroadcast),
    }),
    'sds.sweepRepairs': (_, { instance, now }) => {
      if (!texts[revision].repairs) throw new Lacks('sds.sweep-repairs')
      return { due: at(instance).sweepRepairs(now).map(toldBroadcast) }
    },
    'sds.tick': (_, { instance, now }) => ({
      broadcasts: at(instance)
        .tick(now)
        .map(({ wire }) => ({ wire: bytesToHex(wire) })),
    }),
    'sds.state': (_, { instance }) => {
      const { lamportTimestamp, log, incoming, outgoing, toRequest, toAnswer } =
        at(instance).state()
      return {
        lamport: String(lamportTimestamp),
        log: log.map(({ messageId, lamportTimestamp: lamport }) => ({
          messageId,
          lamport: String(lamport),
        })),
        incoming: incoming.map((messageId) => ({ messageId })),
        outgoing: outgoing.map(({ messageId, state: status }) => ({ messageId, status })),
        ...(toRequest && { toRequest: [...toRequest] }),
        ...(toAnswer && { toAnswer: [...toAnswer] }),
      }
    },
    'sds.events': (_, { instance }) => ({ events: at(instance).drainEvents().map(toldEvent) }),
  } satisfies Table
}
