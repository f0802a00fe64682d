import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { test } from 'node:test'
import { serveLines } from '../../adapters/serving/lines.ts'
import { Attach } from '../../adapters/transports/attach.ts'
import { ask } from './ask.ts'
import client from './client.ts'

test('a client attaches, and no deadline applies to it', { timeout: 20_000 }, async () => {
  const transport = new Attach(0, (waiting) => {
    const port = Number(/127\.0\.0\.1:(\d+)/.exec(waiting)?.[1])
    const socket = connect(port, '127.0.0.1')
    const slow: typeof client = async (request) => {
      await new Promise((done) => setTimeout(done, 100))
      return client(request)
    }
    void serveLines(slow, socket, socket)
  })
  assert.equal(transport.untimed, true)
  const connection = await transport.connect()
  const { ok } = (await ask(connection, 'echo', { a: 1 }, 1)) as { ok: { params: object } }
  assert.deepEqual(ok.params, { a: 1 })
  await connection.close()
  await assert.rejects(ask(connection, 'echo'), { name: 'ConnectionLost' })
})

test('a client that goes is lost', { timeout: 20_000 }, async () => {
  const transport = new Attach(0, (waiting) => {
    const socket = connect(Number(/127\.0\.0\.1:(\d+)/.exec(waiting)?.[1]), '127.0.0.1')
    socket.once('data', () => socket.end())
  })
  const connection = await transport.connect()
  await assert.rejects(ask(connection, 'echo'), { name: 'ConnectionLost', message: /closed/ })
  await connection.close()
})

test('a port that is taken is told', { timeout: 20_000 }, async (t) => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  t.after(() => other.close())
  const { port } = other.address() as AddressInfo
  await assert.rejects(new Attach(port).connect(), {
    name: 'Unavailable',
    message: /no client can attach: .*EADDRINUSE/,
  })
})
