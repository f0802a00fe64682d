import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareIds, comparePositions } from '../../adapters/reference/sds/order.ts'

test('ids compare as their UTF-8 bytes do', () => {
  const text = fc.string({ unit: 'binary', maxLength: 8 })
  const near = fc.constantFrom(
    '',
    'a',
    'aa',
    '\uffff',
    '\ue000',
    '\u{10000}',
    'a\u{10ffff}',
    'a\ufb00',
  )
  fc.assert(
    fc.property(fc.oneof(text, near), fc.oneof(text, near), (a, b) => {
      assert.equal(Math.sign(compareIds(a, b)), Buffer.compare(Buffer.from(a), Buffer.from(b)))
    }),
    { numRuns: 500 },
  )
})

test('prefixes, digits and letters ascend bytewise, not by number, length or locale', () => {
  const ascending = ['-', '10', '9', 'A', 'B', '_', 'a', 'ab', 'b', 'ä']
  assert.deepEqual([...ascending].reverse().sort(compareIds), ascending)
})

test('the timestamp decides first, numerically', () => {
  const place = (lamportTimestamp: bigint, messageId: string) => ({ lamportTimestamp, messageId })
  assert.ok(comparePositions(place(9n, 'z'), place(10n, 'a')) < 0)
  assert.ok(comparePositions(place(-1n, 'z'), place(0n, 'a')) < 0)
  assert.equal(comparePositions(place(5n, 'a'), place(5n, 'a')), 0)
})
