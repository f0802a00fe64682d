import assert from 'node:assert/strict'
import { test } from 'node:test'
import { engineOfRun } from '../../adapters/transports/engine.ts'
import { conduct } from '../../cli/conduct.ts'
import { engineFor } from '../transports/engine.ts'

const STRIKES = ['kill', 'pause', 'stop'] as const
const CASES = 60

for (const [index, strike] of STRIKES.entries())
  test(`a run whose container meets "docker ${strike}" ends, not conformant, and leaves nothing`, {
    timeout: 300_000,
  }, async (t) => {
    const docker = await engineFor(t)
    if (!docker) return
    const { labels } = await engineOfRun()
    const filters = { label: Object.entries(labels).map(([name, value]) => `${name}=${value}`) }
    let cases = 0
    let struck: Promise<unknown> | undefined
    const conducted = await conduct({
      adapter: 'docker:adapters/reference/Dockerfile',
      areas: ['sds'],
      ids: [],
      tags: '',
      seed: '5eed',
      deadlineMs: 3_000,
      onCase: () => {
        if (++cases === 1 + ((index * 37) % CASES))
          struck = docker
            .listContainers({ filters })
            .then(([container]) => docker.getContainer(container?.Id ?? '')[strike]())
      },
    })
    await conducted.finished
    await struck
    const results = conducted.results(false)
    assert.notEqual(results.exit, 0)
    const { reason = '' } = results.requirements.find(({ verdict }) => verdict === 'fail') ?? {}
    assert.match(reason, strike === 'pause' ? /no reply within/ : /the container ended/)
    // Most of it had not run: it was measured with a container started anew.
    assert.ok(results.summary.pass > CASES)
    assert.deepEqual(await docker.listContainers({ all: true, filters }), [])
    assert.deepEqual(await docker.listImages({ filters }), [])
  })
