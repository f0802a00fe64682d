import assert from 'node:assert/strict'
import { test } from 'node:test'
import { announceMs } from '../../../adapters/reference/voting/de-mls/profile.ts'
import { Town } from './town.ts'

test('a node is announced to, asks, is voted in and has the state of the others', async () => {
  const town = new Town()
  await town.settle('ann', 'bob', 'cat')
  await town.group(['ann', 'bob', 'cat'])
  const states = await Promise.all(['ann', 'bob', 'cat'].map((name) => town.state(name)))
  const [ann, bob, cat] = states
  assert.deepEqual(
    states.map(({ role }) => role),
    ['steward', 'member', 'member'],
  )
  assert.deepEqual(
    states.map(({ epoch }) => epoch),
    ['1', '1', '1'],
  )
  assert.equal(new Set(states.map(({ authenticator }) => authenticator)).size, 1)
  assert.deepEqual(bob?.members, ann?.members)
  assert.equal(cat?.steward, town.id('ann'))
})

test('the same seeds and calls give the same bytes', async () => {
  const sent = await Promise.all(
    [1, 2].map(async () => {
      const town = new Town()
      await town.settle('ann', 'bob', 'cat', 'dan')
      await town.group(['ann', 'bob', 'cat', 'dan'])
      const id = await town.propose(
        'bob',
        { kind: 'remove', memberId: town.id('dan') },
        'ann',
        'cat',
      )
      await town.vote('ann', id, true, 'bob', 'cat')
      await town.vote('cat', id, true, 'ann', 'bob')
      return town.commit('ann', ['bob', 'cat'])
    }),
  )
  assert.equal(sent[0]?.length, 2)
  assert.deepEqual(sent[0], sent[1])
})

test('a member knows that it was removed though the same commit gives its leaf to another', async () => {
  const town = new Town()
  const names = ['ann', 'bob', 'cat']
  await town.settle(...names, 'dan')
  await town.group(names)
  town.now += announceMs
  await town.all((await town.ok('ann', 'demls.tick', {})).sends, ['dan'])
  const asked = await town.ok('dan', 'demls.requestJoin', { groupId: town.groupId })
  await town.all(asked.sends, names)
  const remove = { kind: 'remove', memberId: town.id('cat') } as const
  const add = { kind: 'add', memberId: town.id('dan') } as const
  for (const change of [remove, add]) {
    const id = await town.propose('bob', change, 'ann', 'cat')
    await town.vote('ann', id, true, 'bob', 'cat')
  }
  await town.commit('ann', ['bob', 'cat'], ['dan'])
  assert.equal((await town.state('cat')).role, 'removed')
  const [ann, bob, dan] = await Promise.all(['ann', 'bob', 'dan'].map((name) => town.state(name)))
  assert.deepEqual(
    ann?.members,
    ['ann', 'bob', 'dan'].map((name) => town.id(name)),
  )
  assert.equal(bob?.authenticator, ann?.authenticator)
  assert.equal(dan?.authenticator, ann?.authenticator)
})
