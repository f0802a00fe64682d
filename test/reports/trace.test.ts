import assert from 'node:assert/strict'
import { test } from 'node:test'
import { repeats } from '../../reports/repeats.ts'
import { trace } from '../../reports/trace.ts'
import { failedCase } from './example.ts'

test('what repeats itself is one stretch, whatever stands around it', () => {
  const of = (keys: string) =>
    repeats([...keys]).map(
      ({ start, length, times }) => `${keys.slice(start, start + length)}${times}`,
    )
  assert.deepEqual(of('abababac'), ['ab3', 'a1', 'c1'])
  assert.deepEqual(of('aabbaaaa'), ['a1', 'a1', 'b1', 'b1', 'a4'])
  assert.deepEqual(of('xabcabcabcx'), ['x1', 'abc3', 'x1'])
  assert.deepEqual(of(''), [])
})

test('the deviating call stays by itself, and numbers go on', () => {
  const call = {
    participant: 'bob',
    op: 'sds.events',
    now: 1_000_000,
    params: {},
    outcome: { kind: 'ok', ok: { events: [] } },
  }
  const finding = { kind: 'deviation', subject: 's', wanted: 'w', got: 'g', call: 17 }
  const steps = trace(failedCase({ calls: Array(10).fill(call), callsDropped: 8, finding }))
  assert.deepEqual(
    steps.map(({ number, deviates, again }) => [number, deviates, again?.times]),
    [
      [9, false, 9],
      [18, true, undefined],
    ],
  )
  assert.equal(steps[0]?.answered, 'ok events []')
})

test('answers are told without quotes, long bytes as beginning and length', () => {
  const outcome = {
    kind: 'ok',
    ok: { log: [{ messageId: 'ab'.repeat(20), at: 3 }, { messageId: 'm"2' }] },
  }
  const [step] = trace(
    failedCase({ calls: [{ participant: 'p', op: 'sds.state', now: 0, params: {}, outcome }] }),
  )
  assert.equal(
    step?.answered,
    'ok log [{messageId abababababab… (20 bytes), at 3}, {messageId m"2}]',
  )
})
