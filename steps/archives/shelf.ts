import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib'
import {
  announcement,
  archive,
  indexMetadata,
  type WakuMessage,
  type WakuMessageArchive,
  type WakuMessageArchiveIndexMetadata,
  wakuMessage,
} from '../../proto/archives/messages.ts'
import type { Client, Published } from './client.ts'
import type { Community } from './community.ts'
import { opened, type Record, unwrap } from './craft.ts'
import { rawEntries } from './raw-records.ts'
import type { Scene } from './scene.ts'
import { keyOf, reading } from './topics.ts'

/** A message that a node sent to the special channel. */
export interface Announcement {
  readonly published: Published
  readonly message: WakuMessage
  /** Missing where it is no ApplicationMetadataMessage. */
  readonly record?: Record
  /** Missing where the record is no CommunityMessageArchive. */
  readonly clock?: bigint
  readonly cid?: string
}

/** An entry of an index, as its bytes say. */
export interface Entry {
  readonly key: string
  readonly value: Uint8Array
  readonly record: WakuMessageArchiveIndexMetadata
}

/** An archive that an index lists, fetched. */
export interface Listed extends Entry {
  /** The file as it is in Codex; missing where nobody has it. */
  readonly file?: Buffer
  /** Missing where the file is no archive. */
  readonly archive?: WakuMessageArchive
}

/** What a control node has put out for others, read from what it published and from Codex alone. */
export class Shelf {
  readonly #scene: Scene
  readonly #client: Client
  readonly #community: Community

  constructor(scene: Scene, client: Client, community: Community) {
    this.#scene = scene
    this.#client = client
    this.#community = community
  }

  /** Everything on the special channel, in order. */
  announcements(): Announcement[] {
    const { specialTopic, id } = this.#community
    return this.#client.sent.flatMap((published) => {
      const message = attempt(() => wakuMessage.decode(Buffer.from(published.wire, 'hex')))
      if (!message || message.content_topic !== specialTopic) return []
      const content = opened(message, keyOf(id, 'chat'), this.#scene.layers)
      const record = content && unwrap(content)
      const read = record && attempt(() => announcement.decode(record.payload))
      return [
        {
          published,
          message,
          ...(record && { record }),
          ...(read && { clock: read.clock, cid: read.cid }),
        },
      ]
    })
  }

  /** The bytes of a file in Codex, wherever it is. */
  file(cid: string): Promise<Buffer | undefined> {
    return this.#scene.codex.file(cid)
  }

  /** The entries of the index that was announced last; undefined where there is none to be read. */
  async index(cid = this.announcements().at(-1)?.cid): Promise<Entry[] | undefined> {
    const file = cid === undefined ? undefined : await this.file(cid)
    return file && attempt(() => entriesOf(file))
  }

  /** The archives that the last index lists, in the order of time. */
  async archives(): Promise<Listed[]> {
    const entries = (await this.index()) ?? []
    const listed = await Promise.all(entries.map((entry) => this.#fetch(entry)))
    return listed.sort((a, b) =>
      Number((a.record.metadata?.from ?? 0n) - (b.record.metadata?.from ?? 0n)),
    )
  }

  /** A moment as the client writes it in archives, in nanoseconds. */
  nanoseconds(value: bigint): bigint {
    return reading(this.#scene.world, 'timeUnit', 'ns') === 's' ? value * 1_000_000_000n : value
  }

  /** The bytes of an archive file as they are before compression. */
  unpack(file: Uint8Array): Uint8Array | undefined {
    const unpacker = unpackers[reading(this.#scene.world, 'compression', 'none')]
    return unpacker && attempt(() => unpacker(file))
  }

  async #fetch(entry: Entry): Promise<Listed> {
    const file = await this.file(entry.record.cid)
    const bytes = file && this.unpack(file)
    const read = bytes && attempt(() => archive.decode(bytes))
    return { ...entry, ...(file && { file }), ...(read && { archive: read }) }
  }
}

/** The shelf of Alice's first community. */
export function shelfOf(scene: Scene): Shelf {
  return new Shelf(scene, scene.existing('Alice'), scene.community())
}

const unpackers: Readonly<{ [name: string]: (file: Uint8Array) => Uint8Array }> = {
  none: (file) => file,
  gzip: gunzipSync,
  zlib: inflateSync,
  zstd: zstdDecompressSync,
  brotli: brotliDecompressSync,
}

/** The entries of an encoded index. Throws where the bytes are none. */
export function entriesOf(file: Uint8Array): Entry[] {
  return rawEntries(file).map(({ key, value }) => ({
    key,
    value,
    record: indexMetadata.decode(value),
  }))
}

/** What a decoder makes of the bytes; undefined where it throws. */
export function attempt<T>(decode: () => T): T | undefined {
  try {
    return decode()
  } catch {
    return undefined
  }
}
