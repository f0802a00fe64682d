import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { CodexNetwork } from '../../adapters/codex/network.ts'
import { CodexServer } from '../../adapters/codex/server.ts'

const network = new CodexNetwork()
let control: CodexServer
let member: CodexServer

before(async () => {
  control = await CodexServer.listen('control', network)
  member = await CodexServer.listen('member', network)
})
after(async () => {
  await control.close()
  await member.close()
  network.close()
})

const octets = { 'content-type': 'application/octet-stream' }
const unknown = 'zDvZRwzm1ePSzKSXt57D5YxHwcSDmsCyYN65wW4HT7fuX9HrzFXy'

function ask(server: CodexServer, method: string, path: string, init: RequestInit = {}) {
  return fetch(`${server.url}/api/codex/v1${path}`, { method, ...init })
}

async function upload(text: string, headers: Record<string, string> = octets): Promise<string> {
  const reply = await ask(control, 'POST', '/data', { body: Buffer.from(text), headers })
  assert.equal(reply.status, 200)
  return reply.text()
}

test('an upload answers its CID as bare text', async () => {
  const cid = await upload('Hello World!', {
    'content-type': 'text/plain',
    'content-disposition': 'attachment; filename="hello.txt"',
  })
  assert.equal(cid, 'zDvZRwzmAkhzDRPH5EW242gJBNZ2T7aoH2v1fVH66FxXL4kSbvyM')
})

test('an upload streams in and a download streams out with its headers', async () => {
  const sent = Buffer.alloc(3_000_000, 'archive')
  const reply = await ask(control, 'POST', '/data', { body: sent, headers: octets })
  const got = await ask(member, 'GET', `/data/${await reply.text()}/network/stream`)
  assert.equal(got.headers.get('content-type'), 'application/octet-stream')
  assert.equal(got.headers.get('content-length'), '3000000')
  assert.equal(got.headers.get('content-disposition'), 'attachment')
  assert.deepEqual(Buffer.from(await got.arrayBuffer()), sent)
})

test('local means local, network means network', async () => {
  const cid = await upload('only at the control node')
  assert.equal((await ask(member, 'GET', `/data/${cid}`)).status, 404)
  assert.equal((await ask(member, 'GET', `/data/${cid}/network/stream`)).status, 200)
  assert.equal((await ask(member, 'GET', `/data/${cid}`)).status, 200)
})

test('exists answers with the CID itself and sees the manifest only', async () => {
  const cid = await upload('manifest first')
  network.node('member').faults.withhold(cid)
  assert.deepEqual(await (await ask(member, 'GET', `/data/${cid}/exists`)).json(), { [cid]: false })
  assert.equal((await ask(member, 'POST', `/data/${cid}/network`)).status, 200)
  assert.deepEqual(await (await ask(member, 'GET', `/data/${cid}/exists`)).json(), { [cid]: true })
  assert.equal((await ask(member, 'GET', `/data/${cid}`)).status, 404)
})

test('the list shows cid and manifest', async () => {
  const cid = await upload('listed')
  const { content } = (await (await ask(control, 'GET', '/data')).json()) as {
    content: { cid: string; manifest: Record<string, unknown> }[]
  }
  const { treeCid, ...manifest } = content.find((entry) => entry.cid === cid)?.manifest ?? {}
  assert.match(String(treeCid), /^zDz/)
  assert.deepEqual(manifest, {
    datasetSize: 6,
    blockSize: 65_536,
    protected: false,
    filename: null,
    mimetype: 'application/octet-stream',
  })
})

test('delete answers 204 also for what is not there', async () => {
  const cid = await upload('gone soon')
  assert.equal((await ask(control, 'DELETE', `/data/${cid}`)).status, 204)
  assert.equal((await ask(control, 'GET', `/data/${cid}`)).status, 404)
  assert.equal((await ask(control, 'DELETE', `/data/${cid}`)).status, 204)
})

test('what a node refuses', async () => {
  const post = (body: string, headers: Record<string, string>) =>
    ask(control, 'POST', '/data', { body: Buffer.from(body), headers }).then((r) => r.status)
  assert.equal(await post('', octets), 500)
  assert.equal(await post('x', { 'content-type': 'text/markdown' }), 422)
  assert.equal(await post('x', { 'content-type': 'text/plain;charset=UTF-8' }), 422)
  assert.equal(
    await post('x', { ...octets, 'content-disposition': 'attachment; filename="a/b"' }),
    422,
  )
  assert.equal((await ask(control, 'GET', '/data/magnet')).status, 400)
  assert.equal((await ask(control, 'GET', `/data/${unknown}/network/stream`)).status, 404)
  assert.equal((await ask(control, 'GET', `/data/${unknown}/network/manifest`)).status, 404)
})

test('faults strike at the interface and the journal tells', async () => {
  const { faults } = network.node('control')
  const since = network.journal.length
  network.now = 1_700_000_000_000
  faults.add({ effect: 'fail', calls: ['upload'], status: 503, times: 1 })
  faults.add({ effect: 'newline', calls: ['upload'], times: 1 })
  faults.add({ effect: 'corrupt', calls: ['local'], times: 1 })
  faults.add({ effect: 'cut', calls: ['local'], times: 1 })
  const body = Buffer.from('to be damaged')
  assert.equal((await ask(control, 'POST', '/data', { body, headers: octets })).status, 503)
  const answered = await (await ask(control, 'POST', '/data', { body, headers: octets })).text()
  assert.ok(answered.endsWith('\n'))
  const cid = answered.trim()
  const damaged = await (await ask(control, 'GET', `/data/${cid}`)).arrayBuffer()
  assert.equal(damaged.byteLength, body.length)
  assert.notDeepEqual(Buffer.from(damaged), body)
  await assert.rejects(ask(control, 'GET', `/data/${cid}`).then((r) => r.arrayBuffer()))
  assert.deepEqual(
    Buffer.from(await (await ask(control, 'GET', `/data/${cid}`)).arrayBuffer()),
    body,
  )
  const seen = network.journal.entries('control', since)
  assert.deepEqual(
    seen.map((e) => [e.call, e.status]),
    [
      ['upload', 503],
      ['upload', 200],
      ['local', 200],
      ['local', 200],
      ['local', 200],
    ],
  )
  assert.equal(seen[1]?.cid, cid)
  assert.equal(seen[1]?.size, body.length)
  assert.equal(seen[1]?.at, 1_700_000_000_000)
})

test('a hanging call never answers', async () => {
  network.node('control').faults.add({ effect: 'hang', calls: ['space'], times: 1 })
  const signal = AbortSignal.timeout(100)
  await assert.rejects(ask(control, 'GET', '/space', { signal }), { name: 'TimeoutError' })
  assert.equal((await ask(control, 'GET', '/space')).status, 200)
})

test('a lost upload is answered and not kept', async () => {
  network.node('control').faults.add({ effect: 'lose', calls: ['upload'], times: 1 })
  const cid = await upload('into the void')
  assert.equal((await ask(control, 'GET', `/data/${cid}`)).status, 404)
})
