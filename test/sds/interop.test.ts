/* The reference beside another people's implementation, @waku/sds, in one channel. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Message, Sds } from '../../adapters/clients/waku-sds/library.ts'
import { Participant } from '../../adapters/reference/sds/participant.ts'

const installed = new URL(
  '../../adapters/clients/waku-sds/node_modules/sds-0.0.8/dist/index.js',
  import.meta.url,
)
const sds: Sds | undefined = await import(installed.href).catch(() => undefined)
const skip = sds === undefined && 'not measured: run npm run clients:build'

test('whatever the order of arrival, its log and ours are the same', { skip }, async () => {
  const { MessageChannel, Message } = sds as Sds
  const now = Date.now()
  const participant = (participantId: string, seed: number) =>
    // It cannot read a filter shorter than its own (AMB-29), which is made for 10,000 ids.
    new Participant({
      participantId,
      channelId: 'c',
      seed: new Uint8Array(32).fill(seed),
      now,
      config: { bloomCapacity: 20_000 },
    })
  const [me, late] = [participant('me', 1), participant('late', 2)]
  const theirs = new MessageChannel('c', 'they', { causalHistorySize: 2, enableRepair: false })
  const sent: Uint8Array[] = []
  for (let i = 0; i < 40; i++) {
    theirs.pushOutgoingMessage(Uint8Array.of(i, 2), async (message) => {
      sent.push(message.encode())
      return { success: true }
    })
    await theirs.processTasks()
    if (i % 3 > 0) continue
    me.receive(sent.at(-1) as Uint8Array, now)
    const { wire } = me.send(Uint8Array.of(i, 1), now)
    sent.push(wire)
    theirs.pushIncomingMessage(Message.decode(wire) as Message, undefined)
    await theirs.processTasks()
  }
  for (const wire of sent.toReversed()) for (const ours of [me, late]) ours.receive(wire, now)
  theirs.sweepIncomingBuffer()
  const log = theirs.localHistory.slice().map(({ messageId }) => messageId)
  assert.equal(log.length, 54)
  for (const ours of [me, late])
    assert.deepEqual(
      ours.state().log.map(({ messageId }) => messageId),
      log,
    )
})
