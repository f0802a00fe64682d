import type { Table } from '../../contract/handler.ts'
import type { Hello } from '../../contract/hello.ts'
import { codecTable } from './codec-table.ts'
import { UPDATE_INTERVAL_MS } from './contacts.ts'
import { MAX_PAYLOAD_BYTES } from './content.ts'
import { nodeTable } from './node-table.ts'
import { contentTypes } from './numbers.ts'
import type { Profile } from './profile.ts'
import type { NodeState } from './state.ts'

/** What the reference has of the payloads area, for `hello`. */
export function claims(profile: Profile): Pick<Hello, 'capabilities' | 'readings' | 'settings'> {
  const parts = ['reencode', 'wrap', 'membership', 'mentions', 'display', 'node', 'restart']
  const more = ['relay', 'acts', 'groups', 'contacts', 'media']
  const optional = Object.keys(contentTypes).filter((name) => name !== 'TEXT_PLAIN')
  return {
    capabilities: [
      ...[...parts, ...more].map((part) => `payloads.${part}`),
      ...optional.map((name) => `payloads.content.${name}`),
    ],
    readings: Object.fromEntries(
      Object.entries(profile).map(([key, reading]) => [`payloads.${key}`, reading]),
    ),
    settings: {
      'payloads.contactUpdateIntervalMs': UPDATE_INTERVAL_MS,
      'payloads.maxPayloadBytes': MAX_PAYLOAD_BYTES,
      'payloads.tooOldClock': 'mark',
      'payloads.unknownSender': 'create',
    },
  }
}

/** The operations of the payloads area and, for `destroy`, how an instance is forgotten. */
export function payloads(profile: Profile): { table: Table; forget(instance: string): void } {
  const nodes = new Map<string, NodeState>()
  return {
    table: { ...codecTable(profile), ...nodeTable(profile, nodes) },
    forget: (instance) => {
      nodes.delete(instance)
    },
  }
}
