import type { SQLInputValue } from 'node:sqlite'
import type { Database, Row } from './database.ts'
import { publicKeyOf } from './signature.ts'
import { nanoseconds } from './time.ts'
import { topicsOf } from './topics.ts'

/** Which archives of an index a member wants (61, "Downloading message archives"). */
export type DownloadOption =
  | { readonly option: 'all' | 'latest' }
  | { readonly option: 'range'; readonly from: bigint; readonly to: bigint }

/** A community that this node controls or is a member of. */
export interface Community {
  /** Compressed public key, hex. */
  readonly id: string
  /** Held by the control node alone. */
  readonly privateKey?: Uint8Array
  readonly name: string
  /** When this node created or joined it, Unix milliseconds. */
  readonly created: number
  readonly archiving: boolean
  /** Upper bound, in nanoseconds, of the windows dealt with. */
  readonly archivedUntil: bigint
  readonly description?: Uint8Array
  readonly descriptionClock: bigint
  /** When the description was sent last, Unix milliseconds. */
  readonly described?: number
  /** Clock of the newest announcement sent, or that the description tells of. */
  readonly archiveClock: bigint
  /** False from a restart until the store nodes have been asked for what was missed. */
  readonly caughtUp: boolean
  /** Timestamp of the latest message received, in nanoseconds. */
  readonly lastReceived?: bigint
  readonly download: DownloadOption
}

/** The communities of a node and their channels. */
export class Communities {
  readonly #database: Database
  /** What the table holds, until something is written to it. */
  #known: readonly Community[] | undefined

  constructor(database: Database) {
    this.#database = database
  }

  /** A community of which this node holds the private key. Archives are on unless turned off. */
  control(privateKey: Uint8Array, name: string, now: number, archiving = true): Community {
    const id = publicKeyOf(privateKey)
    this.#write(
      'insert or ignore into communities (id, created, archived_until) values (?, ?, ?)',
      id,
      now,
      nanoseconds(now),
    )
    this.#write(
      'update communities set private_key = ?, name = ?, archiving = ? where id = ?',
      privateKey,
      name,
      archiving ? 1 : 0,
      id,
    )
    return this.get(id)
  }

  join(id: string, now: number): Community {
    this.#write(
      'insert or ignore into communities (id, created, archived_until) values (?, ?, ?)',
      id,
      now,
      nanoseconds(now),
    )
    return this.get(id)
  }

  leave(id: string): void {
    for (const table of ['announcements', 'known_archives', 'channels', 'chat_messages'])
      this.#write(`delete from ${table} where community = ?`, id)
    this.#write('delete from communities where id = ?', id)
  }

  all(): readonly Community[] {
    this.#known ??= this.#database.all('select * from communities order by id').map(read)
    return this.#known
  }

  find(id: string): Community | undefined {
    return this.all().find((community) => community.id === id)
  }

  get(id: string): Community {
    const found = this.find(id)
    if (!found) throw new Error(`expected a community of this node, got ${id}`)
    return found
  }

  /** The community to which a content topic belongs. */
  byTopic(contentTopic: string): Community | undefined {
    return this.all().find(({ id }) =>
      (Object.values(topicsOf(id)) as string[]).includes(contentTopic),
    )
  }

  addChannel(id: string, chatId: string, name: string): void {
    this.#write('insert or replace into channels values (?, ?, ?)', id, chatId, name)
  }

  channels(id: string): { chatId: string; name: string }[] {
    return this.#database
      .all('select * from channels where community = ? order by chat_id', id)
      .map((row) => ({ chatId: row.chat_id as string, name: row.name as string }))
  }

  setName(id: string, name: string): void {
    this.#write('update communities set name = ? where id = ?', name, id)
  }

  setArchiving(id: string, on: boolean): void {
    this.#write('update communities set archiving = ? where id = ?', on ? 1 : 0, id)
  }

  setArchivedUntil(id: string, until: bigint): void {
    this.#write('update communities set archived_until = ? where id = ?', until, id)
  }

  setArchiveClock(id: string, clock: bigint): void {
    this.#write('update communities set archive_clock = ? where id = ?', String(clock), id)
  }

  setDescription(id: string, description: Uint8Array, clock: bigint, sent?: number): void {
    this.#write(
      'update communities set description = ?, description_clock = ?, described = ? where id = ?',
      description,
      String(clock),
      sent ?? null,
      id,
    )
  }

  setCaughtUp(id: string, caughtUp: boolean): void {
    this.#write('update communities set caught_up = ? where id = ?', caughtUp ? 1 : 0, id)
  }

  /** Remembers the latest timestamp; one ahead of the clock counts as received now. */
  setLastReceived(id: string, timestamp: bigint, now: number): void {
    const bounded = timestamp < nanoseconds(now) ? timestamp : nanoseconds(now)
    this.#write(
      'update communities set last_received = max(coalesce(last_received, 0), ?) where id = ?',
      bounded,
      id,
    )
  }

  setDownload(id: string, download: DownloadOption): void {
    const { from, to } = download.option === 'range' ? download : { from: null, to: null }
    this.#write(
      'update communities set option = ?, wanted_from = ?, wanted_to = ? where id = ?',
      download.option,
      from,
      to,
      id,
    )
  }

  #write(sql: string, ...values: SQLInputValue[]): void {
    this.#database.run(sql, ...values)
    this.#known = undefined
  }
}

function read(row: Row): Community {
  return {
    id: row.id as string,
    ...(row.private_key && { privateKey: row.private_key as Uint8Array }),
    name: row.name as string,
    created: Number(row.created),
    archiving: row.archiving === 1n,
    archivedUntil: row.archived_until as bigint,
    ...(row.description && { description: row.description as Uint8Array }),
    descriptionClock: BigInt(row.description_clock as string),
    ...(row.described !== null && { described: Number(row.described) }),
    archiveClock: BigInt(row.archive_clock as string),
    caughtUp: row.caught_up === 1n,
    ...(row.last_received !== null && { lastReceived: row.last_received as bigint }),
    download: downloadOf(row),
  }
}

function downloadOf(row: Row): DownloadOption {
  if (row.option !== 'range') return { option: row.option as 'all' | 'latest' }
  return { option: 'range', from: row.wanted_from as bigint, to: row.wanted_to as bigint }
}
