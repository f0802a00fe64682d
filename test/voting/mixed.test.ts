/* Groups of two implementations: the reference with the deployed encoding, and the Rust crate. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import fc from 'fast-check'
import { clientEntry, isBuilt, readClient } from '../../adapters/clients/entry.ts'
import type { Ok, Op, Params } from '../../adapters/contract/operations.ts'
import { reference } from '../../adapters/reference/adapter.ts'
import { literal } from '../../adapters/reference/voting/profile.ts'
import { Session } from '../../adapters/session.ts'
import { Direct } from '../../adapters/transports/direct.ts'
import { Exec } from '../../adapters/transports/exec.ts'
import { deployedEncoding } from '../../proto/vote-encoding.ts'

const now = 1_756_000_000_000
const skip =
  !isBuilt(readClient('hashgraph-like-consensus')) && 'not measured: run npm run clients:build'
const key = (at: number) => (at + 1).toString(16).padStart(64, '0')
let groups = 0

/** So many voters, taken from the two in turn. */
class Group {
  readonly #sessions: readonly Session[]
  readonly #run = ++groups
  readonly size: number

  constructor(sessions: readonly Session[], size: number) {
    this.#sessions = sessions
    this.size = size
  }

  async ask<O extends Op>(at: number, op: O, params: Params<O>): Promise<Ok<O> | undefined> {
    const session = this.#sessions[at % 2]
    assert.ok(session)
    const outcome = await session.call(op, `${this.#run}/${at}`, now, params)
    assert.ok(outcome.kind === 'ok' || outcome.kind === 'rejected', JSON.stringify(outcome))
    return outcome.kind === 'ok' ? outcome.ok : undefined
  }

  /** All vote as told, on messages that arrive in the order told; answers what each says after each message. */
  async play(answers: readonly boolean[], order: readonly number[]): Promise<string[][]> {
    const said: string[][] = answers.map(() => [])
    for (const at of answers.keys())
      await this.ask(at, 'voting.create', { privateKey: key(at), seed: key(at) })
    const question = { name: 'n', payload: 'p', expectedVoters: this.size, expiresIn: 60_000 }
    const vote = answers[0] ?? true
    const first = await this.ask(0, 'voting.propose', { ...question, vote })
    assert.ok(first)
    const { proposalId } = first
    const broadcast = (from: number, wire: string) =>
      answers.flatMap((_, to) => (to === from ? [] : [{ to, wire }]))
    const onTheWay = broadcast(0, first.wire)
    const voted = new Set([0])
    for (const pick of [...order, ...Array<number>(this.size ** 2).fill(0)]) {
      const [message] = onTheWay.splice(pick % Math.max(1, onTheWay.length), 1)
      if (!message) break
      const { to, wire } = message
      await this.ask(to, 'voting.receive', { wire })
      if (!voted.has(to)) {
        voted.add(to)
        const cast = await this.ask(to, 'voting.vote', { proposalId, vote: answers[to] ?? true })
        if (cast) onTheWay.push(...broadcast(to, cast.wire))
      }
      const { result } = (await this.ask(to, 'voting.result', { proposalId })) ?? {}
      said[to]?.push(result ?? 'UNKNOWN')
    }
    return said
  }
}

function both(t: TestContext): Session[] {
  const { adapter, folder } = clientEntry('hashgraph-like-consensus')
  const voting = { ...literal, ...deployedEncoding }
  const sessions = [
    new Session(new Direct('reference', async () => () => reference({ voting }))),
    new Session(new Exec(adapter.slice('exec:'.length), folder)),
  ]
  t.after(() => Promise.all(sessions.map((session) => session.close())))
  return sessions
}

test('a group of both never decides opposite results where no tie is possible', {
  skip,
}, async (t) => {
  const sessions = both(t)
  for (const size of [3, 5])
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: size, maxLength: size }),
        fc.array(fc.nat({ max: 99 }), { maxLength: size * size }),
        async (answers, order) => {
          const said = new Set((await new Group(sessions, size).play(answers, order)).flat())
          assert.ok(!(said.has('YES') && said.has('NO')), [...said].join(', '))
          // More than two thirds of one mind decide at everybody, whichever rule is followed.
          const yes = answers.filter((answer) => answer).length
          if (3 * yes > 2 * size) assert.ok(said.has('YES'), [...said].join(', '))
        },
      ),
      { numRuns: 15, seed: 5 },
    )
})

test('a tie splits such a group: one rejects it, the other follows the flag', {
  skip,
}, async (t) => {
  const said = await new Group(both(t), 4).play([true, true, false, false], [])
  assert.deepEqual(
    said.map((results) => results.at(-1)),
    ['NO', 'YES', 'NO', 'YES'],
  )
})
