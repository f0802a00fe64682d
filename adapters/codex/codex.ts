import type { Answer, Exchange } from './exchange.ts'
import type { Faults } from './faults.ts'
import type { Journal } from './journal.ts'

/** A Codex node as those see it who set a scene with it; a real one answers later. */
export interface Node {
  readonly faults: Faults
  /** Seconds a block lives from now on; of no effect where time is not told. */
  set ttl(seconds: number)
  upload(
    source: AsyncIterable<Uint8Array>,
    named?: { filename?: string; mimetype?: string },
  ): Promise<{ readonly cid: string }>
  /** The datasets here, of this network alone. */
  list(): readonly { readonly cid: string }[] | Promise<readonly { readonly cid: string }[]>
  /** Whether a dataset is here. */
  holds(cid: string): boolean | Promise<boolean>
  delete(cid: string): void | Promise<void>
}

/** Codex nodes that find each other's datasets: embedded ones, or the way to real ones. */
export interface Codex {
  /** Unix milliseconds, told by whoever sets the scene. */
  now: number
  /** Whether blocks expire by `now`; a real node goes by a clock of its own. */
  readonly told: boolean
  /** Every request that came through the servers. */
  readonly journal: Journal
  /** The node of that name, made on first mention. */
  node(name: string): Node
  /** The bytes of a dataset wherever it is, without any node keeping it for that. */
  file(cid: string): Promise<Buffer | undefined>
  /** Answers a request to a node, or writes the answer itself. */
  answer(name: string, exchange: Exchange): Promise<Answer>
  close(): void | Promise<void>
}
