/* The command as an image, made of what is here and run in a container without a network. */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { engineFor } from '../transports/engine.ts'

test('the image has all that the command needs to run and to verify', {
  timeout: 600_000,
}, async (t) => {
  const engine = await engineFor(t)
  if (!engine) return
  const tag = `vac-conformance/suite:test-${process.pid}`
  execFileSync('bash', ['.ci/suite-image.sh', tag], { stdio: 'pipe' })
  t.after(() => engine.getImage(tag).remove({ force: true }))
  const script = [
    ['run', '--adapter', 'reference', '--id', 'SDS-SEND-01', '--out', '/tmp/out'],
    ['bundle', '/tmp/out'],
    ['verify', '/tmp/out/bundle.ndjson.gz'],
    ['vectors', 'export', '/tmp/vectors'],
    ['adapter', 'lint', 'reference'],
  ].map((words) => `run(${JSON.stringify(words)})`)
  const program = `
    const { spawnSync } = require('node:child_process')
    const run = (words) => {
      const { status } = spawnSync('node', ['/vac-conformance/cli/launch.js', ...words], { stdio: 'inherit' })
      if (status !== 0) process.exit(status)
    }
    ${script.join('\n')}`
  const confined = ['run', '--rm', '--network', 'none', '--read-only', '--tmpfs', '/tmp']
  const { status, stdout, stderr } = spawnSync(
    'docker',
    [...confined, '--entrypoint', 'node', tag, '-e', program],
    { encoding: 'utf8' },
  )
  assert.equal(status, 0, `${stdout}\n${stderr}`)
  const help = spawnSync('docker', ['run', '--rm', tag], { encoding: 'utf8' })
  assert.match(help.stdout, /usage: vac-conformance COMMAND/)
})
