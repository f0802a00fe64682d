import { Then, When } from '@cucumber/cucumber'
import fc from 'fast-check'
import { proposalType } from '../../proto/consensus.ts'
import { holds } from '../property.ts'
import type { World } from '../world.ts'
import { Assembly } from './assembly.ts'
import type { Ballot } from './craft.ts'
import { rawFields, writeRaw } from './raw.ts'

/* Bytes that are no proposal, or a strange one. */

const NAME = 10
const alice: Ballot = { name: 'Alice', yes: true }

When(
  '{voter} receives/received the first half of the votes {votes}',
  async function (this: World, name: string, ballots: Ballot[]) {
    const assembly = this.scene(Assembly)
    const wire = proposalType.encode(assembly.list(ballots))
    await assembly.handBytes(name, wire.subarray(0, wire.length / 2))
  },
)

When(
  '{voter} receives the votes {votes} as JSON',
  async function (this: World, name: string, ballots: Ballot[]) {
    const assembly = this.scene(Assembly)
    const json = JSON.stringify(assembly.list(ballots), (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    await assembly.handBytes(name, Buffer.from(json))
  },
)

When(
  '{voter} received {int} random bytes',
  async function (this: World, name: string, count: number) {
    await this.scene(Assembly).handBytes(name, Buffer.from(this.dice.hex(count), 'hex'))
  },
)

When(
  '{voter} received a proposal with a name that is not UTF-8',
  async function (this: World, name: string) {
    const assembly = this.scene(Assembly)
    const fields = rawFields(proposalType.encode(assembly.list([alice])))
    const others = fields.filter(({ number }) => number !== NAME)
    await assembly.handBytes(
      name,
      writeRaw([{ number: NAME, wireType: 2, value: 'ff' }, ...others]),
    )
  },
)

When(
  '{voter} received a proposal with a vote_owner of 1 MiB',
  async function (this: World, name: string) {
    const assembly = this.scene(Assembly)
    const long = {
      unhashed: (vote: { vote_owner: Uint8Array }) => (vote.vote_owner = new Uint8Array(2 ** 20)),
    }
    await assembly.hand(name, assembly.list([alice], { votes: new Map([[0, long]]) }))
  },
)

When(
  "{voter} received a proposal with {int} votes of Mallory's",
  async function (this: World, name: string, count: number) {
    const assembly = this.scene(Assembly)
    const forged = { signer: 'Mallory', complete: () => {} }
    const proposal = assembly.list([alice], { votes: new Map([[0, forged]]) })
    const [vote] = proposal.votes
    if (vote) proposal.votes = Array.from({ length: count }, () => vote)
    await assembly.hand(name, proposal)
  },
)

const bytes = new WeakMap<World, string>()

When('{voter} receives any bytes whatever', function (this: World, name: string) {
  // They are made and handed over by the Then, which says what has to hold after each.
  bytes.set(this, name)
})

Then('{voter} accepts a sound proposal after each', async function (this: World, name: string) {
  if (bytes.get(this) !== name) throw new Error(`${name} receives nothing: add a When`)
  await holds(this, {
    inputs: fc.record({
      noise: fc.uint8Array({ maxLength: 200 }),
      edits: fc.array(fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 255 })), { maxLength: 6 }),
      cut: fc.nat({ max: 400 }),
      sound: fc.boolean(),
    }),
    runs: 60,
    tell: ({ noise, edits, cut, sound }) =>
      sound
        ? `a sound proposal cut by ${cut % 200}, changed at ${edits.map(([at, to]) => `${at}=${to}`).join(' ')}`
        : Buffer.from(noise).toString('hex'),
    play: async ({ noise, edits, cut, sound }) => {
      const assembly = this.scene(Assembly)
      assembly.ask('Alice', { voters: 3 })
      await assembly.handBytes(name, sound ? damaged(assembly, edits, cut) : noise)
      assembly.ask('Carol', { voters: 3 })
      const votes = [
        { name: 'Carol', yes: true },
        { name: 'Dave', yes: true },
      ]
      await assembly.hand(name, assembly.list(votes))
      const result = await assembly.result(name)
      this.expect(
        `${name}'s result on the sound proposal`,
        result.map((ok) => ok.result),
      ).equals('YES')
    },
  })
})

function damaged(assembly: Assembly, edits: readonly [number, number][], cut: number): Uint8Array {
  const wire = proposalType.encode(assembly.list([alice, { name: 'Carol', yes: false }]))
  for (const [at, to] of edits) wire[at % wire.length] = to
  return wire.subarray(0, wire.length - (cut % 200))
}
