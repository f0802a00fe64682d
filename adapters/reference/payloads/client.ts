import type { Table } from '../../contract/handler.ts'
import { codecTable } from './codec-table.ts'
import { UPDATE_INTERVAL_MS } from './contacts.ts'
import { MAX_PAYLOAD_BYTES } from './content.ts'
import { nodeTable } from './node-table.ts'
import { contentTypes } from './numbers.ts'
import type { Profile } from './profile.ts'
import type { NodeState } from './state.ts'

/** The content types besides TEXT_PLAIN that the reference has. */
const optional = Object.keys(contentTypes).filter((name) => name !== 'TEXT_PLAIN')

/** The capabilities that the reference has in this area: all. */
export const payloadsCapabilities: readonly string[] = [
  'payloads.reencode',
  'payloads.wrap',
  'payloads.membership',
  'payloads.mentions',
  'payloads.display',
  'payloads.node',
  'payloads.restart',
  'payloads.relay',
  'payloads.acts',
  'payloads.groups',
  'payloads.contacts',
  'payloads.media',
  ...optional.map((name) => `payloads.content.${name}`),
]

/** What the reference chooses where the text leaves the choice. */
export const payloadsSettings: Readonly<Record<string, string | number>> = {
  'payloads.contactUpdateIntervalMs': UPDATE_INTERVAL_MS,
  'payloads.maxPayloadBytes': MAX_PAYLOAD_BYTES,
  'payloads.tooOldClock': 'mark',
  'payloads.unknownSender': 'create',
}

/** What the reference declares, by the keys of the readings. */
export function payloadsReadings(profile: Profile): Record<string, string> {
  const entries = Object.entries(profile)
  return Object.fromEntries(entries.map(([key, reading]) => [`payloads.${key}`, reading]))
}

/** The operations of the payloads area, on nodes that read the text as `profile` says. */
export function payloadsTable(profile: Profile): Table {
  const nodes = new Map<string, NodeState>()
  return {
    destroy: (_, { instance }) => {
      nodes.delete(instance)
      return {}
    },
    ...codecTable(profile),
    ...nodeTable(profile, nodes),
  }
}
