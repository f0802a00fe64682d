import type { Database, Row } from './database.ts'
import type { Entry } from './index-file.ts'
import type { Range } from './waku-messages.ts'

/** An archive file that the control node made. */
export interface Archive extends Range {
  readonly file: string
  /** 1 for the first file of a range, more where late messages made it anew. */
  readonly revision: number
  /** Missing until Codex holds it. */
  readonly cid?: string
  /** When it was uploaded last, Unix milliseconds. */
  readonly uploaded?: number
}

/** What the control node knows of its index. */
export interface IndexState {
  readonly cid?: string
  readonly file?: string
  /** Archives were added or replaced since it was made. */
  readonly outdated: boolean
  /** Uploaded, and the members do not know yet. */
  readonly unannounced: boolean
  readonly uploaded?: number
  /** Not before this moment after a failure. */
  readonly retryAt: number
  /** Failures in a row. */
  readonly failures: number
}

/** The archives of a control node, and the state of their way to the members. */
export class Archives {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  all(communityId: string): Archive[] {
    return this.#database
      .all('select * from archives where community = ? order by start', communityId)
      .map(read)
  }

  /** The archive whose range begins at `from`. */
  starting(communityId: string, from: bigint): Archive | undefined {
    const sql = 'select * from archives where community = ? and start = ?'
    const row = this.#database.get(sql, communityId, from)
    return row && read(row)
  }

  /** Records a new file, or a new version of one; it waits for its upload. */
  add(communityId: string, { from, to }: Range, file: string): void {
    this.#database.run(
      `insert into archives (community, start, stop, file, revision) values (?, ?, ?, ?, 1)
       on conflict do update set file = excluded.file, revision = revision + 1, cid = null`,
      communityId,
      from,
      to,
      file,
    )
  }

  uploaded(communityId: string, from: bigint, cid: string, { key, value }: Entry, now: number) {
    this.#database.run(
      'update archives set cid = ?, key = ?, entry = ?, uploaded = ? where community = ? and start = ?',
      cid,
      key,
      value,
      now,
      communityId,
      from,
    )
  }

  /** Records that Codex was given the same file again. */
  refreshed(communityId: string, from: bigint, now: number): void {
    const sql = 'update archives set uploaded = ? where community = ? and start = ?'
    this.#database.run(sql, now, communityId, from)
  }

  /** The index entries of all archives that Codex holds. */
  entries(communityId: string): Entry[] {
    return this.#database
      .all(
        'select key, entry from archives where community = ? and cid is not null order by start',
        communityId,
      )
      .map((row) => ({ key: row.key as string, value: row.entry as Uint8Array }))
  }

  index(communityId: string): IndexState {
    const row = this.#database.get('select * from indices where community = ?', communityId)
    if (!row) return { outdated: false, unannounced: false, retryAt: 0, failures: 0 }
    return {
      ...(row.cid !== null && { cid: row.cid as string }),
      ...(row.file !== null && { file: row.file as string }),
      outdated: row.outdated === 1n,
      unannounced: row.unannounced === 1n,
      ...(row.uploaded !== null && { uploaded: Number(row.uploaded) }),
      retryAt: Number(row.retry_at),
      failures: Number(row.failures),
    }
  }

  setIndex(communityId: string, change: Partial<IndexState>): void {
    const next = { ...this.index(communityId), ...change }
    this.#database.run(
      'insert or replace into indices values (?, ?, ?, ?, ?, ?, ?, ?)',
      communityId,
      next.cid ?? null,
      next.file ?? null,
      next.outdated ? 1 : 0,
      next.unannounced ? 1 : 0,
      next.uploaded ?? null,
      next.retryAt,
      next.failures,
    )
  }

  /** Index CIDs that newer ones replaced and that Codex may still hold. */
  obsoleteIndices(communityId: string): string[] {
    return this.#database
      .all('select cid from obsolete_indices where community = ?', communityId)
      .map((row) => row.cid as string)
  }

  addObsoleteIndex(communityId: string, cid: string): void {
    this.#database.run('insert into obsolete_indices values (?, ?)', communityId, cid)
  }

  removeObsoleteIndex(communityId: string, cid: string): void {
    this.#database.run(
      'delete from obsolete_indices where community = ? and cid = ?',
      communityId,
      cid,
    )
  }
}

function read(row: Row): Archive {
  return {
    from: row.start as bigint,
    to: row.stop as bigint,
    file: row.file as string,
    revision: Number(row.revision),
    ...(row.cid !== null && { cid: row.cid as string }),
    ...(row.uploaded !== null && { uploaded: Number(row.uploaded) }),
  }
}
