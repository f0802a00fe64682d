import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { CodexClient } from '../../adapters/reference/archives/codex-client.ts'

/** What a client gets to hear from a node that does so with each request. */
async function listed(onRequest: RequestListener): Promise<Set<string>> {
  const server = createServer(onRequest).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  try {
    return await new CodexClient(`http://127.0.0.1:${port}`).list()
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

test('a process that stood still for a second does not take it for silence of its Codex node', async () => {
  const cids = await listed((_, response) => {
    const end = performance.now() + 1_000
    while (performance.now() < end);
    response.end('{"content":[{"cid":"z1"}]}')
  })
  assert.deepEqual([...cids], ['z1'])
})

test('a Codex node that says nothing is given up', async () => {
  await assert.rejects(
    listed(() => {}),
    { name: 'CodexFault', message: /nothing came for 500 ms/ },
  )
})
