/* The rules of SDS by hand-made messages: who must do what is from the text, section by section. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SdsConfig } from '../../adapters/reference/sds/config.ts'
import { Participant } from '../../adapters/reference/sds/participant.ts'
import { DecodeError } from '../../proto/errors.ts'
import { decodeMessage, encodeMessage, type SdsMessage } from '../../proto/sds.ts'

const now = 1_000_000
const bytes = (text: string) => new Uint8Array(Buffer.from(text))
const participant = (
  participantId = 'me',
  config: Partial<SdsConfig> = {},
  channelId: string | null = 'c',
) =>
  new Participant({ participantId, channelId, seed: bytes(participantId.padEnd(32)), now, config })

/** A content message of another participant, unless said otherwise. */
function message(
  messageId: string,
  lamport: number,
  needs: string[] = [],
  rest: Partial<SdsMessage> = {},
) {
  return encodeMessage({
    senderId: 'z',
    messageId,
    channelId: 'c',
    lamportTimestamp: BigInt(lamport),
    causalHistory: needs.map((id) => ({ messageId: id })),
    content: bytes(messageId),
    ...rest,
  })
}
const sync = (
  messageId: string,
  lamport: number,
  needs: string[] = [],
  rest: Partial<SdsMessage> = {},
) => message(messageId, lamport, needs, { content: new Uint8Array(), ...rest })
const ephemeral = (messageId: string, needs: string[] = []) =>
  encodeMessage({
    senderId: 'z',
    messageId,
    channelId: 'c',
    causalHistory: needs.map((id) => ({ messageId: id })),
    content: bytes(messageId),
  })

const log = (p: Participant) => p.state().log.map((entry) => entry.messageId)
const delivered = (p: Participant) =>
  p.drainEvents().flatMap((event) => (event.type === 'delivered' ? [event.messageId] : []))
const history = (wire: Uint8Array) => decodeMessage(wire).causalHistory.map((e) => e.messageId)
const outgoing = (p: Participant) =>
  p.state().outgoing.map(({ messageId, state }) => ({ messageId, state }))
/** The filter of a participant that received these ids, as it stands in its next message. */
function filterWith(...messageIds: string[]): Uint8Array {
  const donor = participant('donor')
  for (const id of messageIds) donor.receive(message(id, 1), now)
  return decodeMessage(donor.sendSync(now).wire).bloomFilter as Uint8Array
}

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

test('an ephemeral message received is delivered at once, whatever its history says', () => {
  const me = participant()
  const before = me.state()
  me.receive(ephemeral('e', ['unknown']), now)
  assert.deepEqual(me.drainEvents(), [{ type: 'delivered', messageId: 'e', content: bytes('e') }])
  assert.deepEqual(me.state(), before)
})

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
