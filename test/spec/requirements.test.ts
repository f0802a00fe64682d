import assert from 'node:assert/strict'
import { test } from 'node:test'
import { requirements, weight } from '../../spec/requirements.ts'

test('every register is valid and every id stands once', () => {
  const all = requirements()
  assert.equal([...all.values()].filter(({ document }) => document === 'sds').length, 108)
})

test('a requirement carries its document, area and weight', () => {
  const found = requirements().get('SDS-SEND-01')
  assert.equal(found?.document, 'sds')
  assert.equal(found?.area, 'sds')
  assert.equal(found?.level, 'MUST')
  assert.equal(found?.weight, 'must')
})

test('the weight follows the level as printed', () => {
  assert.equal(weight({ level: 'MUST NOT' }), 'must')
  assert.equal(weight({ level: 'IMPLIED' }), 'must')
  assert.equal(weight({ level: 'must' }), 'must')
  assert.equal(weight({ level: 'SHOULD NOT' }), 'should')
  assert.equal(weight({ level: 'RECOMMENDED' }), 'should')
  assert.equal(weight({ level: 'MAY' }), 'may')
  assert.equal(weight({ level: 'INFORMATIVE' }), 'report-only')
})

test('where the text is silent or contradicts itself a failure only informs', () => {
  assert.equal(weight({ level: 'MUST', informs: 'contradictory' }), 'report-only')
  assert.equal(weight({ level: 'IMPLIED', informs: 'silent' }), 'report-only')
})
