import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { lives, until } from './ask.ts'

const SUITE = `
  import { Exec } from './adapters/transports/exec.ts'
  const connection = await new Exec('node test/transports/program.ts stubborn').connect()
  const { ok } = await connection.exchange({ id: 1, op: 'echo', now: 0, params: {} }, 5000)
  console.log(ok.pid)
  await connection.exchange({ id: 2, op: 'hang', now: 0, params: {} }, 0)
`

for (const signal of ['SIGKILL', 'SIGINT'] as const)
  test(`no client outlives a suite that ends by ${signal}`, { timeout: 20_000 }, async () => {
    const suite = spawn(process.execPath, ['--input-type=module-typescript', '-e', SUITE], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = await once(suite.stdout, 'data')
    const pid = Number(line)
    assert.equal(lives(pid), true)
    suite.kill(signal)
    await until(() => !lives(pid))
  })
