import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createSocketServer, type Server as Net } from 'node:net'
import { type TestContext, test } from 'node:test'
import { serveHttp } from '../../adapters/serving/http.ts'
import { Http } from '../../adapters/transports/http.ts'
import { ask } from './ask.ts'
import client from './client.ts'

const limit = { timeout: 20_000 }

async function origin(t: TestContext, server: Server | Net): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  t.after(() => {
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const respond = (t: TestContext, listener: RequestListener) => origin(t, createServer(listener))

test('a server answers POST {base}/v1/call', limit, async (t) => {
  const connection = await new Http(await origin(t, serveHttp(client))).connect()
  const { ok } = (await ask(connection, 'echo', { hex: '00ff' })) as { ok: { params: object } }
  assert.deepEqual(ok.params, { hex: '00ff' })
  await ask(connection, 'long')
  await assert.rejects(ask(connection, 'too-long'), { name: 'Garbled', message: /at most 8388608/ })
  await assert.rejects(ask(connection, 'wrong-id'), { name: 'Garbled' })
  await assert.rejects(ask(connection, 'hang', {}, 100), { name: 'Overdue' })
  await connection.close()
})

test('a base with a path keeps it', limit, async (t) => {
  const paths: (string | undefined)[] = []
  const base = await respond(t, (request, response) => {
    paths.push(request.url)
    response.end('{}')
  })
  for (const path of ['', '/', '/team/a', '/team/a/'])
    await ask(await new Http(`${base}${path}`).connect(), 'echo').catch(() => {})
  assert.deepEqual(paths, ['/v1/call', '/v1/call', '/team/a/v1/call', '/team/a/v1/call'])
})

test('a status other than 200 is no reply', limit, async (t) => {
  const base = await respond(t, (_, response) => response.writeHead(503).end('{"id":1,"ok":{}}'))
  const connection = await new Http(base).connect()
  await assert.rejects(ask(connection, 'echo'), { name: 'Garbled', message: /200, got 503/ })
  await connection.close()
})

test('a redirect is not followed and the token stays at its origin', limit, async (t) => {
  const seen: (string | undefined)[] = []
  const elsewhere = await respond(t, (request, response) => {
    seen.push(request.headers.authorization)
    response.end()
  })
  let own: string | undefined
  const base = await respond(t, (request, response) => {
    own = request.headers.authorization
    response.writeHead(307, { location: `${elsewhere}/v1/call` }).end()
  })
  const connection = await new Http(base, 'secret').connect()
  await assert.rejects(ask(connection, 'echo'), {
    name: 'Garbled',
    message: /307 .*redirects are not followed/,
  })
  assert.equal(own, 'Bearer secret')
  assert.deepEqual(seen, [])
  await connection.close()
})

test('a server with a token answers those alone who bring it', limit, async (t) => {
  const base = await origin(t, serveHttp(client, 'secret'))
  const [without, with_] = [new Http(base, ''), new Http(base, 'secret')]
  await assert.rejects(ask(await without.connect(), 'echo'), { message: /200, got 401/ })
  await ask(await with_.connect(), 'echo')
})

test('a token goes unencrypted to this machine alone, and an address holds no secret', () => {
  assert.throws(() => new Http('http://example.org', 'secret'), /expected https/)
  new Http('https://example.org', 'secret')
  new Http('http://localhost:1', 'secret')
  new Http('http://example.org', '')
  assert.throws(() => new Http('https://user:secret@example.org'), /put a token into/)
  assert.throws(() => new Http('https://example.org/?key=secret'), /put a token into/)
})

test('a server that cuts off, says no HTTP or is not there', limit, async (t) => {
  const cut = await respond(t, (_, response) => {
    response.writeHead(200, { 'content-length': 100 }).write('{"id"')
    setTimeout(() => response.destroy(), 20)
  })
  await assert.rejects(ask(await new Http(cut).connect(), 'echo'), { name: 'ConnectionLost' })
  const reset = await origin(
    t,
    createSocketServer((socket) => socket.resetAndDestroy()),
  )
  await assert.rejects(ask(await new Http(reset).connect(), 'echo'), { name: 'ConnectionLost' })
  const other = await origin(
    t,
    createSocketServer((socket) => socket.end('SSH-2.0-x\r\n')),
  )
  await assert.rejects(ask(await new Http(other).connect(), 'echo'), { name: 'Garbled' })
  const gone = await new Http('http://127.0.0.1:1').connect()
  await assert.rejects(ask(gone, 'echo'), { name: 'ConnectionLost', message: /ECONNREFUSED/ })
})

test('a body that comes too slowly is overdue', limit, async (t) => {
  const base = await respond(t, (_, response) => {
    response.writeHead(200)
    const drip = setInterval(() => response.write(' '), 10)
    response.on('close', () => clearInterval(drip))
  })
  await assert.rejects(ask(await new Http(base).connect(), 'echo', {}, 100), { name: 'Overdue' })
})
