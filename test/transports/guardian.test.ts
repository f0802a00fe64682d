import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { lives, until } from './ask.ts'
import { engineFor } from './engine.ts'

const PROGRAM = `
  import { Exec } from './adapters/transports/exec.ts'
  const connection = await new Exec('node test/transports/program.ts stubborn').connect()
  const { ok } = await connection.exchange({ id: 1, op: 'echo', now: 0, params: {} }, 5000)
  console.log(ok.pid)
  await connection.exchange({ id: 2, op: 'hang', now: 0, params: {} }, 0)
`

for (const signal of ['SIGKILL', 'SIGINT'] as const)
  test(`no client outlives a suite that ends by ${signal}`, { timeout: 20_000 }, async () => {
    const suite = spawn(process.execPath, ['--input-type=module-typescript', '-e', PROGRAM], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = await once(suite.stdout, 'data')
    const pid = Number(line)
    assert.equal(lives(pid), true)
    suite.kill(signal)
    await until(() => !lives(pid))
  })

const CONTAINER = `
  import { Docker } from './adapters/transports/docker.ts'
  import { engineOfRun } from './adapters/transports/engine.ts'
  const connection = await new Docker('./test/transports/image').connect()
  console.log(Object.entries((await engineOfRun()).labels)[0].join('='))
  await connection.exchange({ id: 2, op: 'hang', now: 0, params: {} }, 0)
`

test('no container, network or image outlives a suite that is killed', {
  timeout: 120_000,
}, async (t) => {
  const docker = await engineFor(t)
  if (!docker) return
  const suite = spawn(process.execPath, ['--input-type=module-typescript', '-e', CONTAINER], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(suite.stdout, 'data')
  const filters = { label: [String(line).trim()] }
  const left = async () => [
    ...(await docker.listContainers({ all: true, filters })),
    ...(await docker.listNetworks({ filters })),
    ...(await docker.listImages({ filters })),
  ]
  assert.equal((await left()).length, 3)
  suite.kill('SIGKILL')
  await until(async () => (await left()).length === 0)
})
