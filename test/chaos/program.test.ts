import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Stage } from './stage.ts'
import { neverConformant, run, scenario, undisturbed } from './strikes.ts'

neverConformant('program')

test('a client that ends once is started again, and the rest is measured', {
  timeout: 120_000,
}, async () => {
  const { places, calls } = await undisturbed()
  const at = 1 + calls.findIndex(({ instance = '' }) => places.has(scenario(instance)))
  const stage = new Stage(at, 'exits')
  const { exit, requirements } = await run(stage, 'program', 30_000)
  const hit = places.get(scenario(stage.calls[at - 1]?.instance ?? ''))
  assert.equal(exit, 1)
  for (const { id, verdict, reason, cases } of requirements)
    if (cases.some(({ uri, line }) => `${uri}:${line}` === hit)) {
      assert.equal(verdict, 'fail', id)
      assert.match(reason, /got crash: the program ended with exit code 0$/)
    } else assert.equal(verdict, 'pass', `${id}: ${reason}`)
})
