import assert from 'node:assert/strict'
import { test } from 'node:test'
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
