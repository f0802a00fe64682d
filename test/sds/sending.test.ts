/* What a participant sends: who must do what is from the text (SDS, Message, Send Message). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeMessage } from '../../proto/sds.ts'
import { bytes, history, log, message, now, outgoing, participant } from './by-hand.ts'

test('a message sent has all fields, one step of the clock, and the last ids of the log', () => {
  const me = participant()
  me.receive(message('b', 7), now)
  me.receive(message('a', 9), now)
  me.receive(message('c', 8), now)
  const { messageId, wire } = me.send(bytes('hello'), now)
  const sent = decodeMessage(wire)
  assert.equal(sent.senderId, 'me')
  assert.equal(sent.channelId, 'c')
  assert.equal(sent.messageId, messageId)
  assert.equal(sent.lamportTimestamp, 1_000_001n)
  assert.deepEqual(history(wire), ['c', 'a'])
  assert.ok(sent.bloomFilter)
  assert.deepEqual(sent.content, bytes('hello'))
  assert.deepEqual(outgoing(me), [{ messageId, state: 'unacknowledged' }])
  assert.equal(log(me).at(-1), messageId)
})

test('the clock steps by one however late it is, and equal contents have different ids', () => {
  const me = participant()
  const sent = [0, 1, 5000].map((later) => me.send(bytes('same'), now + later))
  assert.deepEqual(
    sent.map(({ wire }) => decodeMessage(wire).lamportTimestamp),
    [1_000_001n, 1_000_002n, 1_000_003n],
  )
  const other = participant('other').send(bytes('same'), now)
  assert.equal(new Set([...sent, other].map(({ messageId }) => messageId)).size, 4)
})

test('the same seed and calls give the same bytes', () => {
  const run = () => {
    const me = participant()
    return [me.send(bytes('a'), now), me.sendSync(now), me.sendEphemeral(bytes('e'), now)]
  }
  assert.deepEqual(run(), run())
})

test('without a channel the channel is "0"', () => {
  const me = participant('me', {}, null)
  assert.equal(decodeMessage(me.send(bytes('a'), now).wire).channelId, '0')
})

test('a hint goes with the id it was given for', () => {
  const me = participant()
  const { messageId } = me.send(bytes('a'), now, bytes('hint'))
  me.receive(message('b', 2_000_000), now)
  assert.deepEqual(decodeMessage(me.sendSync(now).wire).causalHistory, [
    { messageId, retrievalHint: bytes('hint') },
    { messageId: 'b' },
  ])
})

test('empty content cannot be sent', () => {
  assert.throws(() => participant().send(new Uint8Array(), now), RangeError)
  assert.throws(() => participant().sendEphemeral(new Uint8Array(), now), RangeError)
})

test('a sync message sent takes a step and leaves no other trace', () => {
  const me = participant()
  const { messageId } = me.send(bytes('a'), now)
  const { wire } = me.sendSync(now)
  assert.equal(decodeMessage(wire).lamportTimestamp, 1_000_002n)
  assert.equal(decodeMessage(wire).content, undefined)
  assert.deepEqual(history(wire), [messageId])
  assert.deepEqual(log(me), [messageId])
  assert.equal(outgoing(me).length, 1)
  assert.equal(decodeMessage(me.send(bytes('b'), now).wire).lamportTimestamp, 1_000_003n)
})

test('an ephemeral message sent has no ordering fields and changes no state', () => {
  const me = participant()
  const before = me.state()
  const sent = decodeMessage(me.sendEphemeral(bytes('e'), now).wire)
  assert.deepEqual(Object.keys(sent).sort(), [
    'causalHistory',
    'channelId',
    'content',
    'messageId',
    'senderId',
  ])
  assert.deepEqual(sent.causalHistory, [])
  assert.deepEqual(me.state(), before)
})
