import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { conduct } from '../../cli/conduct.ts'
import type { Ran } from '../../reports/collector.ts'
import type { Results } from '../../reports/results.ts'
import { Dice } from '../../steps/dice.ts'
import { lives, until } from '../transports/ask.ts'
import { Stage } from './stage.ts'
import { type Form, type Kind, kinds } from './strike.ts'

/** Of all forms together, of which each has a file of its own: most of the time is waiting for those that hang. */
const SEEDS = 200
/** Requirements whose scenarios are few and quick, so that 200 runs are. */
const IDS = ['SDS-SEND-01', 'SDS-SEND-02', 'SDS-RECV-01']
const ADAPTERS = {
  program: () => 'exec:node test/chaos/program.ts',
  module: () => 'inproc:test/chaos/module.ts',
  server: (url: string) => url,
}

export async function run(
  stage: Stage,
  form: Form,
  deadlineMs: number,
  onCase?: (ran: Ran) => void,
) {
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

export const scenario = (instance: string) => instance.split('@')[1]?.split('.')[0] ?? ''

/** A run without a strike: how many calls it has, and where the scenario of each stands. */
export async function undisturbed() {
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

/** Strikes a client of this form with the share of the seeds that fall to it. */
export function neverConformant(struckForm: Form): void {
  test(
    `a ${struckForm} that fails at a random call is never conformant`,
    {
      timeout: 1_200_000,
    },
    (t) => strikeAll(t, struckForm),
  )
}

async function strikeAll(t: TestContext, own: Form): Promise<void> {
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
    if (form !== own) continue
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
  assert.ok(struck.size > 1)
  t.diagnostic([...struck].map(([what, times]) => `${what} ${times}`).join(', '))
}
