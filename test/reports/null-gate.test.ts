import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { amiss, type NullGate, nullTable, readNullGate } from '../../reports/null-gate.ts'
import { arrange } from '../../reports/site/model.ts'
import { requirement, results } from './example.ts'

const row = (impostor: string, more: Partial<NullGate['control']> = {}): NullGate['control'] => ({
  impostor,
  transport: 'stdio',
  probe: false,
  exit: 4,
  reason: '',
  introduced: true,
  asked: 2,
  passed: [],
  ...more,
})

const gate = (...rows: NullGate['rows']): NullGate => ({
  schema: 1,
  control: row('reference', { exit: 0, passed: ['SDS-X-01', 'SDS-X-02'] }),
  rows,
  docker: 'measured',
})

test('a table has a column for each way that was tried, and names what was passed', () => {
  const right = nullTable(gate(row('echo', { probe: true }), row('echo'), row('dead')))
  assert.match(right, /^echo +exit 4 \/ 4, passed 0 \/ 0 of 2$/m)
  assert.match(right, /2 impostors, 3 runs: all passed zero/)
  assert.doesNotMatch(right, /docker/)
  const wrong = gate(row('echo', { transport: 'docker', passed: ['SDS-X-01'] }))
  assert.match(nullTable(wrong), /NOT TO BE TRUSTED: echo over docker passed SDS-X-01/)
})

test('a container that is not the impostor it has to be shows nothing', () => {
  const mute = { transport: 'docker', introduced: false, reason: 'no such module' }
  assert.match(amiss([row('echo'), row('echo', mute)]) ?? '', /^echo does not say hello .*module/)
  assert.equal(amiss([row('dead', { introduced: false }), row('dead', mute)]), undefined)
  assert.equal(amiss([row('echo'), row('echo', { transport: 'docker' })]), undefined)
})

test('the site counts impostors by requirement, and only where they were asked', () => {
  const client = results([requirement('SDS-X-01'), requirement('SDS-X-03')])
  const nullGate = gate(
    row('echo'),
    row('echo', { transport: 'http', passed: ['SDS-X-01'] }),
    row('dead'),
  )
  const { rows } = arrange({ results: [client], nullGate })
  assert.deepEqual(
    rows.map(({ impostors }) => impostors),
    [
      { asked: 2, fooled: ['echo'] },
      { asked: 0, fooled: [] },
    ],
  )
})

test('selftest.json is read strictly', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'null-gate-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'selftest.json')
  writeFileSync(file, JSON.stringify(gate(row('echo'))))
  assert.equal(readNullGate(file).rows.length, 1)
  writeFileSync(file, JSON.stringify({ ...gate(), extra: 1 }))
  assert.throws(() => readNullGate(file), /selftest\.json: \/ .*\("extra"\)/)
})
