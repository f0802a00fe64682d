/* What a received message changes (SDS, Receive Message, Deliver Message). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DecodeError } from '../../proto/errors.ts'
import { decodeMessage } from '../../proto/sds.ts'
import {
  bytes,
  delivered,
  ephemeral,
  filterWith,
  history,
  log,
  message,
  now,
  participant,
  sync,
} from './by-hand.ts'

test('own messages and messages of another channel have no effect', () => {
  const me = participant()
  const before = me.state()
  me.receive(message('a', 2_000_000, ['x'], { senderId: 'me' }), now)
  me.receive(message('a', 2_000_000, ['x'], { channelId: 'd' }), now)
  assert.deepEqual(me.state(), before)
  assert.deepEqual(me.drainEvents(), [])
})

test('delivery raises the clock to a greater timestamp, and leaves it at any other', () => {
  const me = participant()
  me.receive(message('a', 1_000_500), now)
  me.receive(message('b', 900_000), now)
  assert.equal(me.state().lamportTimestamp, 1_000_500n)
})

test('a second copy changes nothing', () => {
  const me = participant()
  for (const wire of [message('a', 1), message('b', 2, ['x'])]) {
    me.receive(wire, now)
    const once = me.state()
    me.receive(wire, now)
    assert.deepEqual(me.state(), once)
  }
  assert.deepEqual(delivered(me), ['a'])
})

test('the filter takes in content messages when they are received, and nothing else', () => {
  const me = participant()
  const filter = () => decodeMessage(me.sendSync(now).wire).bloomFilter
  const empty = filter()
  me.receive(sync('s', 1), now)
  me.receive(ephemeral('e'), now)
  assert.deepEqual(filter(), empty)
  me.receive(message('waits', 1, ['x']), now)
  assert.deepEqual(filter(), filterWith('waits'))
})

test('a sync message received tells its gap, waits for it, and is gone when it closes', () => {
  const me = participant()
  me.receive(sync('s', 5_000_000, ['a']), now)
  me.receive(sync('s', 5_000_000, ['a']), now)
  assert.deepEqual(me.sweepIncoming(now), [{ messageId: 'a' }])
  me.receive(message('a', 1), now)
  assert.deepEqual(me.state(), {
    lamportTimestamp: 1_000_000n,
    log: [{ messageId: 'a', lamportTimestamp: 1n }],
    incoming: [],
    outgoing: [],
  })
  me.receive(message('s', 2), now)
  assert.deepEqual(delivered(me), ['a', 's'])
})

test('an ephemeral message received is delivered at once, whatever its history says', () => {
  const me = participant()
  const before = me.state()
  me.receive(ephemeral('e', ['unknown']), now)
  assert.deepEqual(me.drainEvents(), [{ type: 'delivered', messageId: 'e', content: bytes('e') }])
  assert.deepEqual(me.state(), before)
})

test('bytes that are no message are refused and change nothing', () => {
  const me = participant()
  const before = me.state()
  assert.throws(() => me.receive(bytes('no'), now), DecodeError)
  me.receive(new Uint8Array(), now)
  assert.deepEqual(me.state(), before)
})

test('timestamps at the end of the range do not stop a participant (AMB-33, AMB-34)', () => {
  const me = participant()
  for (const [id, lamportTimestamp] of [
    ['a', 2n ** 63n - 1n],
    ['b', -(2n ** 63n)],
  ] as const)
    me.receive(message(id, 0, [], { lamportTimestamp }), now)
  assert.deepEqual(log(me), ['b', 'a'])
  me.receive(message('c', 0, history(me.send(bytes('x'), now).wire)), now)
  assert.equal(log(me).length, 4)
})
