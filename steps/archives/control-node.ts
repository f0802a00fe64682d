import {
  announcement,
  type WakuMessage,
  type WakuMessageArchive,
  wakuMessage,
} from '../../proto/archives/messages.ts'
import type { World } from '../world.ts'
import { type Community, describe } from './community.ts'
import { envelope, wrap } from './craft.ts'
import { archiveFile, entry, indexFile, type RawEntry } from './craft-archive.ts'
import { latest, nanoseconds, week } from './moment.ts'
import type { Which } from './parameters.ts'
import type { Person } from './people.ts'
import type { Said } from './said.ts'
import { controlShard, Scene } from './scene.ts'
import { speak } from './speech.ts'
import { keyOf, reading } from './topics.ts'

/** An archive that the suite made and put into Codex. */
export interface Made {
  readonly number: number
  readonly from: bigint
  readonly to: bigint
  readonly said: readonly Said[]
  readonly file: Uint8Array
  readonly cid: string
  readonly entry: RawEntry
}

/** What an archive may have that is unusual. */
export interface Unusual {
  readonly said?: readonly Said[]
  readonly messages?: readonly WakuMessage[]
  readonly topics?: string[]
  readonly extra?: Partial<WakuMessageArchive>
  /** Changes the finished file. */
  readonly spoil?: (file: Uint8Array) => Uint8Array
}

/** The control node that the suite plays, so that a member under test has somebody to learn from. */
export class ControlNode {
  readonly scene: Scene
  readonly weeks: Made[] = []
  /** Entries beside those of the weeks. */
  readonly strays: RawEntry[] = []
  /** How the entries are written. */
  order: (entries: readonly RawEntry[]) => readonly RawEntry[] = (entries) => entries
  valueFirst = false
  /** How an entry is encoded. */
  spell: (entry: RawEntry) => RawEntry = (one) => one
  /** CIDs of the indices announced, in order. */
  readonly indices: string[] = []
  /** CIDs of indices that lack the newest archives. */
  readonly older: string[] = []
  /** When the last announcement was delivered, Unix milliseconds. */
  announcedAt = 0
  readonly #which: Which
  #clock = 0n

  constructor(world: World, which: Which = 'first') {
    this.scene = world.scene(Scene)
    this.#which = which
    if (!this.scene.has(which)) {
      const { id, channels } = this.scene.found(which, false)
      channels.push(`${id}-1`, `${id}-2`)
    }
  }

