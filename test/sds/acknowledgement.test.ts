/* What acknowledges own messages (SDS, Review ACK Status). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bytes, filterWith, log, message, now, outgoing, participant, sync } from './by-hand.ts'

test('a history acknowledges all own messages it names, whether the message is delivered or not', () => {
  const me = participant()
  const [a, b, c] = ['a', 'b', 'c'].map((text) => me.send(bytes(text), now).messageId) as [
    string,
    string,
    string,
  ]
  me.receive(message('m', 1, [a, 'unknown', b]), now)
  assert.deepEqual(me.state().incoming, ['m'])
  assert.deepEqual(outgoing(me), [{ messageId: c, state: 'unacknowledged' }])
  me.receive(sync('s', 1, [c]), now)
  assert.deepEqual(outgoing(me), [])
})

test('a filter makes own messages possibly acknowledged; a foreign one stops nothing', () => {
  const me = participant()
  const [a, b] = ['a', 'b'].map((text) => me.send(bytes(text), now).messageId) as [string, string]
  me.receive(message('m', 1, [], { bloomFilter: bytes('no filter of ours') }), now)
  me.receive(sync('s', 1, [], { bloomFilter: filterWith(b) }), now)
  assert.deepEqual(log(me)[0], 'm')
  assert.deepEqual(outgoing(me), [
    { messageId: a, state: 'unacknowledged' },
    { messageId: b, state: 'possiblyAcknowledged' },
  ])
  me.receive(message('n', 1, [b]), now)
  assert.equal(outgoing(me).length, 1)
})

test('filters of different messages acknowledge where a threshold says so', () => {
  const me = participant('me', { possibleAcksThreshold: 2 })
  const { messageId } = me.send(bytes('a'), now)
  const bloomFilter = filterWith(messageId)
  for (const s of ['s1', 's1']) me.receive(sync(s, 1, [], { bloomFilter }), now)
  assert.deepEqual(outgoing(me), [{ messageId, state: 'possiblyAcknowledged' }])
  me.receive(sync('s2', 1, [], { bloomFilter }), now)
  assert.deepEqual(outgoing(me), [])
})
