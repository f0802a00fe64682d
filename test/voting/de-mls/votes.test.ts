import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Change } from '../../../adapters/contract/de-mls.ts'
import { voteMs } from '../../../adapters/reference/voting/de-mls/profile.ts'
import { Town } from './town.ts'

const names = ['ann', 'bob', 'cat', 'dan']

async function town(): Promise<Town> {
  const made = new Town()
  await made.settle(...names)
  await made.group(names)
  return made
}

const others = (name: string) => names.filter((each) => each !== name)

/** A proposal of bob to remove dan, and how the others vote on it in turn. */
async function removal(at: Town, votes: readonly boolean[]): Promise<number> {
  const id = await at.propose('bob', { kind: 'remove', memberId: at.id('dan') }, ...others('bob'))
  const voters = ['ann', 'cat', 'dan']
  for (const [turn, vote] of votes.entries()) {
    const voter = voters[turn] ?? ''
    await at.vote(voter, id, vote, ...others(voter))
  }
  return id
}

const resultOf = async (at: Town, name: string, id: number) =>
  (await at.state(name)).proposals?.find(({ proposalId }) => proposalId === id)?.result

test('what a majority approved is carried out, and the removed member is out', async () => {
  const at = await town()
  const id = await removal(at, [true, true])
  assert.equal(await resultOf(at, 'dan', id), 'YES')
  const sends = await at.commit('ann', ['bob', 'cat', 'dan'])
  assert.deepEqual(
    sends.map(({ channel }) => channel),
    ['group', 'group'],
  )
  assert.deepEqual(
    (await at.state('cat')).members,
    ['ann', 'bob', 'cat'].map((each) => at.id(each)),
  )
  assert.equal((await at.state('dan')).role, 'removed')
  const { groupId } = at
  const said = await at.ok('ann', 'demls.send', { groupId, content: 'aa' })
  assert.deepEqual(await at.deliver(said.sends, 'dan'), ['not-member'])
  assert.deepEqual(await at.call('dan', 'demls.send', { groupId, content: 'aa' }), {
    code: 'not-member',
  })
})

for (const [what, votes] of [
  ['a majority against', [false, false]],
  ['a tie', [false, true, false]],
] as const)
  test(`${what} is a NO, and nothing is carried out`, async () => {
    const at = await town()
    const id = await removal(at, votes)
    at.now += voteMs
    assert.equal(await resultOf(at, 'cat', id), 'NO')
    assert.deepEqual(await at.commit('ann', []), [])
  })

test('a vote without a quorum is open until its time is over, and a NO then', async () => {
  const at = await town()
  const id = await removal(at, [true])
  assert.equal(await resultOf(at, 'ann', id), 'UNDECIDED')
  at.now += voteMs
  assert.equal(await resultOf(at, 'ann', id), 'NO')
  assert.deepEqual(await at.commit('ann', []), [])
})

test('what is open when the epoch ends is a NO, and its late votes are refused', async () => {
  const at = await town()
  const open = await at.propose(
    'cat',
    { kind: 'remove', memberId: at.id('bob') },
    'ann',
    'bob',
    'dan',
  )
  await removal(at, [true, true])
  const { groupId } = at
  const late = await at.ok('bob', 'demls.vote', { groupId, proposalId: open, vote: true })
  await at.commit('ann', ['bob', 'cat', 'dan'])
  assert.equal(await resultOf(at, 'cat', open), 'NO')
  assert.deepEqual(await at.deliver(late.sends, 'ann', 'cat'), ['epoch', 'epoch'])
  const again = await at.call('cat', 'demls.vote', { groupId, proposalId: open, vote: true })
  assert.deepEqual(again, { code: 'unknown-proposal' })
})

test('a vote that comes before its proposal is refused, and counts when it comes again', async () => {
  const at = await town()
  const { groupId } = at
  const change = { kind: 'remove', memberId: at.id('dan') } as const
  const made = await at.ok('bob', 'demls.propose', { groupId, change, vote: true })
  await at.all(made.sends, ['ann'])
  const voted = await at.ok('ann', 'demls.vote', {
    groupId,
    proposalId: made.proposalId,
    vote: true,
  })
  assert.deepEqual(await at.deliver(voted.sends, 'cat'), ['unknown-proposal'])
  await at.all([...made.sends, ...voted.sends], ['cat'])
  assert.deepEqual(await at.deliver(voted.sends, 'cat'), ['replay'])
  await at.vote('cat', made.proposalId, true)
  assert.equal(await resultOf(at, 'cat', made.proposalId), 'YES')
})

test('what would change nothing is not proposed', async () => {
  const at = await town()
  const { groupId } = at
  const changes: Change[] = [
    { kind: 'remove', memberId: '00' },
    { kind: 'stewards', memberIds: [at.id('bob')] },
  ]
  for (const change of changes)
    assert.deepEqual(await at.call('bob', 'demls.propose', { groupId, change, vote: true }), {
      code: 'no-effect',
    })
  const change = { kind: 'add', memberId: at.id('bob') } as const
  assert.deepEqual(await at.call('bob', 'demls.propose', { groupId, change, vote: true }), {
    code: 'no-key-package',
  })
})

test('the steward does not commit its own removal, which MLS forbids', async () => {
  const at = await town()
  const id = await at.propose('bob', { kind: 'remove', memberId: at.id('ann') }, ...others('bob'))
  for (const voter of ['ann', 'cat']) await at.vote(voter, id, true, ...others(voter))
  assert.equal(await resultOf(at, 'ann', id), 'YES')
  assert.deepEqual(await at.commit('ann', []), [])
})
