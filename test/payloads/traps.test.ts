import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Request } from '../../adapters/contract/envelope.ts'
import { payloadsTraps } from '../../adapters/probes/payloads.ts'
import { reference } from '../../adapters/reference/adapter.ts'
import { Session } from '../../adapters/session.ts'
import { Direct } from '../../adapters/transports/direct.ts'

/** The reference with a mistake of an adapter: what it is asked, or what it answers, is changed. */
async function trapped(change: (request: Request) => unknown): Promise<string | undefined> {
  const handle = reference()
  const faulty = async (request: Request) => (change(request) ?? handle(request)) as never
  const session = new Session(new Direct('faulty', async () => () => faulty))
  await session.introduce()
  return payloadsTraps(session)
}

const sentValue = ({ params }: Request) =>
  (params as { value?: Record<string, unknown> }).value ?? {}

test('the reference falls into no trap', async () => {
  assert.equal(await trapped(() => undefined), undefined)
})

test('an adapter is caught that makes doubles of 64-bit numbers', async () => {
  const fault = await trapped(({ id, op }) =>
    op === 'payloads.decode' ? { id, ok: { value: { clock: '18446744073709552000' } } } : undefined,
  )
  assert.match(fault ?? '', /64-bit numbers that come back/)
})

test('an adapter is caught that writes names of values as 0', async () => {
  const fault = await trapped((request) =>
    'content_type' in sentValue(request) ? { id: request.id, ok: { bytes: '4000' } } : undefined,
  )
  assert.match(fault ?? '', /written as 0/)
})

test('an adapter is caught that reads hex as base64', async () => {
  const fault = await trapped((request) =>
    'grant' in sentValue(request)
      ? { id: request.id, ok: { bytes: '6a066a0675e69d6d' } }
      : undefined,
  )
  assert.match(fault ?? '', /base64/)
})

test('an adapter is caught that drops keys it does not know', async () => {
  const fault = await trapped((request) =>
    'displayName' in sentValue(request) ? { id: request.id, ok: { bytes: '' } } : undefined,
  )
  assert.match(fault ?? '', /without a word/)
})

test('an adapter is caught that says error where bytes are refused', async () => {
  const fault = await trapped(({ id, op, params }) =>
    op === 'payloads.decode' && (params as { bytes: string }).bytes === '1a05'
      ? { id, error: { message: 'index out of range' } }
      : undefined,
  )
  assert.match(fault ?? '', /instead of a refusal/)
})
