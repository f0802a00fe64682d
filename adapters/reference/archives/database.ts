import {
  DatabaseSync,
  type SQLInputValue,
  type SQLOutputValue,
  type StatementSync,
} from 'node:sqlite'

const schema = `
create table if not exists numbers (name text primary key, value text not null);
create table if not exists communities (
  id text primary key, private_key blob, name text not null default '', created integer not null,
  archiving integer not null default 0, archived_until integer not null,
  description blob, description_clock text not null default '0', described integer,
  archive_clock text not null default '0', caught_up integer not null default 1,
  last_received integer, option text not null default 'all', wanted_from integer, wanted_to integer);
create table if not exists channels (
  community text not null, chat_id text not null, name text not null, primary key (community, chat_id));
create table if not exists requests (
  community text not null, member text not null, clock text not null, primary key (community, member));
create table if not exists waku_messages (
  hash blob primary key, community text not null, content_topic text not null,
  timestamp integer not null, late integer not null default 0, wire blob not null);
create index if not exists waku_messages_in_time on waku_messages (community, timestamp);
create table if not exists chat_messages (
  community text not null, message_id text not null, chat_id text not null, content_topic text not null,
  at integer not null, clock text not null, author text not null, text text not null,
  record blob, primary key (community, message_id));
create index if not exists chat_messages_in_time on chat_messages (community, at);
create table if not exists archives (
  community text not null, start integer not null, stop integer not null, file text not null,
  revision integer not null, cid text, entry blob, key text, uploaded integer,
  primary key (community, start));
create table if not exists indices (
  community text primary key, cid text, file text, outdated integer not null default 0,
  unannounced integer not null default 0, uploaded integer, retry_at integer not null default 0, failures integer not null default 0);
create table if not exists obsolete_indices (community text not null, cid text not null);
create table if not exists announcements (
  community text primary key, clock text not null, cid text not null, due integer,
  failures integer not null default 0);
create table if not exists known_archives (
  community text not null, key text not null, primary key (community, key));
`

/** The columns of one row. Integers come as bigint, because timestamps in nanoseconds need 61 bits. */
export type Row = Record<string, SQLOutputValue>

/** The local database of a node: what is in it survives the process. */
export class Database {
  readonly #db: DatabaseSync
  readonly #prepared = new Map<string, StatementSync>()

  /**
   * Opens or makes the file: a process that is killed loses at most the transaction under way. Without
   * a path it is in memory and ends with the process.
   */
  constructor(path = ':memory:') {
    this.#db = new DatabaseSync(path)
    this.#db.exec('pragma journal_mode = wal; pragma synchronous = normal')
    this.#db.exec(`begin; ${schema} commit`)
  }

  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepare(sql).run(...values).changes)
  }

  /** Runs one statement for each row of values, prepared once. */
  runEach(sql: string, rows: Iterable<SQLInputValue[]>): void {
    const statement = this.#prepare(sql)
    for (const values of rows) statement.run(...values)
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#prepare(sql).get(...values)
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#prepare(sql).all(...values)
  }

  /** The rows as their columns in order: half the time of objects where there are many. */
  columns(sql: string, ...values: SQLInputValue[]): SQLOutputValue[][] {
    const statement = this.#prepare(sql)
    statement.setReturnArrays(true)
    return statement.all(...values) as unknown as SQLOutputValue[][]
  }

  /** All of it or nothing, also when the process ends in the middle. */
  transaction<T>(act: () => T): T {
    this.#db.exec('begin immediate')
    try {
      const result = act()
      this.#db.exec('commit')
      return result
    } catch (error) {
      this.#db.exec('rollback')
      throw error
    }
  }

  close(): void {
    this.#db.close()
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#prepared.get(sql)
    if (!statement) {
      statement = this.#db.prepare(sql)
      statement.setReadBigInts(true)
      this.#prepared.set(sql, statement)
    }
    return statement
  }
}
