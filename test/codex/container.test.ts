import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closeCodex } from '../../cli/codex-node.ts'
import { conduct } from '../../cli/conduct.ts'
import { engineFor } from '../transports/engine.ts'

const limit = { timeout: 180_000 }
const asked = { adapter: 'reference', areas: [], tags: '', seed: '5eed' }

test('scenarios run through a Codex node in a container', limit, async (t) => {
  if (!(await engineFor(t))) return
  t.after(closeCodex)
  const ids = ['ARCH-SERVE-07', 'ARCH-FETCH-02']
  const conducted = await conduct({ ...asked, ids, codex: 'docker:adapters/codex/Dockerfile' })
  await conducted.finished
  const { requirements, adapter } = conducted.results(false)
  assert.equal(adapter.digests.codex, 'embedded embedded')
  assert.deepEqual(
    requirements.map(({ id, verdict }) => [id, verdict]),
    [
      ['ARCH-SERVE-07', 'pass'],
      ['ARCH-FETCH-02', 'pass'],
    ],
  )
})

test('an image that cannot be had leaves everything unmeasured', limit, async (t) => {
  if (!(await engineFor(t))) return
  const codex = 'docker:localhost:1/no/such:image'
  const conducted = await conduct({ ...asked, ids: ['ARCH-SERVE-07'], codex })
  await conducted.finished
  const { exit, requirements } = conducted.results(false)
  assert.equal(exit, 4)
  assert.match(
    requirements[0]?.reason ?? '',
    /^no Codex node at docker:localhost:1\/no\/such:image: image .* could not be pulled/,
  )
})
