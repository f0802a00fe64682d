/*
All scenarios again and again, each time with another seed: other names, contents, schedules and inputs of
properties. The reference should pass whatever is drawn, so each failure is a fault of it or of the suite.

npm run soak [-- --minutes N] [--area AREA]… [--runs N]

  --minutes N  begins no round later (default 1)
  --area AREA  only these
  --runs N     inputs of each property (default: as many as in a usual run)

A seed that failed is added to test/soak/seeds.json, which npm test repeats. Exit 1 where one did.
*/
import { parseArgs } from 'node:util'
import { conduct } from '../../cli/conduct.ts'
import type { Results } from '../../reports/results.ts'
import { add, readSeeds } from './seeds.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    area: { type: 'string', multiple: true, default: [] },
    runs: { type: 'string' },
  },
})
const end = performance.now() + 60_000 * Number(values.minutes)
const before = readSeeds().length
for (let round = 1; round === 1 || performance.now() < end; round++) {
  const started = performance.now()
  const conducted = await conduct({
    adapter: 'reference',
    areas: values.area,
    ids: [],
    tags: '',
    parallel: 'as-usual',
    ...(values.runs !== undefined && { runs: Number(values.runs) }),
  })
  await conducted.finished
  const results = conducted.results(false)
  const failed = told(results)
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  const { pass, total } = results.summary
  console.log(`round ${round}, seed ${results.seed}: ${pass} of ${total} passed, ${seconds} s`)
  for (const { id, verdict, reason } of failed) {
    console.log(`  ${id} ${verdict}: ${reason}`)
    console.log(`  vac-conformance run --adapter reference --id ${id} --seed ${results.seed}`)
    add({ id, seed: results.seed, why: reason.slice(0, 200) })
  }
}
if (readSeeds().length > before) process.exitCode = 1

/** What was measured and did not pass. */
function told({ requirements }: Results) {
  return requirements.filter(({ verdict, state, cases }) =>
    verdict === 'fail' || verdict === 'inconclusive'
      ? true
      : verdict === 'not-measured' && state === 'tested' && cases.some(({ finding }) => finding),
  )
}
