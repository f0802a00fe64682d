import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { verdicts } from '../../spec/check/verdicts.ts'
import { evidence } from '../../spec/coverage/evidence.ts'

const root = mkdtempSync(join(tmpdir(), 'vac-evidence-'))
after(() => rmSync(root, { recursive: true }))

function put(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

put(
  'features/lamp/switch.feature',
  'Feature: switch\n\n  @LAMP-1 @must\n  Rule: it lights\n\n    Scenario: on\n      When it is switched\n\n    Scenario: off\n      When it is switched\n',
)
put(
  'vectors/lamp/bytes.json',
  JSON.stringify({ cases: [{ id: 'V-1', requirements: ['LAMP-1', 'LAMP-2'], wire: '0a' }] }),
)
put('vectors/schema/lamp-bytes.json', JSON.stringify({ id: 'S', requirements: ['LAMP-9'] }))
put('adapters/mutants/lamp/dark.json', JSON.stringify({ breaks: 'LAMP-1', what: 'stays dark' }))

test('scenarios, vectors and mutants are found by the requirement they name', () => {
  const found = evidence(root)
  assert.deepEqual(found.get('LAMP-1'), {
    scenarios: ['features/lamp/switch.feature:6', 'features/lamp/switch.feature:9'],
    vectors: ['vectors/lamp/bytes.json#V-1'],
    mutants: ['adapters/mutants/lamp/dark.json'],
  })
  assert.deepEqual(found.get('LAMP-2'), {
    scenarios: [],
    vectors: ['vectors/lamp/bytes.json#V-1'],
    mutants: [],
  })
  assert.equal(found.get('LAMP-9'), undefined, 'a schema is no vector')
})

test('verdicts of earlier runs are read from results.json, one file or a folder of runs', () => {
  const results = {
    adapter: { address: 'exec:lamp', hello: { name: 'lamp', version: '2' } },
    requirements: [{ id: 'LAMP-1', verdict: 'fail' }],
  }
  put('runs/one/results.json', JSON.stringify(results))
  put('runs/two/results.json', JSON.stringify({ ...results, adapter: { address: 'exec:other' } }))
  assert.deepEqual(verdicts([join(root, 'runs')]).get('LAMP-1'), [
    { client: 'lamp 2', verdict: 'fail' },
    { client: 'exec:other', verdict: 'fail' },
  ])
  assert.throws(() => verdicts([join(root, 'vectors/lamp/bytes.json')]), /is no results\.json/)
})
