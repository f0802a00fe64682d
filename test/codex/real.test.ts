/* The way to real nodes, taken here by embedded ones behind their REST API: nim-codex cannot be had everywhere. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { CodexNetwork } from '../../adapters/codex/network.ts'
import { RealCodex, versionOf } from '../../adapters/codex/real.ts'
import { CodexServer } from '../../adapters/codex/server.ts'
import { conduct } from '../../cli/conduct.ts'

/** Two nodes that find each other, and the way to them: Alice's is the first, Bob's the second. */
async function way(t: TestContext) {
  const network = new CodexNetwork()
  const servers = [
    await CodexServer.listen('first', network),
    await CodexServer.listen('second', network),
  ]
  t.after(async () => {
    for (const server of servers) await server.close()
    network.close()
  })
  const urls = servers.map(({ url }) => url)
  const codex = new RealCodex(urls, (name) => (name === 'Bob' ? 1 : 0))
  const alice = await CodexServer.listen('Alice', codex)
  const bob = await CodexServer.listen('Bob', codex)
  t.after(async () => {
    for (const server of [alice, bob]) await server.close()
  })
  const api = (server: CodexServer) => `${server.url}/api/codex/v1`
  return { network, urls, codex, alice: api(alice), bob: api(bob) }
}

const upload = (api: string, body: Buffer<ArrayBuffer>) =>
  fetch(`${api}/data`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body,
  })
const bytes = Buffer.alloc(200_000, 'archive')

test('what one node is given the other can fetch; both requests are recorded', async (t) => {
  const { codex, alice, bob } = await way(t)
  const reply = await upload(alice, bytes)
  const cid = await reply.text()
  assert.match(cid, /^zDv/)
  const fetched = await fetch(`${bob}/data/${cid}/network/stream`)
  assert.deepEqual(Buffer.from(await fetched.arrayBuffer()), bytes)
  assert.equal(fetched.headers.get('content-length'), String(bytes.length))
  const [put, got] = codex.journal.entries()
  assert.deepEqual(
    [put?.node, put?.call, put?.cid, put?.size, put?.status],
    ['Alice', 'upload', cid, bytes.length, 200],
  )
  assert.deepEqual([got?.node, got?.call, got?.cid], ['Bob', 'stream', cid])
  assert.deepEqual(await codex.file(cid), bytes)
  assert.equal(await codex.node('Alice').holds(cid), true)
})

test('faults strike on the way', async (t) => {
  const { codex, alice, bob } = await way(t)
  const { faults } = codex.node('Alice')
  faults.add({ effect: 'fail', status: 503, calls: ['upload'], times: 1 })
  assert.equal((await upload(alice, bytes)).status, 503)
  faults.add({ effect: 'newline', calls: ['upload'], times: 1 })
  const line = await (await upload(alice, bytes)).text()
  const cid = line.trim()
  assert.equal(line, `${cid}\n`)
  faults.add({ effect: 'lose', calls: ['upload'], times: 1 })
  const lost = await (await upload(alice, Buffer.from('lost'))).text()
  assert.equal(await codex.node('Alice').holds(lost), false)
  assert.equal(await codex.node('Alice').holds(cid), true)

  const stream = () => fetch(`${bob}/data/${cid}/network/stream`)
  codex.node('Bob').faults.add({ effect: 'corrupt', calls: ['stream'], times: 1 })
  const damaged = Buffer.from(await (await stream()).arrayBuffer())
  assert.equal(damaged.length, bytes.length)
  assert.notDeepEqual(damaged, bytes)
  codex.node('Bob').faults.add({ effect: 'cut', calls: ['stream'], times: 1 })
  await assert.rejects(stream().then((reply) => reply.arrayBuffer()))
  codex.node('Bob').faults.withhold(cid)
  assert.equal((await stream()).status, 404)
  assert.equal((await fetch(`${bob}/data/${cid}/network/manifest`)).status, 200)
  codex.node('Bob').faults.clear()
  assert.equal((await stream()).status, 200)
})

test('in the end what came is deleted, and nothing else', async (t) => {
  const { network, codex, alice, bob } = await way(t)
  async function* before() {
    yield Buffer.from('there before')
  }
  const { cid: other } = await network.node('first').upload(before())
  const cid = await (await upload(alice, bytes)).text()
  await (await fetch(`${bob}/data/${cid}/network/stream`)).arrayBuffer()
  assert.deepEqual(await codex.node('Alice').list(), await codex.node('Bob').list())
  await codex.close()
  assert.deepEqual(
    network
      .node('first')
      .list()
      .map((one) => one.cid),
    [other],
  )
  assert.deepEqual(network.node('second').list(), [])
})

const asked = { adapter: 'reference', areas: [], tags: '', seed: '5eed' }

test('scenarios run through real nodes; those that need told time are not measured', async (t) => {
  const { urls } = await way(t)
  assert.equal(await versionOf(urls[0] ?? ''), 'embedded embedded')
  const ids = ['ARCH-SERVE-07', 'ARCH-FETCH-02', 'ARCH-SEED-02']
  const conducted = await conduct({ ...asked, ids, codex: urls.join() })
  await conducted.finished
  const results = conducted.results(false)
  const { digests } = results.adapter
  assert.equal(digests.codex, 'embedded embedded')
  const verdicts = Object.fromEntries(
    results.requirements.map(({ id, verdict, reason }) => [id, `${verdict}: ${reason}`]),
  )
  assert.equal(verdicts['ARCH-SERVE-07'], 'pass: ')
  assert.equal(verdicts['ARCH-FETCH-02'], 'pass: ')
  assert.match(
    verdicts['ARCH-SEED-02'] ?? '',
    /^not-measured: .*a real node, which goes by a clock/,
  )
})

test('where no node answers nothing is measured', async () => {
  const codex = 'http://127.0.0.1:1'
  const conducted = await conduct({ ...asked, ids: ['ARCH-SERVE-07'], codex })
  await conducted.finished
  const { exit, requirements } = conducted.results(false)
  assert.equal(exit, 4)
  assert.match(requirements[0]?.reason ?? '', /^no Codex node at http:\/\/127\.0\.0\.1:1: /)
})

test('an address that is none is told before anything runs', async () => {
  for (const codex of ['', 'codex', 'https://a,b', 'http://a,http://b,http://c'])
    await assert.rejects(conduct({ ...asked, ids: ['ARCH-SERVE-07'], codex }), {
      name: 'UsageError',
      message: /expected --codex as docker:IMAGE, URL or URL,URL/,
    })
})
