import { Then } from '@cucumber/cucumber'
import fc from 'fast-check'
import { proposalType } from '../../proto/consensus.ts'
import { holds } from '../property.ts'
import type { World } from '../world.ts'
import { Assembly } from './assembly.ts'

/* Whatever bytes arrive, what is sound is accepted after them. */

Then(
  '{voter} accepts a sound proposal after any bytes whatever',
  async function (this: World, name: string) {
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
  },
)

function damaged(assembly: Assembly, edits: readonly [number, number][], cut: number): Uint8Array {
  const wire = proposalType.encode(
    assembly.list([
      { name: 'Alice', yes: true },
      { name: 'Carol', yes: false },
    ]),
  )
  for (const [at, to] of edits) wire[at % wire.length] = to
  return wire.subarray(0, wire.length - (cut % 200))
}
