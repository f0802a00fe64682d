import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { readResults } from '../../reports/read.ts'
import { resultsSchema } from '../../reports/schema.ts'
import { writeReports } from '../../reports/write.ts'
import { failing, requirement, results, unmeasured } from './example.ts'

const folder = mkdtempSync(join(tmpdir(), 'reports-'))
after(() => rmSync(folder, { recursive: true }))

const some = () =>
  results([failing('SDS-X-01'), requirement('SDS-X-02'), unmeasured('SDS-X-03', 'no clock')])

test('the published schema is strict, and takes results that were written and read again', () => {
  const valid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(resultsSchema())
  const { json } = writeReports(some(), folder)
  const read = readResults(json)
  assert.equal(valid(read), true, JSON.stringify(valid.errors))
  assert.deepEqual(read, some())
})

test('a misspelt member is a fault that names its place', () => {
  const file = join(folder, 'misspelt', 'results.json')
  mkdirSync(join(folder, 'misspelt'))
  writeFileSync(file, JSON.stringify({ ...some(), vredict: 'conformant' }))
  assert.throws(() => readResults(file), /results\.json: \/ .*\("vredict"\)/)
})
