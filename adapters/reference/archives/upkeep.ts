import { basename } from 'node:path'
import type { Archives } from './archives.ts'
import type { CodexClient } from './codex-client.ts'
import type { Communities } from './communities.ts'
import type { Database } from './database.ts'
import type { Task } from './task.ts'
import { day, nanoseconds, storeRetention } from './time.ts'
import type { WakuMessages } from './waku-messages.ts'

/** Codex forgets blocks after 30 days unless told otherwise, so they are uploaded again before. */
const refreshAfter = 21 * day

/** What upkeep needs of the node. */
export interface UpkeepParts {
  readonly database: Database
  readonly communities: Communities
  readonly archives: Archives
  readonly messages: WakuMessages
  readonly codex: CodexClient
}

/** Keeps in Codex what must be there and removes what need not be; prunes old Waku messages. Daily. */
export class Upkeep implements Task {
  readonly #parts: UpkeepParts

  constructor(parts: UpkeepParts) {
    this.#parts = parts
  }

  due(now: number): number {
    const { database } = this.#parts
    const row = database.get("select value from numbers where name = 'upkeep'")
    if (row) return Number(row.value)
    database.run("insert into numbers values ('upkeep', ?)", String(now + day))
    return now + day
  }

  async run(now: number): Promise<void> {
    this.#parts.database.run(
      "update numbers set value = ? where name = 'upkeep'",
      String(now + day),
    )
    await this.tend(now)
  }

  /** One round for every community. What Codex refuses today is tried again tomorrow. */
  async tend(now: number): Promise<void> {
    const { communities, messages } = this.#parts
    for (const { id, privateKey } of communities.all()) {
      if (!privateKey) continue
      messages.prune(id, nanoseconds(now - storeRetention))
      try {
        await this.#seed(id, now)
        await this.removeObsolete(id)
      } catch {}
    }
  }

  /** Deletes the indices that a newer one has replaced; the newest stays (61, "Seeding message history archives"). */
  async removeObsolete(id: string): Promise<void> {
    const { archives, codex } = this.#parts
    const { cid: newest, unannounced } = archives.index(id)
    if (unannounced) return
    for (const cid of archives.obsoleteIndices(id)) {
      if (cid !== newest) await codex.delete(cid)
      archives.removeObsoleteIndex(id, cid)
    }
  }

  /** Uploads again what Codex lost or will soon forget. */
  async #seed(id: string, now: number): Promise<void> {
    const { archives, codex } = this.#parts
    const held = await codex.list()
    const missing = (cid: string, uploaded = 0) => !held.has(cid) || uploaded + refreshAfter <= now
    for (const archive of archives.all(id)) {
      if (archive.cid === undefined || !missing(archive.cid, archive.uploaded)) continue
      await this.#again(archive.file, archive.cid, () => archives.refreshed(id, archive.from, now))
    }
    const { cid, file, uploaded } = archives.index(id)
    if (cid === undefined || file === undefined || !missing(cid, uploaded)) return
    await this.#again(file, cid, () => archives.setIndex(id, { uploaded: now }))
  }

  async #again(file: string, cid: string, done: () => void): Promise<void> {
    const again = await this.#parts.codex.upload(file, basename(file))
    if (again === cid) done()
  }
}
