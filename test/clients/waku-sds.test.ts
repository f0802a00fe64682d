import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { clientEntry, isBuilt, readClient } from '../../adapters/clients/entry.ts'
import type { Ok, Op, Params } from '../../adapters/contract/operations.ts'
import { describe, Session } from '../../adapters/session.ts'
import { Exec } from '../../adapters/transports/exec.ts'
import { decodeMessage, encodeMessage, type SdsMessage } from '../../proto/sds.ts'

const NOW = 1_000_000
const create = { channelId: 'c', seed: '00'.repeat(32), config: { causalHistorySize: 2 } }

const hex = (message: Partial<SdsMessage>) =>
  Buffer.from(
    encodeMessage({ senderId: 'z', messageId: 'm', channelId: 'c', causalHistory: [], ...message }),
  ).toString('hex')
const message = (wire: string) => decodeMessage(Buffer.from(wire, 'hex'))
const content = new Uint8Array([1])

for (const version of ['0.0.7', '0.0.8']) {
  const name = `waku-sds-${version}`
  const skip = !isBuilt(readClient(name)) && 'not measured: run npm run clients:build'

  function start(t: TestContext) {
    const { adapter, folder } = clientEntry(name)
    const session = new Session(new Exec(adapter.slice('exec:'.length), folder))
    t.after(() => session.close())
    const call = <O extends Op>(op: O, instance: string, params: Params<O>, now = NOW) =>
      session.call(op, instance, now, params)
    const ok = async <O extends Op>(
      op: O,
      instance: string,
      params: Params<O>,
      now = NOW,
    ): Promise<Ok<O>> => {
      const outcome = await call(op, instance, params, now)
      assert.equal(outcome.kind, 'ok', describe(outcome))
      return (outcome as { ok: Ok<O> }).ok
    }
    return { session, call, ok }
  }

  test(`${name} says who it is, and answers broken calls as the protocol says`, {
    skip,
  }, async (t) => {
    const { session, call } = start(t)
    const { implementation } = await session.introduce()
    assert.deepEqual([implementation.name, implementation.version], ['@waku/sds', version])
    assert.equal((await session.raw('sds.nothing', 'a', NOW, {})).kind, 'unsupported')
    assert.equal((await session.raw('sds.send', 'a', NOW, { contents: 1 })).kind, 'error')
    assert.equal((await call('sds.state', 'nobody', {})).kind, 'error')
    const none = { ...create, participantId: 'a', channelId: null }
    assert.equal((await call('sds.create', 'a', none)).kind, 'unsupported')
  })

  test(`${name} sends, receives, acknowledges and waits for what is missing`, {
    skip,
  }, async (t) => {
    const { ok } = start(t)
    await ok('sds.create', 'a', { ...create, participantId: 'a' })
    await ok('sds.create', 'b', { ...create, participantId: 'b' })

    const first = await ok('sds.send', 'a', { content: '01', retrievalHint: 'ee' })
    const second = await ok('sds.send', 'a', { content: '02' })
    assert.deepEqual(message(second.wire).causalHistory, [
      { messageId: first.messageId, retrievalHint: new Uint8Array([0xee]) },
    ])

    await ok('sds.receive', 'b', { wire: second.wire })
    const waiting = await ok('sds.state', 'b', {})
    assert.deepEqual(waiting.incoming, [{ messageId: second.messageId }])
    assert.deepEqual((await ok('sds.sweepIncoming', 'b', {})).missing, [
      { messageId: first.messageId, retrievalHint: 'ee' },
    ])
    await ok('sds.events', 'b', {})
    await ok('sds.receive', 'b', { wire: first.wire })
    await ok('sds.sweepIncoming', 'b', {})
    const { events } = await ok('sds.events', 'b', {})
    assert.deepEqual(
      events.filter(({ type }) => type === 'delivered'),
      [
        { type: 'delivered', messageId: first.messageId, content: '01' },
        { type: 'delivered', messageId: second.messageId, content: '02' },
      ],
    )

    const { wire } = await ok('sds.sendSync', 'b', {})
    assert.ok(wire)
    await ok('sds.receive', 'a', { wire })
    assert.deepEqual((await ok('sds.state', 'a', {})).outgoing, [])
  })

  test(`${name} refuses what it cannot decode, and nothing else`, { skip }, async (t) => {
    const { call, ok } = start(t)
    await ok('sds.create', 'a', { ...create, participantId: 'a' })
    const bad = await call('sds.receive', 'a', { wire: 'ff' })
    assert.equal(bad.kind, 'rejected')
    const good = await call('sds.receive', 'a', { wire: hex({ lamportTimestamp: 5n, content }) })
    assert.equal(good.kind, 'ok')
  })

  test(`${name} has its time and dice from the suite alone`, { skip }, async (t) => {
    const { ok } = start(t)
    for (const name of ['a', 'b']) await ok('sds.create', name, { ...create, participantId: 'a' })
    await ok('sds.create', 'late', { ...create, participantId: 'a' }, 2 * NOW)
    const sync = async (instance: string, now: number) => {
      await ok('sds.send', instance, { content: '01' }, now)
      return (await ok('sds.sendSync', instance, {}, now)).wire
    }
    assert.equal(await sync('a', NOW), await sync('b', NOW))
    assert.equal((await ok('sds.state', 'a', {})).lamport, String(NOW + 2))
    await sync('late', 2 * NOW)
    assert.equal((await ok('sds.state', 'late', {}, 2 * NOW)).lamport, String(2 * NOW + 2))
  })

  test(`${name} has its resend periods kept by the shim, which says so`, { skip }, async (t) => {
    const { session, ok } = start(t)
    assert.ok((await session.introduce()).emulated?.includes('sds.sweep-outgoing'))
    const config = { causalHistorySize: 2, resendUnackMs: 100 }
    await ok('sds.create', 'a', { ...create, participantId: 'a', config })
    const sent = await ok('sds.send', 'a', { content: '01' })
    assert.deepEqual((await ok('sds.sweepOutgoing', 'a', {}, NOW + 99)).due, [])
    assert.deepEqual((await ok('sds.sweepOutgoing', 'a', {}, NOW + 100)).due, [sent])
    assert.deepEqual((await ok('sds.sweepOutgoing', 'a', {}, NOW + 199)).due, [])
  })
}
