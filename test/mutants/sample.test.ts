/*
A dozen mutants, spread over the areas, each with the scenarios of the requirement that it breaks.
All of them, with everything that they break, by npm run killmatrix.
*/
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mutants } from '../../adapters/mutants/mutant.ts'
import { jobOf } from '../../cli/killmatrix.ts'
import { row } from '../../cli/mutant-pool.ts'
import { runMutant } from '../../cli/mutant-run.ts'

const SAMPLE = 12

const areas = [...Map.groupBy(mutants(), ({ area }) => area).values()]
const each = Math.ceil(SAMPLE / areas.length)
const sample = areas.flatMap((all) => {
  const step = Math.max(1, all.length / each)
  return all.filter((_, i) => Math.floor(i / step) > Math.floor((i - 1) / step))
})

test('mutants are found', async (t) => {
  assert.ok(sample.length > 0)
  for (const mutant of sample)
    await t.test(`${mutant.name}: ${mutant.what}`, async () => {
      const job = jobOf(mutant, true)
      const found = row(job, await runMutant(job))
      assert.ok(found.right, found.trouble ?? `${mutant.breaks} did not notice`)
    })
})
