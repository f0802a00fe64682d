import type { Call } from './journal.ts'

/**
 * What goes wrong. `fail` answers `status`; `hang` never answers; `corrupt` flips a byte of a download;
 * `cut` breaks the connection in the middle of a download; `lose` answers an upload as usual and keeps
 * nothing; `newline` ends the answer to an upload with a line feed.
 */
export type Effect = 'fail' | 'hang' | 'corrupt' | 'cut' | 'lose' | 'newline'

export interface Fault {
  readonly effect: Effect
  /** HTTP status for `fail`; default 500. */
  readonly status?: number
  /** Only these calls; default every call. */
  readonly calls?: readonly Call[]
  /** Only requests for this CID. */
  readonly cid?: string
  /** Let this many matching requests pass first; default 0. */
  readonly skip?: number
  /** Strike this many times; default for ever. */
  readonly times?: number
}

/** The faults of one node, struck in the order they were set. */
export class Faults {
  #set: { readonly fault: Fault; skip: number; times: number }[] = []
  readonly #withheld = new Set<string>()

  add(fault: Fault): void {
    this.#set.push({ fault, skip: fault.skip ?? 0, times: fault.times ?? Number.POSITIVE_INFINITY })
  }

  /** Only the manifest of this dataset reaches the node; its data never does. */
  withhold(cid: string): void {
    this.#withheld.add(cid)
  }

  withheld(cid: string): boolean {
    return this.#withheld.has(cid)
  }

  clear(): void {
    this.#set = []
    this.#withheld.clear()
  }

  /** The fault that strikes this request, if any; counts it. */
  strike(call: Call, cid?: string): Fault | undefined {
    for (const entry of this.#set) {
      const { fault } = entry
      if (fault.calls && !fault.calls.includes(call)) continue
      if (fault.cid !== undefined && fault.cid !== cid) continue
      if (entry.skip > 0) entry.skip -= 1
      else if (entry.times > 0) {
        entry.times -= 1
        return fault
      }
    }
    return undefined
  }
}
