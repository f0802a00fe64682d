import type { Table } from '../../contract/handler.ts'
import { controlTable } from './control-table.ts'
import { Instances } from './instances.ts'
import { memberTable } from './member-table.ts'
import { nodeTable } from './node-table.ts'
import { pureTable } from './pure-table.ts'
import { day } from './time.ts'

/** The capabilities of the reference in this area: all but compression, of which 61 names no algorithm. */
export const archivesCapabilities: readonly string[] = [
  'archives.control',
  'archives.member',
  'archives.membership',
  'archives.invitations',
  'archives.restart',
  'archives.shard-info',
  'archives.waku-messages',
  'archives.files',
  'archives.download-option',
  'archives.seed-messages',
  'archives.known-keys',
  'archives.send-to-special',
  'archives.subscriptions',
  'archives.codec',
  'archives.addresses',
  'archives.index-key',
  'archives.message-types',
]

/** What the reference declares, by the keys of the readings. */
export const archivesReadings: Readonly<Record<string, string>> = {
  'archives.timeUnit': 'ns',
  'archives.compression': 'none',
  'archives.layers': 'waku-payload',
  'archives.specialTopic': 'dedicated',
  'archives.announcementType': '43',
  'archives.topics': 'status-go',
  'archives.encryptedCommunities': 'no',
}

/** What the reference chooses where the text leaves the choice. */
export const archivesSettings: Readonly<Record<string, string | number>> = {
  'archives.downloadOption': 'all',
  'archives.descriptionIntervalMs': day,
  'archives.lateMessages': 'rebuild',
}

/** The operations of the archives area. `root`: where nodes keep their files; absent: a temporary place. */
export function archivesTable(root?: string): Table {
  const instances = new Instances(root)
  return {
    ...nodeTable(instances),
    ...controlTable(instances),
    ...memberTable(instances),
    ...pureTable(),
  }
}
