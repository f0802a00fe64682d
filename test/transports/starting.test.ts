import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import handler from '../../adapters/reference/inproc.ts'
import { Session } from '../../adapters/session.ts'
import { Overdue, type Transport } from '../../adapters/transports/transport.ts'

const ANSWERS_AFTER_MS = 200

/** The reference, slow to answer. */
const slow: Transport = {
  address: 'slow',
  connect: async () => ({
    async exchange(request, deadlineMs) {
      await setTimeout(Math.min(ANSWERS_AFTER_MS, deadlineMs))
      if (ANSWERS_AFTER_MS > deadlineMs) throw new Overdue(`no reply within ${deadlineMs} ms`)
      return handler(request)
    },
    diagnostics: () => '',
    close: async () => {},
  }),
}

test('a client may take longer to start than to answer', async () => {
  const session = new Session(slow, { deadlineMs: 100 })
  await session.introduce()
  const create = { participantId: 'a', channelId: 'c', seed: '00', config: {} }
  assert.equal((await session.call('sds.create', 'a', 0, create)).kind, 'timeout')
})

test('a client that does not start is given up', async () => {
  const session = new Session(slow, { deadlineMs: 20 })
  await assert.rejects(session.introduce(), /no reply within 120 ms/)
})
