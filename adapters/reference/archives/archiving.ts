import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { metadataOf, writeArchive } from './archive-file.ts'
import { walkArchive } from './archive-walk.ts'
import type { Archive, Archives } from './archives.ts'
import type { Communities, Community } from './communities.ts'
import type { Database } from './database.ts'
import type { Task } from './task.ts'
import { archivePeriod, milliseconds, nanoseconds } from './time.ts'
import { topicsOf } from './topics.ts'
import type { Range, WakuMessages } from './waku-messages.ts'

/** What archiving needs of the node. */
export interface ArchivingParts {
  /** The place set aside for archive files. */
  readonly root: string
  /** Whether a finished file has to outlive a power cut. */
  readonly lasting: boolean
  readonly database: Database
  readonly communities: Communities
  readonly messages: WakuMessages
  readonly archives: Archives
}

/** Makes the archives of a control node: one file for every seven days, each from where the last one ended. */
export class Archiving implements Task {
  readonly #root: string
  readonly #lasting: boolean
  readonly #database: Database
  readonly #communities: Communities
  readonly #messages: WakuMessages
  readonly #archives: Archives

  constructor({ root, lasting, database, communities, messages, archives }: ArchivingParts) {
    this.#root = root
    this.#lasting = lasting
    this.#database = database
    this.#communities = communities
    this.#messages = messages
    this.#archives = archives
  }

  due(): number | undefined {
    const ends = this.#waiting().map(({ archivedUntil }) =>
      milliseconds(windowAfter(archivedUntil).to),
    )
    return ends.length > 0 ? Math.min(...ends) : undefined
  }

  run(now: number): void {
    for (const community of this.#waiting()) {
      const range = windowAfter(community.archivedUntil)
      if (range.to > nanoseconds(now)) continue
      this.#rebuildLate(community)
      this.#close(community, range)
    }
  }

  /** The folder of a community's files, named by its id (61, "Creating message archives"). */
  folder(communityId: string): string {
    const folder = join(this.#root, communityId)
    mkdirSync(folder, { recursive: true })
    return folder
  }

  /** Communities with archives on that have been asked for what was missed while the node was off. */
  #waiting(): Community[] {
    return this.#communities
      .all()
      .filter(({ privateKey, archiving, caughtUp }) => privateKey && archiving && caughtUp)
  }

  #close({ id }: Community, range: Range): void {
    const topics = channelTopics(id)
    const messages = this.#messages.exported(id, topics, range)
    const file = this.#write(id, range, topics, messages)
    this.#database.transaction(() => {
      if (file) {
        this.#archives.add(id, range, file)
        this.#archives.setIndex(id, { outdated: true })
      }
      this.#communities.setArchivedUntil(id, range.to)
    })
  }

  /** Adds what came after its week was archived: such an archive is made anew. */
  #rebuildLate(community: Community): void {
    const { id } = community
    for (;;) {
      const [timestamp] = this.#messages.late(id, nanoseconds(community.created))
      if (timestamp === undefined) return
      const range = windowOf(timestamp, community.archivedUntil)
      const earlier = this.#archives.starting(id, range.from)
      const late = this.#messages.lateIn(id, range)
      const file = this.#write(id, range, channelTopics(id), both(earlier?.file, late), earlier)
      this.#database.transaction(() => {
        this.#messages.settleLate(id, range)
        if (file) this.#archives.add(id, range, file)
        if (file) this.#archives.setIndex(id, { outdated: true })
      })
      if (earlier) rmSync(earlier.file, { force: true })
    }
  }

  /** Writes one archive; undefined where there is nothing to archive. */
  #write(
    id: string,
    { from, to }: Range,
    topics: string[],
    messages: Generator<Uint8Array>,
    earlier?: Archive,
  ): string | undefined {
    const first = messages.next()
    if (first.done) return undefined
    const name = `${from}-${to}.${(earlier?.revision ?? 0) + 1}.archive`
    const file = join(this.folder(id), name)
    const all = withFirst(first.value, messages)
    writeArchive(file, metadataOf(from, to, topics), all, this.#lasting)
    return file
  }
}

/** The window that follows a moment, in nanoseconds. */
export function windowAfter(from: bigint): Range {
  return { from, to: from + nanoseconds(archivePeriod) }
}

/** The window, of those that end at `until`, in which a moment lies. */
export function windowOf(moment: bigint, until: bigint): Range {
  const period = nanoseconds(archivePeriod)
  const back = (until - moment + period - 1n) / period
  return windowAfter(until - back * period)
}

/** The topics of the community's channels: one for all of them (56, "Community channels/chats"; A-43). */
export function channelTopics(communityId: string): string[] {
  return [topicsOf(communityId).universal]
}

function* withFirst<T>(first: T, rest: Iterable<T>): Generator<T> {
  yield first
  yield* rest
}

function* both(file: string | undefined, added: Iterable<Uint8Array>): Generator<Uint8Array> {
  if (file !== undefined) for (const part of walkArchive(file)) if ('wire' in part) yield part.wire
  yield* added
}
