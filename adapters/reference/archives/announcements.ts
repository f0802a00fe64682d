import { announcement, recordTypes } from '../../../proto/archives/messages.ts'
import type { Communities, Community } from './communities.ts'
import type { Database } from './database.ts'
import { attempt, type Opened } from './envelope.ts'
import { namesDataset } from './index-file.ts'
import { backOff, second } from './time.ts'

/** How long to wait after the last announcement before the index is fetched (61, "Downloading message archives"). */
const settling = 20 * second

/** The newest announcement of a community's archive index, as a member knows it. */
export interface Announced {
  readonly clock: bigint
  readonly cid: string
  /** When to fetch it, Unix milliseconds; undefined once that is done. */
  readonly due?: number
  /** Failures in a row to fetch it. */
  readonly failures: number
}

/** The announcements that a member has received on special channels. */
export class Announcements {
  readonly #database: Database
  readonly #communities: Communities

  constructor(database: Database, communities: Communities) {
    this.#database = database
    this.#communities = communities
  }

  /** Takes a record from the special channel; all but announcements of the control node are ignored. */
  receive(community: Community, opened: Opened, now: number): void {
    if (opened.signer !== community.id) return
    if (opened.type !== recordTypes.COMMUNITY_MESSAGE_ARCHIVE_INDEX) return
    const read = attempt(() => announcement.decode(opened.payload))
    if (read) this.note(community.id, read.clock, read.cid, now)
  }

  /** Notes an index that the control node told of, and waits for the last word. */
  note(id: string, clock: bigint, cid: string, now: number): void {
    if (!namesDataset(cid)) return
    const { archiveClock } = this.#communities.get(id)
    const known = this.of(id)
    if (clock < archiveClock) return
    if (known && known.due === undefined && clock <= known.clock) return
    const newest = known && known.clock >= clock ? known : { clock, cid }
    this.#store(id, newest.clock, newest.cid, now + settling)
  }

  of(id: string): Announced | undefined {
    const row = this.#database.get('select * from announcements where community = ?', id)
    if (!row) return undefined
    return {
      clock: BigInt(row.clock as string),
      cid: row.cid as string,
      failures: Number(row.failures),
      ...(row.due !== null && { due: Number(row.due) }),
    }
  }

  /** The index was fetched and all that was wanted of it. */
  settle(id: string): void {
    this.#database.run('update announcements set due = null where community = ?', id)
  }

  /** Something did not arrive: another try, later after every failure. */
  postpone(id: string, now: number): void {
    const until = now + backOff(this.of(id)?.failures ?? 0)
    const sql = 'update announcements set due = ?, failures = failures + 1 where community = ?'
    this.#database.run(sql, until, id)
  }

  #store(id: string, clock: bigint, cid: string, due: number): void {
    const sql =
      'insert or replace into announcements (community, clock, cid, due) values (?, ?, ?, ?)'
    this.#database.run(sql, id, String(clock), cid, due)
  }
}
