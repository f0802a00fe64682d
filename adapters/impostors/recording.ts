import { readFileSync } from 'node:fs'
import type { Outcome } from '../contract/envelope.ts'
import type { Op } from '../contract/operations.ts'
import type { Said } from './manners.ts'

/** What a client answered in an old run: a line of JSON a call, `{op, outcome}`; more members may follow. */
export class Recording {
  readonly #said = new Map<string, Said[]>()
  readonly #turn = new Map<string, number>()

  constructor(file: string | undefined) {
    if (file === undefined) throw new Error('expected --record FILE, the calls of an old run')
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (line === '') continue
      const { op, outcome } = JSON.parse(line) as { op: string; outcome: Outcome }
      if (!['ok', 'rejected', 'unsupported', 'error'].includes(outcome.kind)) continue
      const said = this.#said.get(op)
      if (said) said.push(outcome as Said)
      else this.#said.set(op, [outcome as Said])
    }
  }

  /** What was first answered with ok. */
  first(op: Op): Said | undefined {
    return this.#said.get(op)?.find(({ kind }) => kind === 'ok')
  }

  /** What was answered next; after the last comes the first again. */
  next(op: Op): Said | undefined {
    const said = this.#said.get(op)
    if (!said) return undefined
    const turn = this.#turn.get(op) ?? 0
    this.#turn.set(op, turn + 1)
    return said[turn % said.length]
  }
}
