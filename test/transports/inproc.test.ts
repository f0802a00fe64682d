import assert from 'node:assert/strict'
import { test } from 'node:test'
import { InProc } from '../../adapters/transports/inproc.ts'
import { ask } from './ask.ts'

const connect = () => new InProc('test/transports/client.ts').connect()
const limit = { timeout: 20_000 }

test('a module answers from a thread of its own', limit, async () => {
  const connection = await connect()
  const { ok } = (await ask(connection, 'echo', { a: [1, null], gone: undefined })) as {
    ok: { params: object }
  }
  assert.deepEqual(ok.params, { a: [1, null] })
  await ask(connection, 'long')
  await connection.close()
})

test('an endless loop is ended', limit, async () => {
  const connection = await connect()
  await assert.rejects(ask(connection, 'loop', {}, 200), { name: 'Overdue' })
  await connection.close()
})

test('process.exit ends the client alone, and counts as lost', limit, async () => {
  const connection = await connect()
  await assert.rejects(ask(connection, 'exit', { code: 0 }), {
    name: 'ConnectionLost',
    message: 'the worker thread ended with exit code 0',
  })
  await assert.rejects(ask(connection, 'echo'), { name: 'ConnectionLost' })
  await connection.close()
})

test('an error outside of any call is told', limit, async () => {
  const connection = await connect()
  await assert.rejects(ask(connection, 'throw'), { message: /thrown outside of any call/ })
  await connection.close()
})

test('a reply to another request is no reply', limit, async () => {
  const connection = await connect()
  await assert.rejects(ask(connection, 'wrong-id'), { name: 'Garbled' })
  await connection.close()
})

test('what it writes is kept beside the protocol', limit, async () => {
  const connection = await connect()
  await ask(connection, 'write')
  assert.match(connection.diagnostics(), /something to know/)
  await connection.close()
})

test('a module without a handler says what was expected', limit, async () => {
  const connection = await new InProc('test/transports/ask.ts').connect()
  await assert.rejects(ask(connection, 'echo'), {
    message: /expected a function as default export/,
  })
  await connection.close()
})
