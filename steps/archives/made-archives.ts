import type { WakuMessage, WakuMessageArchive } from '../../proto/archives/messages.ts'
import type { World } from '../world.ts'
import type { Community, Which } from './community.ts'
import { archiveFile, entry, indexFile, type RawEntry } from './craft-archive.ts'
import { week } from './moment.ts'
import type { Said } from './said.ts'
import { Scene } from './scene.ts'
import { speak } from './speech.ts'
import { reading } from './topics.ts'

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

/** The archives of a community that the suite makes and puts into Codex, and their index. */
export class MadeArchives {
  readonly scene: Scene
  readonly which: Which
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

  constructor(world: World, which: Which = 'first') {
    this.scene = world.scene(Scene)
    this.which = which
    if (!this.scene.has(which)) {
      const { id, channels } = this.scene.found(which, false)
      channels.push(`${id}-1`, `${id}-2`)
    }
  }

  get community(): Community {
    return this.scene.community(this.which)
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
        which: this.which,
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
    const node = this.scene.codex.node(`control node of the ${this.which} community`)
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

  #written(ns: bigint): bigint {
    return reading(this.scene.world, 'timeUnit', 'ns') === 's' ? ns / 1_000_000_000n : ns
  }
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
