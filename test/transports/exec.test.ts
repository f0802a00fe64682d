import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Exec } from '../../adapters/transports/exec.ts'
import { ask, lives, until } from './ask.ts'

const program = (mode = '') => new Exec(`node test/transports/program.ts ${mode}`)
const limit = { timeout: 20_000 }

test('a program answers, also with the longest line', limit, async () => {
  const connection = await program().connect()
  const reply = (await ask(connection, 'echo', { hex: '00ff', text: 'ü \u2028' })) as never as {
    ok: { params: object; pid: number }
  }
  assert.deepEqual(reply.ok.params, { hex: '00ff', text: 'ü \u2028' })
  await ask(connection, 'long')
  await connection.close()
  assert.equal(lives(reply.ok.pid), false)
})

test('a line of one byte more is no reply', limit, async () => {
  const connection = await program().connect()
  await assert.rejects(ask(connection, 'too-long'), { name: 'Garbled', message: /at most 8388608/ })
  await assert.rejects(ask(connection, 'echo'), { name: 'Garbled' })
  await connection.close()
})

test('a program that hangs is overdue, and ends though it ignores SIGTERM', limit, async () => {
  const connection = await program('stubborn').connect()
  const { ok } = (await ask(connection, 'echo')) as { ok: { pid: number } }
  await assert.rejects(ask(connection, 'loop', {}, 100), { name: 'Overdue' })
  await connection.close()
  assert.equal(lives(ok.pid), false)
})

test('exit code 0 with a call in flight is a lost connection', limit, async () => {
  const connection = await program().connect()
  await assert.rejects(ask(connection, 'exit', { code: 0 }), {
    name: 'ConnectionLost',
    message: 'the program ended with exit code 0',
  })
  await connection.close()
})

test('what a program started ends with it, and does not hide its end', limit, async () => {
  const connection = await program('parent').connect()
  const { ok } = (await ask(connection, 'pid')) as { ok: { pid: number } }
  assert.equal(lives(ok.pid), true)
  await assert.rejects(ask(connection, 'exit'), { message: /ended with exit code 0/ })
  await connection.close()
  await until(() => !lives(ok.pid))
})

test('a program that closes its stdout is lost while it runs on', limit, async () => {
  const connection = await program('close').connect()
  await assert.rejects(ask(connection, 'echo'), { name: 'ConnectionLost', message: /closed its/ })
  await connection.close()
})

for (const mode of ['noise', 'flood', 'twice'])
  test(`stdout that is no reply ends the connection: ${mode}`, limit, async () => {
    const connection = await program(mode).connect()
    await assert.rejects(
      async () => {
        await ask(connection, 'echo')
        await ask(connection, 'echo')
      },
      { name: 'Garbled' },
    )
    await connection.close()
  })

test('stderr is drained and its last 64 KiB kept', limit, async () => {
  const connection = await program().connect()
  await ask(connection, 'write')
  assert.equal(connection.diagnostics().length, 64 * 1024)
  await connection.close()
})

test('a program that is not there tells its name', limit, async () => {
  const connection = await new Exec('no-such-program --flag').connect()
  await assert.rejects(ask(connection, 'echo'), {
    name: 'ConnectionLost',
    message: /cannot start "no-such-program"/,
  })
  await connection.close()
})

test('the token for URLs is not handed to programs', limit, async (t) => {
  process.env.VAC_ADAPTER_TOKEN = 'secret'
  t.after(() => delete process.env.VAC_ADAPTER_TOKEN)
  const connection = await program().connect()
  assert.deepEqual(((await ask(connection, 'token')) as { ok: object }).ok, { token: null })
  await connection.close()
})
