import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Announcements } from './announcements.ts'
import type { CodexClient } from './codex-client.ts'
import type { Communities } from './communities.ts'
import type { Importing } from './importing.ts'
import { type Listed, readIndex } from './index-file.ts'
import { wanted } from './selection.ts'
import { spool } from './spool.ts'
import type { Task } from './task.ts'

/** Archives fetched at the same time. */
const parallel = 4

/** An index of 100 topics a week is 3 MB after twenty years. */
const largestIndex = 64 << 20

/** What downloading needs of the node. */
export interface DownloadingParts {
  /** A folder for what is on its way. */
  readonly folder: string
  readonly communities: Communities
  readonly announcements: Announcements
  readonly importing: Importing
  readonly codex: CodexClient
}

/** Fetches announced indices and the archives that the member lacks (61, "Fetching message history archives"). */
export class Downloading implements Task {
  readonly #parts: DownloadingParts

  constructor(parts: DownloadingParts) {
    this.#parts = parts
    // What an earlier process left half done is of no use.
    rmSync(parts.folder, { recursive: true, force: true })
  }

  due(): number | undefined {
    const { announcements, communities } = this.#parts
    const moments = communities.all().map(({ id }) => announcements.of(id)?.due)
    const due = moments.filter((moment) => moment !== undefined)
    return due.length > 0 ? Math.min(...due) : undefined
  }

  async run(now: number): Promise<void> {
    const { announcements, communities } = this.#parts
    for (const { id } of communities.all()) {
      const announced = announcements.of(id)
      if (announced?.due === undefined || announced.due > now) continue
      const complete = await this.#fetch(id, announced.cid).catch(() => false)
      if (complete) announcements.settle(id)
      else announcements.postpone(id, now)
    }
  }

  /** Fetches an index and what is missing of it; false if something did not arrive. */
  async #fetch(id: string, cid: string): Promise<boolean> {
    const { communities, folder, importing } = this.#parts
    mkdirSync(folder, { recursive: true })
    const listed = await this.#index(cid)
    const { download } = communities.get(id)
    const missing = importing.missing(id, wanted(listed, download))
    const arrived = await this.#archives(missing)
    const imported = arrived.map(({ listed, path }) => this.#import(id, listed, path))
    return arrived.length === missing.length && imported.every((done) => done)
  }

  async #index(cid: string): Promise<Listed[]> {
    const { codex, folder } = this.#parts
    const path = join(folder, cid)
    try {
      await spool(codex, cid, path)
      if (statSync(path).size > largestIndex) throw new Error(`${cid} is too large for an index`)
      const listed = readIndex(readFileSync(path))
      if (!listed) throw new Error(`${cid} is no archive index`)
      return listed
    } finally {
      rmSync(path, { force: true })
    }
  }

  /** Fetches archives, a few at a time; one that fails holds up no other. The oldest come first. */
  async #archives(missing: readonly Listed[]): Promise<{ listed: Listed; path: string }[]> {
    const { codex, folder } = this.#parts
    const queue = missing.map((listed, i) => ({ listed, path: join(folder, `${i}-${listed.cid}`) }))
    const arrived: typeof queue = []
    const waiting = queue.values()
    const fetchNext = async () => {
      for (const one of waiting) {
        try {
          await spool(codex, one.listed.cid, one.path)
          arrived.push(one)
        } catch {
          rmSync(one.path, { force: true })
        }
      }
    }
    await Promise.all(Array.from({ length: parallel }, fetchNext))
    return arrived.sort((a, b) => (a.listed.metadata.to < b.listed.metadata.to ? -1 : 1))
  }

  #import(id: string, listed: Listed, path: string): boolean {
    try {
      this.#parts.importing.replace(id, listed, path)
      return true
    } catch {
      return false
    } finally {
      rmSync(path, { force: true })
    }
  }
}
