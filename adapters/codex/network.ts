import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Codex } from './codex.ts'
import type { Answer, Exchange } from './exchange.ts'
import { Journal } from './journal.ts'
import type { Layout } from './manifest.ts'
import { CodexNode } from './node.ts'
import { answer } from './rest.ts'

export interface NetworkOptions {
  /** Which manifest layout the nodes write; default codex-0.2. */
  readonly layout?: Layout
  /** Bytes each node may hold; default 20 GiB as in nim-codex. */
  readonly quota?: number
}

/**
 * Codex nodes that find each other's datasets inside one process. Each keeps only what it was given or
 * has fetched. Time is told, not read: `now` in Unix milliseconds moves the block expiry of every node.
 */
export class CodexNetwork implements Codex {
  readonly told = true
  readonly journal = new Journal()
  readonly layout: Layout
  readonly quota: number
  readonly #nodes = new Map<string, CodexNode>()
  #folder: string | undefined
  #now = 0

  constructor({ layout = 'codex-0.2', quota = 20 * 2 ** 30 }: NetworkOptions = {}) {
    this.layout = layout
    this.quota = quota
  }

  /** Where datasets too large for memory are kept until the network closes; made when first asked for. */
  get folder(): string {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'codex-network-'))
    return this.#folder
  }

  get now(): number {
    return this.#now
  }

  set now(now: number) {
    this.#now = now
    for (const node of this.#nodes.values()) node.maintain()
  }

  /** The node of that name, made on first mention. */
  node(name: string): CodexNode {
    const known = this.#nodes.get(name)
    if (known) return known
    const node = new CodexNode(name, this)
    this.#nodes.set(name, node)
    return node
  }

  async file(cid: string): Promise<Buffer | undefined> {
    for (const node of this.#nodes.values()) {
      const content = node.heldContent(cid)
      if (content) return buffer(content.stream())
    }
    return undefined
  }

  answer(name: string, exchange: Exchange): Promise<Answer> {
    return answer(this.node(name), exchange)
  }

  /** The nodes, other than the asking one, that can hand out a manifest. */
  peersOf(node: CodexNode): CodexNode[] {
    return [...this.#nodes.values()].filter((other) => other !== node)
  }

  close(): void {
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true })
    this.#folder = undefined
  }

  [Symbol.dispose](): void {
    this.close()
  }
}
