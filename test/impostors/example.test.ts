import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Operation } from '../../adapters/contract/operation.ts'
import { type Op, operations } from '../../adapters/contract/operations.ts'
import { okFault, paramsFault } from '../../adapters/contract/validate.ts'
import { example, least } from '../../adapters/impostors/example.ts'

for (const [name, { params, ok }] of Object.entries<Operation>(operations)) {
  const op = name as Op
  test(`values are made for ${op} that the contract allows`, () => {
    for (let seed = 0; seed < 20; seed++) {
      assert.equal(paramsFault(op, example(params, seed)), undefined)
      assert.equal(okFault(op, example(ok, seed)), undefined)
    }
    assert.equal(okFault(op, least(ok)), undefined)
    assert.deepEqual(example(ok, 7), example(ok, 7))
  })
}

test('a schema that no value can be made for is named', () => {
  assert.throws(() => example({ type: 'date' }, 1), /"type":"date"/)
})
