import assert from 'node:assert/strict'
import { test } from 'node:test'
import { announceMs } from '../../../adapters/reference/voting/de-mls/profile.ts'
import { Town } from './town.ts'

const names = ['ann', 'bob', 'cat', 'dan', 'eve']

async function town(voters: 'members' | 'stewards'): Promise<Town> {
  const at = new Town()
  await at.settle(...names, 'fay', 'gus', 'hal')
  const stewards = ['ann', 'bob', 'cat'].map((each) => at.id(each))
  await at.group(names, { stewards, voters })
  return at
}

/** Has a node voted in by `voters`, the first of whom proposes it; heard by `all`. */
async function approve(
  at: Town,
  joining: string,
  voters: readonly string[],
  all: readonly string[] = names,
) {
  const { groupId } = at
  at.now += announceMs
  for (const name of all) await at.all((await at.ok(name, 'demls.tick', {})).sends, [joining])
  const asked = await at.ok(joining, 'demls.requestJoin', { groupId })
  await at.all(asked.sends, all)
  const others = (name: string) => all.filter((each) => each !== name)
  const [first = ''] = voters
  const change = { kind: 'add', memberId: at.id(joining) } as const
  const id = await at.propose(first, change, ...others(first))
  for (const voter of voters.slice(1)) await at.vote(voter, id, true, ...others(voter))
}

test('the stewards take turns, an epoch each, and all members name the same one', async () => {
  const at = await town('members')
  const all = [...names]
  const turns: string[] = []
  for (const joining of ['fay', 'gus', 'hal']) {
    const states = await Promise.all(all.map((each) => at.state(each)))
    const named = new Set(states.map(({ steward }) => steward))
    assert.equal(named.size, 1)
    const steward = all.find((each) => named.has(at.id(each))) ?? ''
    turns.push(steward)
    await approve(at, joining, all, all)
    const others = all.filter((each) => each !== steward)
    for (const other of others)
      assert.deepEqual(await at.call(other, 'demls.runSteward', { groupId: at.groupId }), {
        code: 'not-steward',
      })
    await at.commit(steward, others, [joining])
    all.push(joining)
  }
  assert.deepEqual(turns, ['bob', 'cat', 'ann'])
})

test('with two consensuses the stewards alone decide on members', async () => {
  const at = await town('stewards')
  await approve(at, 'fay', ['ann', 'cat'])
  const [proposal] = (await at.state('dan')).proposals?.slice(-1) ?? []
  assert.equal(proposal?.result, 'YES')
  const vote = { groupId: at.groupId, proposalId: proposal?.proposalId ?? 0, vote: false }
  assert.deepEqual(await at.call('dan', 'demls.vote', vote), { code: 'electorate' })
})

test('with two consensuses all members select the stewards', async () => {
  const at = await town('stewards')
  const others = (name: string) => names.filter((each) => each !== name)
  const chosen = ['dan', 'eve'].map((each) => at.id(each))
  const id = await at.propose('dan', { kind: 'stewards', memberIds: chosen }, ...others('dan'))
  for (const voter of ['bob', 'cat', 'eve']) await at.vote(voter, id, true, ...others(voter))
  await at.commit('bob', others('bob'))
  for (const name of names) assert.deepEqual((await at.state(name)).stewards, chosen)
  assert.equal((await at.state('ann')).steward, at.id('dan'))
})
