import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { BloomFilter, type ReceivedFilter, readFilter } from '../../adapters/reference/sds/bloom.ts'
import { UndecidedIds } from '../../adapters/reference/sds/undecided.ts'

const id = fc.nat(40).map((n) => `id${n}`)
const acts = fc.array(fc.record({ adds: fc.boolean(), id }), { maxLength: 120 })

test('what a filter finds is what it has of a set of ids', () => {
  fc.assert(
    fc.property(acts, fc.uniqueArray(id), (changes, included) => {
      const undecided = new UndecidedIds()
      const model = new Set<string>()
      for (const { adds, id } of changes) {
        if (adds) undecided.add(id)
        else undecided.delete(id)
        if (adds) model.add(id)
        else model.delete(id)
      }
      const filter = new BloomFilter(1000, 1e-9)
      for (const id of included) filter.include(id)
      const found = undecided.in(readFilter(filter.encode()) as ReceivedFilter)
      assert.deepEqual(found.toSorted(), included.filter((id) => model.has(id)).toSorted())
    }),
  )
})
