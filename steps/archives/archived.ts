import { messageHash } from '../../proto/archives/message-hash.ts'
import { chatMessage, type WakuMessage, wakuMessage } from '../../proto/archives/messages.ts'
import type { Community, Which } from './community.ts'
import { opened, unwrap } from './craft.ts'
import { latest, nanoseconds, week } from './moment.ts'
import type { NodeName } from './parameters.ts'
import { contentShard, type Scene } from './scene.ts'
import { attempt, type Listed, Shelf } from './shelf.ts'
import { keyOf } from './topics.ts'

/** A message that has to be, or is, in an archive: its identity and what a reader calls it. */
export interface Named {
  /** Hash of 14, hex. */
  readonly hash: string
  readonly text: string
  readonly timestamp: bigint
}

/** The archives of one community as the announced index lists them, beside what was sent. */
export class Archived {
  readonly scene: Scene
  readonly community: Community
  readonly shelf: Shelf
  readonly listed: readonly Listed[]

  private constructor(scene: Scene, community: Community, shelf: Shelf, listed: Listed[]) {
    this.scene = scene
    this.community = community
    this.shelf = shelf
    this.listed = listed
  }

  static async of(
    scene: Scene,
    which: Which = 'first',
    name: NodeName = 'Alice',
  ): Promise<Archived> {
    const community = scene.community(which)
    const shelf = new Shelf(scene, scene.existing(name), community)
    return new Archived(scene, community, shelf, await shelf.archives())
  }

  /** Range of an archive in nanoseconds, as its entry says. */
  range({ record }: Listed): { from: bigint; to: bigint } {
    const { from = 0n, to = 0n } = record.metadata ?? {}
    return { from: this.shelf.nanoseconds(from), to: this.shelf.nanoseconds(to) }
  }

  /** The archives of a week: those that cover its middle. More than one where a client splits. */
  ofWeek(number: number): Listed[] {
    const middle = this.scene.at((BigInt(number) * 2n - 1n) * (week / 2n))
    return this.listed.filter((one) => {
      const { from, to } = this.range(one)
      return from <= middle && middle < to
    })
  }

  /** The numbers of the weeks that are listed, in order; not those whose archive is empty. */
  weeks(): number[] {
    const last = Number((nanoseconds(this.scene.world.now) - this.scene.start) / week)
    return Array.from({ length: last + 1 }, (_, i) => i + 1).filter(
      (n) => this.messages(this.ofWeek(n)).length > 0,
    )
  }

  /** Archived messages by the names they were sent under; a message that nobody sent has its hash as name. */
  messages(archives: readonly Listed[] = this.listed): Named[] {
    const sent = new Map(this.sent().map((one) => [one.hash, one]))
    return archives.flatMap(({ archive }) =>
      (archive?.messages ?? []).map((message) => {
        const hash = this.#hash(message)
        const { timestamp = 0n } = message
        return sent.get(hash) ?? { hash, text: `unknown ${hash.slice(0, 8)}`, timestamp }
      }),
    )
  }

  /** Everything that was published on the topics of the channels, the client's own messages too. */
  sent(): Named[] {
    const { universal } = this.community.topics
    const heard = this.scene.said
      .filter(({ message }) => message.content_topic === universal)
      .map(({ hash, text, message }) => ({ hash, text, timestamp: message.timestamp ?? 0n }))
    const own = this.scene.clients
      .flatMap(({ sent }) => sent)
      .flatMap(({ pubsubTopic, wire }) => {
        const message = attempt(() => wakuMessage.decode(Buffer.from(wire, 'hex')))
        if (message?.content_topic !== universal) return []
        const hash = messageHash(pubsubTopic, message).toString('hex')
        return [{ hash, text: this.#text(message), timestamp: message.timestamp ?? 0n }]
      })
    return [...heard, ...own]
  }

  /** What has to be in the archives by now: all of it up to their end, and to a week ago at least. */
  expected(): Named[] {
    const ends = this.listed.map((one) => this.range(one).to)
    const ago = nanoseconds(this.scene.world.now) - week
    const until = latest(ends, ago)
    const seen = new Set<string>()
    return this.sent().filter(({ hash, timestamp }) => {
      const wanted = timestamp >= this.scene.start && timestamp < until && !seen.has(hash)
      seen.add(hash)
      return wanted
    })
  }

  /** A moment as a reader of a scenario counts it. */
  show(ns: bigint): string {
    const days = Number(ns - this.scene.start) / 86_400e9
    return Math.abs(days) < 4_000 ? `day ${days.toFixed(6)}` : `${ns} (${magnitude(ns)})`
  }

  #hash(message: WakuMessage): string {
    return messageHash(contentShard, message).toString('hex')
  }

  #text(message: WakuMessage): string {
    const content = opened(message, keyOf(this.community.id, 'chat'), this.scene.layers)
    const record = content && unwrap(content)
    return (record && attempt(() => chatMessage.decode(record.payload).text)) ?? 'unreadable'
  }
}

/** Which unit a timestamp of our days looks to be in. */
export function magnitude(value: bigint): string {
  if (value > 10n ** 17n) return 'looks like nanoseconds'
  if (value > 10n ** 14n) return 'looks like microseconds'
  if (value > 10n ** 11n) return `looks like milliseconds, nanoseconds expected`
  if (value > 10n ** 8n) return `looks like seconds, nanoseconds expected (reading timeUnit: s?)`
  return 'looks like no time of our days'
}
