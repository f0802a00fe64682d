import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Announcements } from './announcements.ts'
import { Archives } from './archives.ts'
import { Archiving } from './archiving.ts'
import { CatchUp, type CatchUpParts } from './catch-up.ts'
import { ChatMessages } from './chat-messages.ts'
import { LamportClock } from './clock.ts'
import { CodexClient } from './codex-client.ts'
import { Communities } from './communities.ts'
import { Database } from './database.ts'
import { Descriptions } from './descriptions.ts'
import { Downloading } from './downloading.ts'
import { Importing } from './importing.ts'
import { Membership } from './membership.ts'
import type { Outbox } from './outbox.ts'
import { Publishing } from './publishing.ts'
import { StoreClient } from './store-client.ts'
import type { Task } from './task.ts'
import { Upkeep } from './upkeep.ts'
import { WakuMessages } from './waku-messages.ts'

/** Where a node keeps its things and whom it asks. */
export interface NodeConfig {
  /** Database and archive files; kept over restarts. */
  readonly folder: string
  /** The node's own key, 32 bytes. */
  readonly privateKey: Uint8Array
  readonly codexUrl: string
  readonly storeUrl: string
  /** What it keeps over restarts; absent: a file in its folder. */
  readonly database?: Database
}

/** What a node is made of. */
export interface Parts {
  readonly database: Database
  readonly communities: Communities
  readonly clock: LamportClock
  readonly messages: WakuMessages
  readonly chat: ChatMessages
  readonly importing: Importing
  readonly membership: Membership
  readonly descriptions: Descriptions
  readonly announcements: Announcements
  /** What the node does by itself. */
  readonly tasks: readonly Task[]
}

/** The place set aside for the archive files of a node. */
export function archiveFolder({ folder }: NodeConfig): string {
  return join(folder, 'archives')
}

/** Opens the database, making it on first use, and puts the parts together. */
export function assemble(
  config: NodeConfig,
  outbox: Outbox,
  receive: CatchUpParts['receive'],
): Parts {
  const { privateKey } = config
  const database = config.database ?? new Database(join(madeFolder(config.folder), 'node.db'))
  const communities = new Communities(database)
  const clock = new LamportClock(database)
  const codex = new CodexClient(config.codexUrl)
  const store = new StoreClient(config.storeUrl)
  const archives = new Archives(database)
  const messages = new WakuMessages(database)
  const chat = new ChatMessages(database)
  const importing = new Importing(database, chat)
  const announcements = new Announcements(database, communities)
  const descriptions = new Descriptions(communities, clock, outbox)
  const root = archiveFolder(config)
  const lasting = config.database === undefined
  const storage = { root, lasting, database, communities, messages, archives }
  const archiving = new Archiving(storage)
  const upkeep = new Upkeep({ database, communities, archives, messages, codex })
  const common = { communities, archives, clock, descriptions, outbox, codex }
  const tasks = [
    new CatchUp({ communities, store, receive }),
    archiving,
    new Publishing({ ...common, archiving, upkeep }),
    upkeep,
    descriptions,
    new Downloading({
      folder: join(config.folder, 'downloads'),
      communities,
      announcements,
      importing,
      codex,
    }),
  ]
  const membership = new Membership({
    ...common,
    database,
    privateKey,
    newestIndex: (id) => archives.index(id).cid,
    toldOf: (id, told, cid, now) => announcements.note(id, told, cid, now),
  })
  const seen = { messages, chat, importing, membership, descriptions, announcements }
  return { database, communities, clock, ...seen, tasks }
}

function madeFolder(folder: string): string {
  mkdirSync(folder, { recursive: true })
  return folder
}
