import { type Handler, handler, type Table } from '../contract/handler.ts'
import type { Hello } from '../contract/hello.ts'
import {
  archivesCapabilities,
  archivesReadings,
  archivesSettings,
  archivesTable,
} from './archives/client.ts'
import * as payloads from './payloads/client.ts'
import { asWritten, type Profile as PayloadsProfile } from './payloads/profile.ts'
import type { Revision } from './revision.ts'
import { sdsCapabilities, sdsSettings, sdsTable } from './sds/operations.ts'
import {
  deMlsCapabilities,
  deMlsReadings,
  deMlsSettings,
  deMlsTable,
} from './voting/de-mls/operations.ts'
import { type DeMlsProfile, literalGroups } from './voting/de-mls/profile.ts'
import { votingCapabilities, votingReadings, votingTable } from './voting/operations.ts'
import { type VotingProfile, votingTexts } from './voting/profile.ts'

/** How the reference reads what the texts leave open. */
export interface ReferenceOptions {
  /** The revision of the texts that have several; absent: the pinned one. */
  readonly revision?: Revision
  readonly voting?: VotingProfile
  readonly deMls?: DeMlsProfile
  readonly payloads?: PayloadsProfile
  /** Where nodes with archives keep their files; absent: a temporary place. */
  readonly archivesFolder?: string
}

/** The reference implementation as a client: one table of operations per area. */
export function reference(options: ReferenceOptions = {}): Handler {
  const {
    revision = '2025-09-16',
    voting = votingTexts[revision],
    deMls = literalGroups,
    payloads: profile = asWritten,
  } = options
  const hello: Hello = {
    protocol: 1,
    implementation: { name: 'vac-conformance reference', version: '0.1.0', language: 'TypeScript' },
    adapter: { name: 'reference', version: '0.1.0' },
    areas: ['sds', 'voting', 'archives', 'payloads'],
    documents: [
      'sds',
      'consensus',
      'de-mls',
      '61-community-history',
      '56-communities',
      'mvds',
      '62-payloads',
    ],
    capabilities: [
      ...sdsCapabilities(revision),
      ...archivesCapabilities,
      ...votingCapabilities(voting),
      ...deMlsCapabilities(deMls),
      ...payloads.payloadsCapabilities,
    ],
    clock: 'virtual',
    revisions: { sds: revision, voting: voting.revision },
    readings: {
      ...archivesReadings,
      ...votingReadings(voting),
      ...deMlsReadings(deMls),
      ...payloads.payloadsReadings(profile),
    },
    settings: {
      ...archivesSettings,
      ...sdsSettings,
      ...deMlsSettings,
      ...payloads.payloadsSettings,
    },
  }
  const tables: Table[] = [
    archivesTable(options.archivesFolder),
    sdsTable(revision),
    votingTable(voting),
    deMlsTable(voting, deMls),
    payloads.payloadsTable(profile),
  ]
  const destroy: Table['destroy'] = (params, call) => {
    for (const table of tables) table.destroy?.(params, call)
    return {}
  }
  return handler({ ...Object.assign({}, ...tables), hello: () => hello, destroy })
}
