/* What is sent again and again (SDS, Periodic Outgoing Buffer Sweep, Periodic Sync Message). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeMessage } from '../../proto/sds.ts'
import { bytes, filterWith, message, now, participant, sync } from './by-hand.ts'

test('unacknowledged messages are broadcast again after their period, before possibly acknowledged ones', () => {
  const me = participant('me', { resendUnackMs: 100, resendPossibleMs: 200 })
  const [a, b] = [me.send(bytes('a'), now), me.send(bytes('b'), now)]
  me.receive(sync('s', 1, [], { bloomFilter: filterWith(a.messageId) }), now)
  assert.deepEqual(me.sweepOutgoing(now + 99), [])
  assert.deepEqual(me.sweepOutgoing(now + 100), [b])
  assert.deepEqual(me.sweepOutgoing(now + 200), [b, a])
  me.receive(sync('t', 1, [a.messageId, b.messageId]), now)
  assert.deepEqual(me.sweepOutgoing(now + 1000), [])
})

test('a silent channel has a sync message in every interval, one that is not silent need not', () => {
  const me = participant('me', { syncIntervalMs: 100 })
  assert.deepEqual(me.tick(now + 49), [])
  assert.equal(me.tick(now + 100).length, 1)
  me.receive(message('a', 1), now + 190)
  assert.deepEqual(me.tick(now + 200), [])
  assert.equal(me.tick(now + 290).length, 1)
  const backOff = (id: string) => {
    const p = participant(id, { syncIntervalMs: 1000 })
    let at = now
    while (p.tick(at).length === 0) at++
    return at - now
  }
  assert.equal(new Set(['p', 'q', 'r', 's'].map(backOff)).size > 1, true)
})

test('the back-off is random each time', () => {
  const me = participant('me', { syncIntervalMs: 1000 })
  const at = Array.from({ length: 5000 }, (_, i) => now + i).filter((t) => me.tick(t).length > 0)
  assert.ok(new Set(at.map((t, i) => t - (at[i - 1] ?? now))).size > 2)
})

test('messages broadcast again do not keep sync messages from being sent', () => {
  const me = participant('me', { syncIntervalMs: 100, resendUnackMs: 10 })
  me.send(bytes('a'), now)
  const broadcasts = Array.from({ length: 100 }, (_, i) => me.tick(now + 1 + i)).flat()
  const syncs = broadcasts.filter(({ wire }) => decodeMessage(wire).content === undefined)
  assert.equal(syncs.length, 1)
  assert.equal(broadcasts.length - syncs.length, 10)
})
