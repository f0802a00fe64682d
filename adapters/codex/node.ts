import type { Node } from './codex.ts'
import { Content } from './content.ts'
import { Faults } from './faults.ts'
import { type Manifest, manifestOf } from './manifest.ts'
import type { CodexNetwork } from './network.ts'
import { blockSize } from './tree.ts'

interface Held {
  readonly manifest: Manifest
  /** Missing while only the manifest has arrived. */
  content?: Content
  /** Unix milliseconds after which maintenance drops it; Infinity without a time to live. */
  expiry: number
}

/** One Codex node: the datasets it holds, their expiry and its share of the network. */
export class CodexNode implements Node {
  readonly name: string
  readonly faults = new Faults()
  readonly #network: CodexNetwork
  readonly #held = new Map<string, Held>()
  #ttl = Number.POSITIVE_INFINITY
  #swept = 0

  constructor(name: string, network: CodexNetwork) {
    this.name = name
    this.#network = network
  }

  /** Seconds a block lives, as `--block-ttl`; applies to what is stored from now on. */
  set ttl(seconds: number) {
    this.#ttl = seconds * 1000
  }

  /** Stores a dataset. Storing the same bytes again only prolongs their life. */
  async upload(
    source: AsyncIterable<Uint8Array>,
    named: { filename?: string; mimetype?: string } = {},
  ): Promise<Manifest> {
    const { layout, quota } = this.#network
    const folder = () => this.#network.folder
    const content = await Content.from(source, folder, quota - this.used)
    const manifest = manifestOf(content.root, content.size, named, layout)
    this.#keep(manifest, content)
    return manifest
  }

  list(): Manifest[] {
    return [...this.#held.values()].map(({ manifest }) => manifest)
  }

  /** The manifest, if its block is here; says nothing about the data. */
  localManifest(cid: string): Manifest | undefined {
    return this.#held.get(cid)?.manifest
  }

  /** Whether manifest and data are both here. */
  holds(cid: string): boolean {
    return this.heldContent(cid) !== undefined
  }

  /** The bytes, if they are here. */
  heldContent(cid: string): Content | undefined {
    return this.#held.get(cid)?.content
  }

  /** The manifest, from here or from a peer; kept afterwards. */
  async manifest(cid: string): Promise<Manifest | undefined> {
    const local = this.#held.get(cid)
    if (local) return local.manifest
    const remote = this.#search((peer) => peer.localManifest(cid))
    if (remote) this.#keep(remote)
    return remote
  }

  /** The bytes, from here or from a peer; kept afterwards. */
  async content(cid: string): Promise<Content | undefined> {
    const manifest = await this.manifest(cid)
    if (!manifest) return undefined
    const held = this.heldContent(cid)
    if (held) return held
    if (this.faults.withheld(cid)) return undefined
    const content = this.#search((peer) => peer.heldContent(cid))
    if (content) this.#keep(manifest, content)
    return content
  }

  /** Removes a dataset from this node. Absent ones are fine. */
  delete(cid: string): void {
    this.#held.get(cid)?.content?.release()
    this.#held.delete(cid)
  }

  /** Drops the blocks but keeps the manifest, as after an unfinished background fetch. */
  dropData(cid: string): void {
    const held = this.#held.get(cid)
    held?.content?.release()
    delete held?.content
  }

  get quota(): number {
    return this.#network.quota
  }

  /** Bytes taken: whole blocks and manifests. */
  get used(): number {
    let bytes = 0
    for (const { manifest, content } of this.#held.values()) {
      bytes += manifest.bytes.length
      if (content) bytes += Math.ceil(content.size / blockSize) * blockSize
    }
    return bytes
  }

  get blocks(): number {
    let count = 0
    for (const { content } of this.#held.values())
      count += 1 + (content ? Math.ceil(content.size / blockSize) : 0)
    return count
  }

  /** Collects what has expired, as the node's maintenance does every ten minutes. */
  maintain(): void {
    const tick = Math.floor(this.#network.now / maintenanceInterval) * maintenanceInterval
    if (tick <= this.#swept) return
    this.#swept = tick
    for (const [cid, { expiry }] of this.#held) if (expiry < tick) this.delete(cid)
  }

  #keep(manifest: Manifest, content?: Content): void {
    const expiry = this.#network.now + this.#ttl
    const held = this.#held.get(manifest.cid)
    if (!held) {
      this.#held.set(manifest.cid, {
        manifest,
        expiry,
        ...(content && { content: content.hold() }),
      })
      return
    }
    held.expiry = Math.max(held.expiry, expiry)
    if (content && !held.content) held.content = content.hold()
    else if (content && content !== held.content) content.hold().release()
  }

  #search<T>(ask: (peer: CodexNode) => T | undefined): T | undefined {
    for (const peer of this.#network.peersOf(this)) {
      const found = ask(peer)
      if (found !== undefined) return found
    }
    return undefined
  }
}

/** Milliseconds between two sweeps of expired blocks (`--block-mi`, default 10 minutes). */
const maintenanceInterval = 600_000