  get community(): Community {
    return this.scene.community(this.#which)
  }

  /** The archive of a week; the newest where it was made anew. */
  week(number: number): Made {
    const made = this.weeks.findLast((each) => each.number === number)
    if (!made) throw new Error(`the control node has no archive of week ${number}: add a Given`)
    return made
  }

  /** What the members have to have of some weeks. */
  said(numbers: readonly number[]): Said[] {
    return numbers.flatMap((number) =>
      this.weeks.filter((made) => made.number === number).flatMap(({ said }) => said),
    )
  }

  /** Two messages of a week, one in each channel. */
  speeches(number: number): Said[] {
    const start = this.scene.at(BigInt(number - 1) * week)
    const hour = 3_600_000_000_000n
    const nonce = this.scene.world.dice.hex(2)
    return [1, 2].map((channel) =>
      speak(this.scene, {
        text: `week ${number}, channel ${channel}, ${nonce}`,
        at: start + BigInt(channel * 25) * hour,
        which: this.#which,
        channel,
      }),
    )
  }

  /** Makes the archive of a week and puts it into Codex. */
  async make(number: number, unusual: Unusual = {}): Promise<Made> {
    const from = this.scene.at(BigInt(number - 1) * week)
    const to = from + week
    const said = unusual.said ?? this.speeches(number)
    const messages = unusual.messages ?? said.map(({ message }) => message)
    const topics = unusual.topics ?? [this.community.topics.universal]
    const range = [this.#written(from), this.#written(to)] as const
    const whole = archiveFile(...range, topics, [...messages], unusual.extra)
    const file = unusual.spoil?.(whole) ?? whole
    const cid = await this.store(file)
    const metadata = { from: range[0], to: range[1], contentTopic: topics }
    const made = { number, from, to, said, file, cid, entry: entry({ metadata, cid }) }
    this.weeks.push(made)
    return made
  }

  /** Takes the archive of a week out of the index, so that another one can take its place. */
  forget(number: number): void {
    this.weeks.splice(0, this.weeks.length, ...this.weeks.filter((made) => made.number !== number))
  }

  async makeAll(numbers: readonly number[]): Promise<void> {
    for (const number of numbers) await this.make(number)
  }

  /** Puts a file into the control node's Codex node. */
  async store(file: Uint8Array): Promise<string> {
    const node = this.scene.codex.node(`control node of the ${this.#which} community`)
    const { cid } = await node.upload(only(file), {
      filename: 'file',
      mimetype: 'application/octet-stream',
    })
    return cid
  }

  /** Puts the index of all that was made into Codex. */
  async index(entries = this.entries()): Promise<string> {
    const cid = await this.store(indexFile(entries, this.valueFirst))
    if (this.indices.at(-1) !== cid) this.indices.push(cid)
    return cid
  }

  entries(): readonly RawEntry[] {
    const listed = this.weeks.map((made) => this.spell(made.entry))
    return this.order([...listed, ...this.strays])
  }

  /** The record of an announcement, with a clock above those before. */
  announcement(cid: string, clock = this.nextClock()): Uint8Array {
    return announcement.encode({ clock, cid })
  }

  nextClock(): bigint {
    const now = BigInt(this.scene.world.now)
    this.#clock = this.#clock >= now ? this.#clock + 1n : now
    return this.#clock
  }

  /** Lets time come to the end of the last week that is archived: earlier nobody could have announced it. */
  async settle(): Promise<void> {
    await this.scene.moveTo(
      latest(
        this.weeks.map(({ to }) => to),
        0n,
      ),
    )
    await this.learnTopic()
  }

  /** Finds out which topic the special channel has: only clients know. */
  async learnTopic(): Promise<void> {
    const { community, scene } = this
    if (community.specialTopic !== undefined) return
    const { id } = community
    await scene.client('Scout')
    const description = Buffer.from(this.description()).toString('hex')
    await scene.world.act('Scout', 'archives.join', { communityId: id, description })
    const view = await scene.world.act('Scout', 'archives.community', { communityId: id })
    community.specialTopic = view.value.specialTopic
    await scene.dismiss('Scout')
  }

  /** A WakuMessage with a record on the special channel. */
  onSpecial(content: Uint8Array, at = nanoseconds(this.scene.world.now)): WakuMessage {
    const { specialTopic, id } = this.community
    if (specialTopic === undefined)
      throw new Error('no client has said which topic the special channel has: let Bob join first')
    return envelope(specialTopic, keyOf(id, 'chat'), content, at, this.scene.layers)
  }

  /** Announces an index as the owner, or as somebody else. */
  announce(cid: string, clock?: bigint, signer: Person = this.community.owner): WakuMessage {
    const type = Number(reading(this.scene.world, 'announcementType', '43'))
    return this.onSpecial(wrap(signer, type, this.announcement(cid, clock)))
  }

  /** Hands a WakuMessage to Bob and lets the store node keep it. */
  async deliver(message: WakuMessage, pubsubTopic = controlShard): Promise<void> {
    const wire = wakuMessage.encode(message)
    this.scene.store.put(pubsubTopic, wire)
    await this.scene.existing('Bob').receive(pubsubTopic, wire)
    this.announcedAt = this.scene.world.now
  }

  description(clock?: bigint, name?: string): Uint8Array {
    return describe(this.community, { ...(clock && { clock }), ...(name && { name }) })
  }

  #written(ns: bigint): bigint {
    return reading(this.scene.world, 'timeUnit', 'ns') === 's' ? ns / 1_000_000_000n : ns
  }
}

/** The one of the other community. */
export class OtherControlNode extends ControlNode {
  constructor(world: World) {
    super(world, 'second')
  }
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
