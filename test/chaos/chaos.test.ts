import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conduct } from '../../cli/conduct.ts'
import type { Ran } from '../../reports/collector.ts'
import type { Results } from '../../reports/results.ts'
import { Dice } from '../../steps/dice.ts'
import { lives, until } from '../transports/ask.ts'
import { Stage } from './stage.ts'
import { type Form, type Kind, kinds } from './strike.ts'

const SEEDS = 200
/** Requirements whose scenarios are few and quick, so that 200 runs are. */
const IDS = ['SDS-SEND-01', 'SDS-SEND-02', 'SDS-RECV-01']
const ADAPTERS = {
  program: () => 'exec:node test/chaos/program.ts',
  module: () => 'inproc:test/chaos/module.ts',
  server: (url: string) => url,
}

async function run(stage: Stage, form: Form, deadlineMs: number, onCase?: (ran: Ran) => void) {
  const url = await stage.open()
  process.env.VAC_CHAOS = url
  const conducted = await conduct({
    adapter: ADAPTERS[form](url),
    areas: [],
    ids: IDS,
    tags: '',
    seed: '5eed',
    deadlineMs,
    ...(onCase && { onCase }),
  })
  await conducted.finished
  stage.close()
  return conducted.results(false)
}

const scenario = (instance: string) => instance.split('@')[1]?.split('.')[0] ?? ''

/** A run without a strike: how many calls it has, and where the scenario of each stands. */
async function undisturbed() {
  const places = new Map<string, string>()
  const stage = new Stage(Infinity)
  let told = 0
  const results = await run(stage, 'server', 30_000, ({ uri, line }) => {
    for (const { instance = '' } of stage.calls.slice(told))
      if (instance.includes('@')) places.set(scenario(instance), `${uri}:${line}`)
    told = stage.calls.length
  })
  return { results, places, calls: stage.calls }
}

const passed = ({ requirements }: Results) =>
  requirements.filter(({ verdict }) => verdict === 'pass')

test(`a client that fails at a random call is never conformant, ${SEEDS} seeds`, {
  timeout: 1_200_000,
}, async (t) => {
  const { results: control, places, calls } = await undisturbed()
  assert.equal(control.exit, 0, control.reason)
  assert.equal(passed(control).length, IDS.length)
  const strikes = Object.entries(kinds).flatMap(([kind, forms]) =>
    forms.map((form) => ({ kind: kind as Kind, form })),
  )
  const struck = new Map<string, number>()
  for (let seed = 0; seed < SEEDS; seed++) {
    const dice = new Dice(`chaos ${seed}`)
    const { kind, form } = strikes[(dice.int32() >>> 0) % strikes.length] as (typeof strikes)[0]
    const at = 1 + ((dice.int32() >>> 0) % calls.length)
    const what = `seed ${seed}: ${form} ${kind} at call ${at}`
    const stage = new Stage(at, kind)
    const results = await run(stage, form, 2_000)
    assert.ok(stage.struck, what)
    assert.notEqual(results.exit, 0, what)
    const { op, instance = '' } = stage.calls[at - 1] ?? {}
    const hit = places.get(scenario(instance))
    for (const { id, cases } of passed(results))
      assert.ok(
        !cases.some(({ uri, line }) => `${uri}:${line}` === hit),
        `${what} (${op} ${instance}): ${id} passed`,
      )
    await until(() => ![...stage.pids].some((pid) => pid !== process.pid && lives(pid)))
    struck.set(`${form} ${kind}`, (struck.get(`${form} ${kind}`) ?? 0) + 1)
  }
  t.diagnostic([...struck].map(([what, times]) => `${what} ${times}`).join(', '))
})

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
