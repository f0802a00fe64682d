import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Log, type LogEntry } from '../../adapters/reference/sds/log.ts'

const entries = fc.array(
  fc.record({ lamportTimestamp: fc.bigInt(-3n, 40n), messageId: fc.string({ maxLength: 3 }) }),
  { maxLength: 60 },
)

/** The model: an array sorted anew after every insertion, by a comparison of its own. */
function sorted(inserted: readonly LogEntry[]): LogEntry[] {
  const first = new Map<string, LogEntry>()
  for (const entry of inserted) if (!first.has(entry.messageId)) first.set(entry.messageId, entry)
  return [...first.values()].sort(
    (a, b) =>
      Number(a.lamportTimestamp - b.lamportTimestamp) ||
      Buffer.compare(Buffer.from(a.messageId), Buffer.from(b.messageId)),
  )
}

test('the log is a sorted array without repeated ids', () => {
  fc.assert(
    fc.property(entries, fc.nat(70), (inserted, count) => {
      const log = new Log()
      for (const entry of inserted) log.insert(entry)
      const model = sorted(inserted)
      assert.deepEqual([...log], model)
      assert.deepEqual(log.tail(count), count === 0 ? [] : model.slice(-count))
      for (const { messageId } of inserted) assert.ok(log.has(messageId))
      assert.ok(!log.has('never'))
    }),
  )
})

test('it stays so over many blocks, in order, backwards and shuffled', () => {
  const inOrder = Array.from({ length: 5000 }, (_, i) => ({
    lamportTimestamp: BigInt(i >>> 2),
    messageId: `${(i * 7919) % 5003}`,
  }))
  const shuffled = inOrder.map((_, i) => inOrder[(i * 1873) % 5000] as LogEntry)
  for (const inserted of [inOrder, inOrder.toReversed(), shuffled]) {
    const log = new Log()
    for (const entry of inserted) log.insert(entry)
    assert.deepEqual([...log], sorted(inOrder))
    assert.deepEqual(log.tail(1200), sorted(inOrder).slice(-1200))
  }
})
