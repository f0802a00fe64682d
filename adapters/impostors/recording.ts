import { readFileSync } from 'node:fs'
import type { Reply, Request } from '../contract/envelope.ts'
import type { Call, Said } from './manners.ts'
import { saidIn } from './manners.ts'

/** One line of a recording, as JSON. */
export interface Exchange {
  readonly request: Request
  readonly reply: Reply
}

/** What a client answered in an old run: every exchange, in order, a line each. */
export class Recording {
  readonly #said = new Map<string, Said[]>()
  readonly #turn = new Map<string, number>()

  constructor(file: string | undefined) {
    if (file === undefined) throw new Error('expected --record FILE, the exchanges of an old run')
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (line === '') continue
      const { request, reply } = JSON.parse(line) as Exchange
      const { op, instance = '' } = request
      for (const key of [op, `${op} ${instance}`]) {
        const said = this.#said.get(key)
        if (said) said.push(saidIn(reply))
        else this.#said.set(key, [saidIn(reply)])
      }
    }
  }

  /** What was first answered with ok. */
  first({ op }: Call): Said | undefined {
    return this.#said.get(op)?.find(({ kind }) => kind === 'ok')
  }

  /** What this instance, or else any, answered next; after the last comes the first again. */
  next({ op, instance }: Call): Said | undefined {
    const key = this.#said.has(`${op} ${instance}`) ? `${op} ${instance}` : op
    const said = this.#said.get(key)
    if (!said) return undefined
    const turn = this.#turn.get(key) ?? 0
    this.#turn.set(key, turn + 1)
    return said[turn % said.length]
  }
}
