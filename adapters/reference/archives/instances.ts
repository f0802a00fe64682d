import { join } from 'node:path'
import { removeTemporary, temporaryFolder } from '../temporary.ts'
import { Database } from './database.ts'
import { ArchiveNode } from './node.ts'
import { Outbox } from './outbox.ts'
import type { NodeConfig } from './parts.ts'

interface Instance {
  readonly config: NodeConfig
  /** Outlives a restart: it is what the network has seen. */
  readonly outbox: Outbox
  /** Missing while the node is stopped. */
  node?: ArchiveNode
}

/** The nodes of this process by the names the suite gave them; each makes a folder of its own if it has files. */
export class Instances {
  readonly #instances = new Map<string, Instance>()
  readonly #root: string | undefined

  /** `root`: where folders go and stay, one for each instance name; absent: a temporary place. */
  constructor(root?: string) {
    this.#root = root
  }

  create(name: string, config: Omit<NodeConfig, 'folder'>, now: number): ArchiveNode {
    this.destroy(name)
    const folder = this.#folderOf(name)
    const outbox = new Outbox()
    // In a temporary place nothing outlives the process, so what outlives a restart may be in memory.
    const whole = {
      ...config,
      folder,
      ...(this.#root === undefined && { database: new Database() }),
    }
    const node = new ArchiveNode(whole, outbox, now)
    this.#instances.set(name, { config: whole, outbox, node })
    return node
  }

  /** The running node, with everything due at `now` done. */
  async at(name: string, now: number): Promise<ArchiveNode> {
    const { node } = this.#get(name)
    if (!node) throw new Error(`${name} is stopped: call archives.start first`)
    await node.advance(now)
    return node
  }

  outbox(name: string): Outbox {
    return this.#get(name).outbox
  }

  stop(name: string): void {
    const instance = this.#get(name)
    instance.node?.stop()
    delete instance.node
  }

  async start(name: string, now: number): Promise<void> {
    const instance = this.#get(name)
    instance.node ??= new ArchiveNode(instance.config, instance.outbox, now)
    instance.node.restarted()
    await instance.node.advance(now)
  }

  destroy(name: string): void {
    const instance = this.#instances.get(name)
    if (!instance) return
    instance.node?.stop()
    instance.config.database?.close()
    this.#instances.delete(name)
    if (this.#root === undefined) removeTemporary(instance.config.folder)
  }

  #get(name: string): Instance {
    const instance = this.#instances.get(name)
    if (!instance) throw new Error(`expected an instance made by archives.create, got ${name}`)
    return instance
  }

  #folderOf(name: string): string {
    if (this.#root !== undefined) return join(this.#root, name.replaceAll(/[^\w@.-]/g, '_'))
    return temporaryFolder('vac-archives-')
  }
}
