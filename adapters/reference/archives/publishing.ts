import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { announcement, recordTypes } from '../../../proto/archives/messages.ts'
import { metadataOf } from './archive-file.ts'
import type { Archives } from './archives.ts'
import { type Archiving, channelTopics } from './archiving.ts'
import type { LamportClock } from './clock.ts'
import type { CodexClient } from './codex-client.ts'
import type { Communities, Community } from './communities.ts'
import type { Descriptions } from './descriptions.ts'
import { wrap } from './envelope.ts'
import { encodeIndex, entryOf } from './index-file.ts'
import type { Outbox } from './outbox.ts'
import type { Task } from './task.ts'
import { backOff } from './time.ts'
import { controlShard, topicsOf } from './topics.ts'
import type { Upkeep } from './upkeep.ts'

/** What publishing needs of the node. */
export interface PublishingParts {
  readonly communities: Communities
  readonly archives: Archives
  readonly archiving: Archiving
  readonly codex: CodexClient
  readonly clock: LamportClock
  readonly descriptions: Descriptions
  readonly outbox: Outbox
  readonly upkeep: Upkeep
}

/**
 * Brings archives to the members: uploads them, then the index that lists them, then announces the
 * index. Each step is recorded when it is done, so what fails or is interrupted goes on from there.
 */
export class Publishing implements Task {
  readonly #parts: PublishingParts

  constructor(parts: PublishingParts) {
    this.#parts = parts
  }

  due(): number | undefined {
    const { archives } = this.#parts
    const moments = this.#owned()
      .map(({ id }) => archives.index(id))
      .filter(({ outdated, unannounced }) => outdated || unannounced)
      .map(({ retryAt }) => retryAt)
    return moments.length > 0 ? Math.min(...moments) : undefined
  }

  async run(now: number): Promise<void> {
    for (const community of this.#owned()) {
      const { archives } = this.#parts
      const { outdated, unannounced, retryAt, failures } = archives.index(community.id)
      if (!(outdated || unannounced) || retryAt > now) continue
      try {
        await this.#publish(community, now)
        archives.setIndex(community.id, { failures: 0 })
      } catch {
        const again = { retryAt: now + backOff(failures), failures: failures + 1 }
        archives.setIndex(community.id, again)
      }
    }
  }

  /** One pass over what is left to do for a community; throws where Codex failed. */
  async #publish(community: Community, now: number): Promise<void> {
    const { archives } = this.#parts
    await this.#uploadArchives(community.id, now)
    if (archives.index(community.id).outdated) await this.#uploadIndex(community.id, now)
    if (archives.index(community.id).unannounced) this.#announce(community, now)
    await this.#parts.upkeep.removeObsolete(community.id)
  }

  async #uploadArchives(id: string, now: number): Promise<void> {
    const { archives } = this.#parts
    for (const { cid, from, to, file } of archives.all(id)) {
      if (cid !== undefined) continue
      const uploaded = await this.#store(file)
      const entry = entryOf(metadataOf(from, to, channelTopics(id)), uploaded)
      archives.uploaded(id, from, uploaded, entry, now)
    }
  }

  async #uploadIndex(id: string, now: number): Promise<void> {
    const { archives, archiving } = this.#parts
    const file = join(archiving.folder(id), 'index')
    writeFileSync(file, encodeIndex(archives.entries(id)))
    const cid = await this.#store(file)
    const { cid: earlier } = archives.index(id)
    if (earlier !== undefined && earlier !== cid) archives.addObsoleteIndex(id, earlier)
    archives.setIndex(id, { cid, file, outdated: false, unannounced: true, uploaded: now })
  }

  /** Uploads a file and makes sure that the node holds it (61, "Seeding message history archives"). */
  async #store(file: string): Promise<string> {
    const { codex } = this.#parts
    const cid = await codex.upload(file, basename(file))
    if (!(await codex.list()).has(cid)) throw new Error(`Codex took ${file} and does not list it`)
    return cid
  }

  /** Sends the CID of the index to the special channel (61, "Message archive distribution"). */
  #announce({ id, privateKey }: Community, now: number): void {
    const { archives, clock, communities, descriptions, outbox } = this.#parts
    const { cid } = archives.index(id)
    if (cid === undefined || !privateKey) return
    const next = clock.next(now)
    const payload = announcement.encode({ clock: next, cid })
    const type = recordTypes.COMMUNITY_MESSAGE_ARCHIVE_INDEX
    const wire = wrap(id, topicsOf(id).special, privateKey, type, payload, now)
    outbox.send({ at: now, pubsubTopic: controlShard, wire })
    communities.setArchiveClock(id, next)
    archives.setIndex(id, { unannounced: false })
    descriptions.changed(id, now)
  }

  #owned(): Community[] {
    return this.#parts.communities.all().filter(({ privateKey }) => privateKey !== undefined)
  }
}
