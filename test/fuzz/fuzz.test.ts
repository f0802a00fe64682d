import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { attack, Broken, KEPT } from './attack.ts'
import { targets } from './targets.ts'

/* The same inputs in every run; npm run fuzz draws others. */

const INPUTS = 400
const folder = mkdtempSync(join(tmpdir(), 'fuzz-'))
after(() => rmSync(folder, { recursive: true }))

for (const target of await targets(folder))
  test(`${target.name}: ${INPUTS} changed inputs are taken or refused`, async (t) => {
    const { taken, inputs, slowestMs } = await attack(target, 1, (done) => done >= INPUTS)
    t.diagnostic(`${taken} taken, slowest ${slowestMs.toFixed(1)} ms`)
    // All refused, or all taken, would be no test.
    assert.ok(taken > 0 && taken < inputs, `${taken} of ${inputs} were taken`)
    const kept = join(KEPT, target.name.replaceAll(' ', '-'))
    for (const file of existsSync(kept) ? readdirSync(kept) : [])
      await target.read(readFileSync(join(kept, file)))
  })

test('an input that a reader does not expect is told with its seed and kept', async () => {
  const careless = {
    name: 'careless',
    seeds: [Buffer.from('{"a":1}'), Buffer.from('{"b":2}')],
    read: (input: Buffer) => JSON.parse(input.toString()) !== undefined,
  }
  await assert.rejects(
    attack(careless, 1, (done) => done >= INPUTS, folder),
    (fault) => fault instanceof Broken && /seed 1, input \d+.*\n.*SyntaxError/.test(fault.message),
  )
  assert.equal(readdirSync(join(folder, 'careless')).length, 1)
})
