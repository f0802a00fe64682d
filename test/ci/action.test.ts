import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { parse } from 'yaml'
import { command } from '../evidence/ran.ts'
import { ACTION, action, type Done, perform } from './steps.ts'

const SCOPE = { areas: 'sds', tags: '@SDS-SEND-01 or @SDS-RECV-01', seed: '0f0f' }

suite('the GitHub action', () => {
  const place = mkdtempSync(join(tmpdir(), 'action-'))
  const workspace = join(place, 'workspace')
  const released = join(workspace, 'released.json')
  let first: Done

  before(() => {
    mkdirSync(workspace)
    first = perform(workspace, { adapter: 'reference', ...SCOPE })
    cpSync(join(place, 'temp/vac-conformance/results.json'), released)
  })
  after(() => rmSync(place, { recursive: true }))

  test('passes what conforms, with summary, site, badge and a bundle that verifies', () => {
    assert.equal(first.exit, 0, first.log)
    assert.equal(first.outputs.exit, '0')
    assert.match(first.summary, /^## CONFORMANT: vac-conformance reference/)
    const folder = first.outputs.folder ?? ''
    assert.deepEqual(first.uploaded, [folder])
    for (const name of ['results.json', 'site/index.html', 'badge.json', 'bundle.ndjson.gz'])
      assert.ok(existsSync(join(folder, name)), name)
    assert.equal(command('verify', join(folder, 'bundle.ndjson.gz')).code, 0)
  })

  test('fails what does not conform with the exit code of the run, after everything was written', () => {
    const done = perform(workspace, {
      adapter: 'mutant:clock-by-two',
      ...SCOPE,
      against: 'released.json',
      artifact: '',
    })
    assert.equal(done.failed, 'Verdict', done.log)
    assert.equal(done.exit, 1)
    assert.equal(done.outputs.gate, '1')
    assert.match(done.summary, /SDS-SEND-01/)
    assert.deepEqual(done.uploaded, [])
    const known = join(workspace, 'known.yaml')
    const results = join(done.outputs.folder ?? '', 'results.json')
    assert.equal(command('baseline', known, '--update', '--from', results).code, 0)
    const blank = perform(workspace, {
      adapter: 'mutant:clock-by-two',
      ...SCOPE,
      baseline: 'known.yaml',
    })
    assert.equal(blank.exit, 3, 'entries with blanks are no entries')
  })

  test('an address that is none fails at once, and says why', () => {
    const done = perform(workspace, { adapter: 'nowhere:x' })
    assert.equal(done.failed, 'Run')
    assert.equal(done.outputs.exit, '2')
    assert.match(done.log, /expected one of reference/)
  })

  test('what is given stays text, whatever a shell would make of it', () => {
    const evil = '$(touch pwned) `touch pwned` "; touch pwned; "'
    const names = ['areas', 'tags', 'revision', 'baseline', 'seed', 'against']
    for (const adapter of ['reference', evil]) {
      const all = Object.fromEntries(names.map((name) => [name, evil]))
      assert.equal(perform(workspace, { ...all, adapter }).failed, 'Run')
      assert.ok(!existsSync(join(workspace, 'pwned')), adapter)
    }
    for (const { run, name } of action().runs.steps)
      assert.doesNotMatch(run ?? '', /\$\{\{/, `${name} puts an expression into its script`)
  })

  test('the example gives what the action takes', () => {
    const text = readFileSync(join(ACTION, 'example.yml'), 'utf8')
    const { jobs } = parse(text) as {
      jobs: Record<string, { steps: { uses?: string; with?: Record<string, string> }[] }>
    }
    const { inputs } = action()
    const step = Object.values(jobs)
      .flatMap(({ steps }) => steps)
      .find(({ uses }) => uses?.includes('.github/actions/conformance'))
    assert.ok(step?.with?.adapter)
    for (const name of Object.keys(step.with)) assert.ok(Object.hasOwn(inputs, name), name)
    for (const [name, { required }] of Object.entries(inputs))
      assert.ok(!required || Object.hasOwn(step.with, name), name)
    const page = readFileSync(join(ACTION, '../../../docs/ci.md'), 'utf8')
    assert.ok(page.includes(text.trimEnd()), 'docs/ci.md shows another example')
    for (const name of Object.keys(inputs)) assert.match(page, new RegExp(`\`${name}\``), name)
  })
})
