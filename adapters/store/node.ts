import { messageHash } from '../../proto/archives/message-hash.ts'
import { wakuMessage } from '../../proto/archives/messages.ts'

/** What a store node is asked: messages of these topics in [timeStart, timeEnd], in Unix nanoseconds. */
export interface Query {
  readonly contentTopics: readonly string[]
  readonly pubsubTopic?: string
  readonly timeStart: bigint
  readonly timeEnd: bigint
  /** Where the previous page ended. */
  readonly cursor?: string
  readonly pageSize?: number
}

export interface Stored {
  readonly pubsubTopic: string
  /** A WakuMessage as it was published. */
  readonly wire: Uint8Array
}

export interface Page {
  readonly messages: readonly Stored[]
  /** Present while there is more. */
  readonly cursor?: string
}

/** A query as the node saw it. */
export interface Asked extends Query {
  /** Virtual time, Unix milliseconds. */
  readonly at: number
  readonly asker: string
}

interface Row extends Stored {
  readonly contentTopic: string
  readonly timestamp: bigint
  readonly hash: string
}

const day = 86_400_000n * 1_000_000n
/** How long a store node keeps a message (61, "Requirements / Assumptions"). */
const retention = 30n * day
const largestPage = 100

/** A node of 13/WAKU2-STORE: keeps published messages for 30 days of told time and answers queries. */
export class StoreNode {
  /** Unix milliseconds. */
  now = 0
  /** While down every query fails. */
  down = false
  readonly asked: Asked[] = []
  readonly #rows: Row[] = []
  readonly #hashes = new Set<string>()

  /** Takes a published message in; the same one twice counts once. */
  put(pubsubTopic: string, wire: Uint8Array): void {
    const message = wakuMessage.decode(wire)
    const hash = messageHash(pubsubTopic, message).toString('hex')
    if (this.#hashes.has(hash)) return
    this.#hashes.add(hash)
    const timestamp = message.timestamp ?? BigInt(this.now) * 1_000_000n
    this.#rows.push({ pubsubTopic, wire, contentTopic: message.content_topic, timestamp, hash })
  }

  /** One page in order of time. Throws StoreDown while the node is down. */
  query(asker: string, query: Query): Page {
    this.asked.push({ ...query, asker, at: this.now })
    if (this.down) throw new StoreDown()
    const matching = this.#rows.filter((row) => this.#serves(row, query)).sort(byTime)
    const start = query.cursor === undefined ? 0 : after(matching, query.cursor)
    const size = Math.min(query.pageSize ?? largestPage, largestPage)
    const messages = matching.slice(start, start + size)
    const last = messages.at(-1)
    return start + size < matching.length && last ? { messages, cursor: last.hash } : { messages }
  }

  #serves(row: Row, { contentTopics, pubsubTopic, timeStart, timeEnd }: Query): boolean {
    return (
      contentTopics.includes(row.contentTopic) &&
      (pubsubTopic === undefined || row.pubsubTopic === pubsubTopic) &&
      row.timestamp >= timeStart &&
      row.timestamp <= timeEnd &&
      row.timestamp >= BigInt(this.now) * 1_000_000n - retention
    )
  }
}

/** The store node does not answer. */
export class StoreDown extends Error {
  constructor() {
    super('the store node is down')
  }
}

function byTime(a: Row, b: Row): number {
  return Number(a.timestamp - b.timestamp) || (a.hash < b.hash ? -1 : 1)
}

function after(rows: readonly Row[], cursor: string): number {
  const index = rows.findIndex((row) => row.hash === cursor)
  if (index < 0) throw new Error(`expected a cursor of an earlier page, got ${cursor.slice(0, 80)}`)
  return index + 1
}
