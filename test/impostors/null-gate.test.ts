/*
The null gate: a client that implements nothing passes nothing. The probe, which would send most
impostors home, is left out, so that the scenarios alone have to see through them.
Among the other tests it asks one area, to be quick; `npm run null-gate` asks all.
*/
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { impostors } from '../../adapters/impostors/impostors.ts'
import { conduct } from '../../cli/conduct.ts'

const areas = process.argv.includes('--all-areas') ? [] : ['sds']
const OLD_SEED = '01d5eed0'
const NEW_SEED = '7e55eed0'

const folder = mkdtempSync(join(tmpdir(), 'impostors-'))
after(() => rmSync(folder, { recursive: true }))
const record = join(folder, 'run.ndjson')

/** What the whole suite finds in a client. */
async function judge(adapter: string, seed: string, deadlineMs = 20_000) {
  const conducted = await conduct({
    adapter,
    areas,
    ids: [],
    tags: '',
    seed,
    probe: false,
    // Of each property; an impostor fails the first, or is none.
    runs: 10,
    deadlineMs,
  })
  await conducted.finished
  const { requirements } = conducted.results(false)
  const asked = requirements.filter(({ cases }) => cases.length > 0).length
  const passed = requirements.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id)
  return { asked, passed }
}

const impostor = (name: string) => `exec:node adapters/impostors/main.ts ${name}`

test('a real client passes, so that zero says something', async () => {
  const recorder = `exec:node test/impostors/recorded-reference.ts ${record}`
  const { asked, passed } = await judge(recorder, OLD_SEED)
  assert.ok(passed.length > asked / 2, `passed ${passed.length} of ${asked}`)
})

test('the record of a run passes again where nothing new is asked', async () => {
  const { asked, passed } = await judge(impostor(`replays-old-run --record ${record}`), OLD_SEED)
  assert.ok(passed.length > asked / 2, `passed ${passed.length} of ${asked}`)
})

for (const name of Object.keys(impostors))
  test(`${name} passes nothing`, async () => {
    const slow = ['silent', 'hangs'].includes(name)
    const client = impostor(`${name} --record ${record}`)
    const { passed } = await judge(client, NEW_SEED, slow ? 3_000 : undefined)
    assert.deepEqual(passed, [])
  })

test('constant passes nothing with answers that its schema alone made up', async () => {
  assert.deepEqual((await judge(impostor('constant'), NEW_SEED)).passed, [])
})
