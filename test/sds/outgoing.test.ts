import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BloomFilter, type ReceivedFilter, readFilter } from '../../adapters/reference/sds/bloom.ts'
import { OutgoingBuffer } from '../../adapters/reference/sds/outgoing.ts'

const wire = Uint8Array.of(1)
const filterOf = (...messageIds: string[]): ReceivedFilter => {
  const filter = new BloomFilter(100, 0.0001)
  for (const messageId of messageIds) filter.include(messageId)
  return readFilter(filter.encode()) as ReceivedFilter
}
function holding(threshold: number, ...messageIds: string[]): OutgoingBuffer {
  const buffer = new OutgoingBuffer(threshold)
  for (const messageId of messageIds) buffer.add({ messageId, wire }, 0)
  return buffer
}
const states = (buffer: OutgoingBuffer) =>
  buffer.states().map(({ messageId, state }) => `${messageId} ${state}`)
const ids = (broadcasts: readonly { messageId: string }[]) => broadcasts.map((b) => b.messageId)

test('an acknowledged message leaves, an unknown one changes nothing', () => {
  const buffer = holding(Infinity, 'a', 'b')
  assert.equal(buffer.acknowledge('a'), true)
  assert.equal(buffer.acknowledge('a'), false)
  assert.equal(buffer.acknowledge('x'), false)
  assert.deepEqual(states(buffer), ['b unacknowledged'])
})

test('a filter marks what it has; a later one without it takes nothing back', () => {
  const buffer = holding(Infinity, 'a', 'b')
  assert.deepEqual(buffer.markPossibly(filterOf('b', 'x'), 'm1'), ['b'])
  assert.deepEqual(buffer.markPossibly(filterOf(), 'm2'), [])
  assert.deepEqual(buffer.markPossibly(filterOf('b'), 'm3'), [])
  assert.deepEqual(states(buffer), ['a unacknowledged', 'b possiblyAcknowledged'])
  assert.deepEqual(buffer.probable(), [])
})

test('filters of as many different messages as the threshold says make it probable', () => {
  const buffer = holding(2, 'a')
  assert.deepEqual(buffer.markPossibly(filterOf('a'), 'm1'), ['a'])
  assert.deepEqual(buffer.markPossibly(filterOf('a'), 'm1'), [])
  assert.deepEqual(buffer.probable(), [])
  buffer.markPossibly(filterOf('a'), 'm2')
  assert.deepEqual(buffer.probable(), ['a'])
})

test('each state is due by its own period, and again a period later', () => {
  const buffer = holding(Infinity, 'a', 'b', 'c')
  buffer.markPossibly(filterOf('b'), 'm1')
  assert.deepEqual(buffer.takeDue('unacknowledged', 10, 9), [])
  assert.deepEqual(ids(buffer.takeDue('unacknowledged', 10, 10)), ['a', 'c'])
  assert.deepEqual(buffer.takeDue('unacknowledged', 10, 19), [])
  assert.deepEqual(ids(buffer.takeDue('unacknowledged', 10, 20)), ['a', 'c'])
  assert.deepEqual(ids(buffer.takeDue('possiblyAcknowledged', 20, 20)), ['b'])
})
