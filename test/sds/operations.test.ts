import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Ok, Op } from '../../adapters/contract/operations.ts'
import { reference } from '../../adapters/reference/adapter.ts'
import { encodeMessage } from '../../proto/sds.ts'

const now = 1_000_000
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

async function seat(config: object = {}) {
  const handle = reference()
  let id = 0
  const call = (op: string, params: object = {}, at = now) =>
    handle({ id: ++id, op, instance: 'p', now: at, params })
  const ok = async <O extends Op>(op: O, params: object = {}, at = now) => {
    const reply = await call(op, params, at)
    assert.ok('ok' in reply, JSON.stringify(reply))
    return reply.ok as Ok<O>
  }
  const created = await ok('sds.create', {
    participantId: 'me',
    channelId: 'c',
    seed: '00'.repeat(32),
    config,
  })
  assert.deepEqual(created, { ignoredConfig: [] })
  return { call, ok }
}
const reply = (needs: string[], content = 'aa') =>
  hex(
    encodeMessage({
      senderId: 'z',
      messageId: 'reply',
      channelId: 'c',
      lamportTimestamp: 2_000_000n,
      causalHistory: needs.map((messageId) => ({ messageId, retrievalHint: Uint8Array.of(1) })),
      content: new Uint8Array(Buffer.from(content, 'hex')),
    }),
  )

test('the operations tell in the terms of the protocol what a participant does', async () => {
  const { ok } = await seat({ resendUnackMs: 50 })
  const sent = await ok('sds.send', { content: 'c0ffee', retrievalHint: '01' })
  assert.deepEqual(await ok('sds.sweepOutgoing', {}, now + 50), { due: [sent] })
  await ok('sds.receive', { wire: reply([sent.messageId, 'x']) })
  assert.deepEqual(await ok('sds.sweepIncoming'), {
    missing: [{ messageId: 'x', retrievalHint: '01' }],
  })
  assert.deepEqual(await ok('sds.state'), {
    lamport: '1000001',
    log: [{ messageId: sent.messageId, lamport: '1000001' }],
    incoming: [{ messageId: 'reply' }],
    outgoing: [],
  })
  assert.deepEqual(await ok('sds.events'), {
    events: [
      { type: 'acknowledged', messageId: sent.messageId },
      { type: 'missing', messageIds: ['x'] },
    ],
  })
  assert.match((await ok('sds.sendSync')).wire ?? '', /^0a026d65/)
  assert.match((await ok('sds.sendEphemeral', { content: '01' })).wire, /a2010101$/)
  assert.equal((await ok('sds.tick', {}, now + 100_000)).broadcasts.length, 1)
})

test('a delivery carries its content', async () => {
  const { ok } = await seat()
  await ok('sds.receive', { wire: reply([], 'beef') })
  assert.deepEqual(await ok('sds.events'), {
    events: [{ type: 'delivered', messageId: 'reply', content: 'beef' }],
  })
})

test('only bytes that are no message are refused; a missing participant is an error', async () => {
  const { call } = await seat()
  const refused = await call('sds.receive', { wire: '12ff' })
  assert.ok('rejected' in refused && refused.rejected.code === 'undecodable')
  assert.ok('error' in (await call('sds.send', { content: '' })))
  await call('destroy')
  assert.ok('error' in (await call('sds.state')))
})
