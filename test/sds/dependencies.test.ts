/* What waits, and until when (SDS, Receive Message, Periodic Incoming Buffer Sweep). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bytes, delivered, log, message, now, participant } from './by-hand.ts'

test('a chain received backwards waits, then is delivered in causal order and enters the log', () => {
  const me = participant()
  me.receive(message('c', 3_000_000, ['b']), now)
  me.receive(message('b', 2_000_000, ['a']), now)
  assert.equal(me.state().lamportTimestamp, 1_000_000n)
  assert.deepEqual(me.state().incoming, ['c', 'b'])
  assert.deepEqual(log(me), [])
  assert.deepEqual(me.sweepIncoming(now), [{ messageId: 'a' }])
  assert.deepEqual(me.drainEvents(), [
    { type: 'missing', messageIds: ['b'] },
    { type: 'missing', messageIds: ['a'] },
  ])
  me.receive(message('a', 1), now)
  assert.deepEqual(delivered(me), ['a', 'b', 'c'])
  assert.deepEqual(log(me), ['a', 'b', 'c'])
  assert.deepEqual(me.state().incoming, [])
  assert.equal(me.state().lamportTimestamp, 3_000_000n)
})

test('a chain of 100 000 received backwards is delivered without recursion', () => {
  const me = participant()
  for (let i = 100_000; i > 0; i--) me.receive(message(`${i}`, i, [`${i - 1}`]), now)
  me.receive(message('0', 0), now)
  assert.equal(delivered(me).length, 100_001)
})

test('all dependencies count, and a message that waits is none that is met', () => {
  const me = participant()
  me.receive(message('a', 1), now)
  me.receive(message('w', 2, ['unknown']), now)
  me.receive(message('b', 3, ['a', 'x']), now)
  me.receive(message('c', 3, ['w']), now)
  assert.deepEqual(log(me), ['a'])
  assert.deepEqual(me.state().incoming, ['w', 'b', 'c'])
})

test('a reply to an own message is delivered', () => {
  const me = participant()
  const { messageId } = me.send(bytes('a'), now)
  me.receive(message('reply', 2_000_000, [messageId]), now)
  assert.deepEqual(log(me), [messageId, 'reply'])
})

test('a message that depends on itself, or two on each other, wait for ever', () => {
  const me = participant()
  me.receive(message('a', 1, ['a']), now)
  me.receive(message('b', 1, ['c']), now)
  me.receive(message('c', 1, ['b']), now)
  assert.deepEqual(me.sweepIncoming(now), [])
  assert.deepEqual(me.state().incoming, ['a', 'b', 'c'])
})

test('by default nothing is lost; with a time, the dependencies are, and may still come', () => {
  const patient = participant()
  patient.receive(message('b', 1, ['a']), now)
  assert.equal(patient.sweepIncoming(now * 1000).length, 1)
  const me = participant('me', { lostAfterMs: 100 })
  me.receive(message('b', 1, ['a']), now)
  me.drainEvents()
  me.sweepIncoming(now + 99)
  assert.deepEqual(me.drainEvents(), [])
  me.sweepIncoming(now + 100)
  assert.deepEqual(me.drainEvents(), [{ type: 'lost', messageIds: ['a'] }])
  me.receive(message('a', 1), now + 101)
  assert.deepEqual(delivered(me), ['a', 'b'])
})
