import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Results } from '../../reports/results.ts'
import { until } from './ask.ts'
import { engineFor } from './engine.ts'

for (const [signal, exit] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  test(`${signal} amid a run in a container: what had run is written, nothing is left`, {
    timeout: 120_000,
  }, async (t) => {
    const docker = await engineFor(t)
    if (!docker) return
    const out = mkdtempSync(join(tmpdir(), 'vac-conformance-'))
    t.after(() => rmSync(out, { recursive: true }))
    const adapter = 'docker:adapters/reference/Dockerfile'
    const args = ['cli/launch.js', 'run', '--adapter', adapter, '--area', 'sds', '--out', out]
    const run = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    t.after(() => run.kill('SIGKILL'))
    const ended = once(run, 'exit')
    let told = ''
    run.stderr.on('data', (chunk) => (told += chunk))
    // A tenth of the scenarios has run.
    await until(() => /\d+\/\d+ scenarios/.test(told))
    run.kill(signal)
    assert.deepEqual(await ended, [exit, null])
    const results = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as Results
    assert.equal(results.interrupted, true)
    assert.notEqual(results.exit, 0)
    assert.ok(results.requirements.some(({ cases }) => cases.length > 0))
    assert.ok(results.requirements.some(({ verdict }) => verdict === 'not-measured'))
    const { image } = results.adapter.digests
    assert.match(image ?? '', /^sha256:/)
    const containers = await docker.listContainers({ all: true })
    const images = await docker.listImages()
    assert.equal(containers.filter(({ ImageID }) => ImageID === image).length, 0)
    assert.equal(images.filter(({ Id }) => Id === image).length, 0)
  })
