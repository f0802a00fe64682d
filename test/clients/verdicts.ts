import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { isBuilt, missingTools, readClient, told } from '../../adapters/clients/entry.ts'
import type { Results } from '../../reports/results.ts'
import { engineFor } from '../transports/engine.ts'
import { file, judge, type Known, known, SEED, summed } from './known.ts'

/*
The verdicts of all known clients, held against verdicts.json: a release that is rebuilt, a rule that is
added or a shim that is changed shows here. It takes minutes, so it is a step of its own:

npm run clients:verdicts
node test/clients/verdicts.ts --update      writes what was found into verdicts.json; npm run fix formats it
*/

const update = process.argv.includes('--update')
const found = new Map<Known, Known>()

/** Why a client cannot be judged on this machine; false where it can. */
function lacking(name: string): string | false {
  const entry = readClient(name)
  if (isBuilt(entry)) return false
  return `not measured: ${told(missingTools(entry)) || 'run npm run clients:build'}`
}

for (const each of known) {
  const { client, revision } = each
  const skip = lacking(client)
  test(`${client} by ${revision} is judged as before`, { skip }, () => {
    const now = summed(client, judge(client, revision))
    found.set(each, now)
    if (!update) assert.deepEqual(now, each)
  })
}

const CRATE = 'hashgraph-like-consensus'
const byCase = ({ requirements }: Results) =>
  requirements.map(({ id, verdict, cases }) => [id, verdict, ...cases.map((each) => each.verdict)])

test(`${CRATE} is judged alike over exec and in a container`, {
  skip: lacking(`${CRATE}-image`) || lacking(CRATE),
}, async (t) => {
  if (!(await engineFor(t))) return
  const [revision = ''] = known.filter(({ client }) => client === CRATE).map((one) => one.revision)
  const container = judge(`${CRATE}-image`, revision)
  assert.match(container.adapter.digests.image ?? '', /^sha256:/)
  assert.ok(container.summary.pass > 0)
  assert.deepEqual(byCase(container), byCase(judge(CRATE, revision)), `seed ${SEED}`)
})

if (update)
  process.once('exit', () => {
    const now = known.map((each) => found.get(each) ?? each)
    writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`)
  })
