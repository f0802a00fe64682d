import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { nameOf, recordReference, replaySame, trials, tryImpostor } from '../../cli/null-gate.ts'

/** The quickest area; `vac-conformance selftest` asks in all. */
const SDS = { areas: ['sds'] }

const folder = mkdtempSync(join(tmpdir(), 'impostors-'))
after(() => rmSync(folder, { recursive: true }))
const record = join(folder, 'run.ndjson')

test('a real client passes, so that zero says something', async () => {
  const { asked, passed } = await recordReference(record, SDS)
  assert.ok(passed.length > asked / 2, `passed ${passed.length} of ${asked}`)
})

test('the record of a run passes again where nothing new is asked', async () => {
  const { asked, passed } = await replaySame(record, SDS)
  assert.ok(passed.length > asked / 2, `passed ${passed.length} of ${asked}`)
})

// With the probe, and the others by HTTP: `vac-conformance selftest`.
const rude = (name: string) => /^(clos|answers|redirects|not-http)/.test(name)
for (const trial of trials(record))
  if (!trial.probe && (trial.transport === 'stdio' || rude(nameOf(trial))))
    test(`${nameOf(trial)} passes nothing over ${trial.transport}`, async () => {
      assert.deepEqual((await tryImpostor(trial, SDS)).passed, [])
    })

test('constant passes nothing with answers that its schema alone made up', async () => {
  const trial = { impostor: 'constant', transport: 'stdio', probe: false } as const
  assert.deepEqual((await tryImpostor(trial, SDS)).passed, [])
})
