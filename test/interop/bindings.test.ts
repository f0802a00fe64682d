import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commonHello } from '../../adapters/contract/common.ts'
import type { Hello } from '../../adapters/contract/hello.ts'
import { castingOf, checkBindings } from '../../cli/bind.ts'
import { conduct } from '../../cli/conduct.ts'
import { block } from '../../reports/block.ts'
import type { Results } from '../../reports/results.ts'
import { personOf, playedBy } from '../../steps/roles.ts'

/** A client whose clock counts seconds. */
const MUTANT = 'mutant:clock-in-seconds'

async function run(bind: Record<string, string>, ids: string[]): Promise<Results> {
  const adapter = bind.sender ?? 'reference'
  const { finished, results } = await conduct({
    adapter,
    bind,
    areas: ['sds'],
    ids,
    tags: '@pair',
    seed: '5eed',
  })
  await finished
  return results(false)
}

test('a participant outranks its role, a role the client of the run', () => {
  const bind = { sender: 'a', receiver: 'b', Carol: 'c' }
  const clients = ['Alice', 'Bob', 'Carol'].map((person) => playedBy('sds', person, 'x', bind))
  assert.deepEqual(clients, ['a', 'b', 'c'])
  assert.equal(playedBy('sds', 'Bob', 'x', { sender: 'a' }), 'x')
  assert.equal(playedBy('voting', 'peer 3', 'x', bind), 'a')
  assert.equal(playedBy('voting', 'peer 12 YES', 'x', bind), 'b')
  assert.equal(personOf('Bob on the second channel'), 'Bob')
  assert.equal(personOf('donor 2'), 'Alice')
})

test('flags that leave somebody without a client, or name nobody, say who there is', () => {
  assert.deepEqual(castingOf('a', ['receiver=exec:x --y=z']), {
    adapter: 'a',
    bind: { sender: 'a', receiver: 'exec:x --y=z' },
  })
  assert.throws(() => castingOf(undefined, ['sender=a']), /nothing is bound to receiver/)
  assert.throws(() => castingOf('a', ['sender=b', 'sender=c']), /bound twice/)
  assert.throws(() => castingOf('a', ['sender']), /NAME=ADDRESS/)
  assert.throws(
    () => checkBindings({ Scout: 'a' }, ['sds']),
    /nobody is "Scout": sds has sender \(Alice\) and receiver \(Bob and Carol\)/,
  )
  checkBindings({ Scout: 'a', receiver: 'b' }, ['sds', 'archives'])
})

test('clients together have what both have, and no reading on which they differ', () => {
  const hello = (changes: Partial<Hello>): Hello => ({
    protocol: 1,
    implementation: { name: 'one', version: '1' },
    adapter: { name: 'a', version: '1' },
    areas: ['sds', 'voting'],
    capabilities: ['x', 'y'],
    clock: 'virtual',
    ...changes,
  })
  const first = hello({ readings: { a: '1', b: '2' } })
  const other = hello({
    implementation: { name: 'two', version: '1' },
    areas: ['voting'],
    documents: ['consensus'],
    capabilities: ['y', 'z'],
    emulated: ['y'],
    clock: 'real',
    readings: { a: '1', b: '3' },
  })
  assert.equal(commonHello([first]), first)
  const { implementation, areas, documents, capabilities, emulated, clock, readings } = commonHello(
    [first, other],
  )
  assert.deepEqual(
    { implementation, areas, documents, capabilities, emulated, clock, readings },
    {
      implementation: { name: 'one and two', version: '1' },
      areas: ['voting'],
      documents: ['consensus'],
      capabilities: ['y'],
      emulated: ['y'],
      clock: 'real',
      readings: { a: '1' },
    },
  )
})

test('each participant is the client that is bound to it, and the judged one is told', async () => {
  const ids = ['SDS-GOAL-03', 'SDS-STATE-01']
  const bind = { sender: 'reference', receiver: 'variant:own-ids-in-the-filter' }
  const { requirements, bindings, verdict } = await run(bind, ids)
  assert.equal(verdict, 'conformant')
  assert.deepEqual(
    bindings?.map(({ name, adapter }) => `${name} ${adapter.address}`),
    ['sender reference', 'receiver variant:own-ids-in-the-filter'],
  )
  const seats = requirements.flatMap(({ cases }) => cases.flatMap((each) => each.seats ?? []))
  assert.ok(seats.length > 0)
  for (const { participant, role, client } of seats) {
    assert.equal(role, participant === 'Alice' ? 'sender' : 'receiver')
    assert.equal(client, bind[role as 'sender' | 'receiver'])
  }
  assert.ok(seats.some(({ judged }) => judged))
})

test('a failure of two clients can be run again as it was', async () => {
  const results = await run({ sender: 'reference', receiver: MUTANT }, ['SDS-STATE-02'])
  const [failed] = results.requirements
  assert.equal(failed?.verdict, 'fail')
  assert.ok(
    block(failed, results).includes(
      `--bind "sender=reference" --bind "receiver=${MUTANT}" --id SDS-STATE-02 --seed 5eed`,
    ),
  )
})

test('of two clients one that is dead leaves nothing measured', async () => {
  for (const bind of [
    { sender: 'impostor:dead', receiver: 'reference' },
    { sender: 'reference', receiver: 'impostor:dead' },
  ]) {
    const { summary, exit, reason } = await run(bind, [])
    assert.equal(summary.pass, 0)
    assert.equal(exit, 4)
    assert.match(reason, /impostor:dead/)
  }
})
