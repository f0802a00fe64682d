import type { SQLInputValue } from 'node:sqlite'
import { messageHash } from '../../../proto/archives/message-hash.ts'
import type { WakuMessage } from '../../../proto/archives/messages.ts'
import type { Database } from './database.ts'

/** Messages read at once. */
const batch = 250

/** A range of time in nanoseconds: `from` is in it, `to` is in the next. */
export interface Range {
  readonly from: bigint
  readonly to: bigint
}

/**
 * The live messages of a control node, as the WakuMessages they came as (61, "Storing live messages");
 * beside the application's messages, which are in another table.
 */
export class WakuMessages {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /**
   * Keeps a message with its bytes as received. The same one again, by the hash of 14, is kept once.
   * `archivedUntil`: a message from before it belongs to a window already dealt with.
   */
  keep(
    communityId: string,
    pubsubTopic: string,
    message: WakuMessage,
    wire: Uint8Array,
    archivedUntil: bigint,
  ): void {
    const timestamp = message.timestamp ?? 0n
    this.#database.run(
      `insert or ignore into waku_messages (hash, community, content_topic, timestamp, late, wire)
       values (?, ?, ?, ?, ?, ?)`,
      messageHash(pubsubTopic, message),
      communityId,
      message.content_topic,
      timestamp,
      timestamp < archivedUntil ? 1 : 0,
      wire,
    )
  }

  /** The messages to export: on a channel topic of the community and inside the range (61, export criteria). */
  exported(communityId: string, topics: readonly string[], range: Range): Generator<Uint8Array> {
    const onTopics = 'content_topic in (select value from json_each(?))'
    return this.#inOrder(onTopics, [communityId, JSON.stringify(topics)], range)
  }

  /** Timestamps, from `since` on, of messages that came after their window was archived. */
  late(communityId: string, since: bigint): bigint[] {
    const sql =
      'select timestamp from waku_messages where community = ? and late = 1 and timestamp >= ?'
    return this.#database.all(sql, communityId, since).map((row) => row.timestamp as bigint)
  }

  /** Those late in a range, to be added to its archive. */
  lateIn(communityId: string, range: Range): Generator<Uint8Array> {
    return this.#inOrder('late = 1', [communityId], range)
  }

  settleLate(communityId: string, { from, to }: Range): void {
    this.#database.run(
      'update waku_messages set late = 0 where community = ? and timestamp >= ? and timestamp < ?',
      communityId,
      from,
      to,
    )
  }

  /** Deletes what is older than `horizon` and lies in an archive that Codex holds (61, "Storing live messages"). */
  prune(communityId: string, horizon: bigint): number {
    return this.#database.run(
      `delete from waku_messages where community = ?1 and timestamp < ?2 and late = 0
       and exists (select 1 from archives where archives.community = ?1 and archives.cid is not null
         and archives.start <= timestamp and timestamp < archives.stop)`,
      communityId,
      horizon,
    )
  }

  /** A batch at a time, so that a week of messages is never in memory; each goes on where the last one ended. */
  *#inOrder(where: string, values: SQLInputValue[], { from, to }: Range): Generator<Uint8Array> {
    const sql = `select wire, timestamp, rowid from waku_messages where community = ? and ${where}
      and timestamp < ? and (timestamp, rowid) > (?, ?) order by timestamp, rowid limit ?`
    let after: SQLInputValue[] = [from, -1n]
    for (;;) {
      const rows = this.#database.columns(sql, ...values, to, ...after, batch)
      for (const [wire] of rows) yield wire as Uint8Array
      if (rows.length < batch) return
      after = rows.at(-1)?.slice(1) as SQLInputValue[]
    }
  }

  all(communityId: string): Uint8Array[] {
    return this.#database
      .all('select wire from waku_messages where community = ? order by timestamp', communityId)
      .map((row) => row.wire as Uint8Array)
  }
}
