import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conduct } from '../../cli/conduct.ts'
import { readSeeds } from './seeds.ts'

/** The verdict on one requirement with one seed. */
async function verdict(adapter: string, id: string, seed: string) {
  const conducted = await conduct({ adapter, areas: [], ids: [id], tags: '', seed })
  await conducted.finished
  return conducted.results(false).requirements[0]
}

for (const { id, seed } of readSeeds())
  test(`${id} passes with the seed ${seed}, which was kept`, async () => {
    const found = await verdict('reference', id, seed)
    assert.equal(found?.verdict, 'pass', found?.reason)
  })
