import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { IncomingBuffer } from '../../adapters/reference/sds/incoming.ts'
import type { ContentMessage } from '../../adapters/reference/sds/kind.ts'

const message = (messageId: string, ...dependencies: string[]): ContentMessage => ({
  senderId: 's',
  channelId: 'c',
  messageId,
  lamportTimestamp: 1n,
  causalHistory: dependencies.map((id) => ({ messageId: id })),
  content: Uint8Array.of(1),
})
const ids = (messages: readonly { messageId: string }[]) => messages.map((m) => m.messageId)

const id = fc.integer({ min: 0, max: 12 }).map(String)
const arrivals = fc.uniqueArray(fc.record({ id, needs: fc.array(id, { maxLength: 3 }) }), {
  selector: (arrival) => arrival.id,
})

test('what gets ready is what a rescan of the whole buffer finds', () => {
  fc.assert(
    fc.property(arrivals, (messages) => {
      const buffer = new IncomingBuffer()
      const met = new Set<string>()
      let waiting: ContentMessage[] = []
      const meet = (messageId: string) => {
        met.add(messageId)
        buffer.meet(messageId)
      }
      for (const { id, needs } of messages) {
        const arrived = message(id, ...needs)
        const unmet = arrived.causalHistory.filter((entry) => !met.has(entry.messageId))
        if (unmet.length === 0) meet(id)
        else {
          buffer.add(arrived, unmet, 0)
          waiting.push(arrived)
        }
        for (let ready = buffer.takeReady(); ready.length > 0; ready = buffer.takeReady())
          for (const { messageId } of ready) meet(messageId)
        // The model: look at every waiting message again until nothing changes.
        const log = new Set(met)
        const free = (m: ContentMessage) => m.causalHistory.every((e) => log.has(e.messageId))
        assert.deepEqual(
          waiting.filter((m) => !met.has(m.messageId) && free(m)),
          [],
        )
        waiting = waiting.filter((m) => !met.has(m.messageId))
        assert.deepEqual(buffer.messageIds(), ids(waiting))
        const unmetNow = waiting.flatMap((m) => ids(m.causalHistory)).filter((x) => !met.has(x))
        const elsewhere = new Set(unmetNow.filter((x) => !ids(waiting).includes(x)))
        assert.deepEqual(new Set(ids(buffer.missing())), elsewhere)
      }
      for (const m of waiting) assert.ok(!m.causalHistory.every((e) => met.has(e.messageId)))
    }),
    { numRuns: 500 },
  )
})

test('a message is ready once, also if its history names a dependency twice', () => {
  const buffer = new IncomingBuffer()
  buffer.add(message('b', 'a', 'a'), message('b', 'a', 'a').causalHistory, 0)
  buffer.meet('a')
  assert.deepEqual(ids(buffer.takeReady()), ['b'])
  buffer.meet('a')
  assert.deepEqual(buffer.takeReady(), [])
})

test('messages get ready in the order in which they came', () => {
  const buffer = new IncomingBuffer()
  for (const waiting of ['z', 'b', 'y']) buffer.add(message(waiting, 'a'), [{ messageId: 'a' }], 0)
  buffer.meet('a')
  assert.deepEqual(ids(buffer.takeReady()), ['z', 'b', 'y'])
})

test('sync messages with one id wait side by side and hold no id', () => {
  const buffer = new IncomingBuffer()
  const { content: _, ...sync } = message('s', 'a')
  buffer.add(sync, sync.causalHistory, 0)
  buffer.add({ ...sync, causalHistory: [{ messageId: 'b' }] }, [{ messageId: 'b' }], 0)
  assert.deepEqual(buffer.messageIds(), ['s', 's'])
  assert.equal(buffer.holds('s'), false)
  assert.deepEqual(ids(buffer.missing()), ['a', 'b'])
})

test('a dependency is lost after the time, once, and a message waiting for it may still get ready', () => {
  const buffer = new IncomingBuffer()
  const hint = Uint8Array.of(7)
  buffer.add(message('b', 'a'), [{ messageId: 'a', retrievalHint: hint }], 1000)
  assert.deepEqual(buffer.missing(), [{ messageId: 'a', retrievalHint: hint }])
  assert.deepEqual(buffer.markLost(1099, 100), [])
  assert.deepEqual(buffer.markLost(1100, 100), ['a'])
  assert.deepEqual(buffer.markLost(1200, 100), [])
  assert.deepEqual(buffer.missing(), [])
  buffer.meet('a')
  assert.deepEqual(ids(buffer.takeReady()), ['b'])
})

test('a message that waits here is neither missing nor lost', () => {
  const buffer = new IncomingBuffer()
  buffer.add(message('c', 'b'), [{ messageId: 'b' }], 0)
  buffer.add(message('b', 'a'), [{ messageId: 'a' }], 0)
  assert.deepEqual(ids(buffer.missing()), ['a'])
  assert.deepEqual(buffer.markLost(1000, 100), ['a'])
})
