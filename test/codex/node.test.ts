import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CodexNetwork } from '../../adapters/codex/network.ts'

const day = 86_400_000

async function* bytes(text: string, times = 1): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < times; i += 1) yield Buffer.from(text)
}

async function textOf(content: { stream(): AsyncIterable<Uint8Array> } | undefined) {
  assert.ok(content, 'the node has no content')
  const chunks: Uint8Array[] = []
  for await (const chunk of content.stream()) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

test('a node holds only what it was given until it fetches from a peer', async () => {
  using network = new CodexNetwork()
  const { cid } = await network.node('control').upload(bytes('archive'))
  const member = network.node('member')
  assert.equal(member.localManifest(cid), undefined)
  assert.equal(await textOf(await member.content(cid)), 'archive')
  assert.ok(member.holds(cid))
  network.node('control').delete(cid)
  assert.equal(await textOf(await member.content(cid)), 'archive')
})

test('with the data withheld only the manifest arrives', async () => {
  using network = new CodexNetwork()
  const { cid } = await network.node('control').upload(bytes('archive'))
  const member = network.node('member')
  member.faults.withhold(cid)
  assert.equal(await member.content(cid), undefined)
  assert.ok(member.localManifest(cid))
  assert.ok(!member.holds(cid))
  member.faults.clear()
  assert.equal(await textOf(await member.content(cid)), 'archive')
})

test('large datasets go through a file and come back whole', async () => {
  using network = new CodexNetwork()
  const node = network.node('a')
  const { cid, size } = await node.upload(bytes('0123456789abcdef'.repeat(4096), 40))
  assert.equal(size, 40 * 65_536)
  assert.equal((await textOf(await node.content(cid))).length, size)
  assert.equal(node.used - 40 * 65_536, node.localManifest(cid)?.bytes.length)
})

test('blocks live for their time to live and go at the next maintenance, ten minutes apart', async () => {
  using network = new CodexNetwork()
  network.now = 1_000 * day
  const node = network.node('a')
  node.ttl = 30 * 86_400
  const { cid } = await node.upload(bytes('archive'))
  network.now += 30 * day
  assert.ok(node.holds(cid), 'expiry is strict')
  network.now += 600_000
  assert.ok(!node.holds(cid))
})

test('a time to live of 0 collects at the next maintenance', async () => {
  using network = new CodexNetwork()
  network.now = 1_000 * day
  const node = network.node('a')
  node.ttl = 0
  const { cid } = await node.upload(bytes('archive'))
  assert.ok(node.holds(cid))
  network.now += 600_000
  assert.ok(!node.holds(cid))
})

test('the same bytes again prolong the life', async () => {
  using network = new CodexNetwork()
  network.now = 1_000 * day
  const node = network.node('a')
  node.ttl = 10 * 86_400
  const { cid } = await node.upload(bytes('archive'))
  network.now += 9 * day
  assert.equal((await node.upload(bytes('archive'))).cid, cid)
  network.now += 9 * day
  assert.ok(node.holds(cid))
})

test('what does not fit is refused and leaves nothing', async () => {
  using network = new CodexNetwork({ quota: 100 })
  const node = network.node('a')
  await assert.rejects(node.upload(bytes('x'.repeat(101))), /room for 100 bytes/)
  assert.equal(node.used, 0)
})

test('a fault lets some requests pass, strikes its times and ends', () => {
  using network = new CodexNetwork()
  const { faults } = network.node('a')
  faults.add({ effect: 'fail', calls: ['upload'], skip: 1, times: 2, status: 503 })
  const struck = Array.from({ length: 5 }, () => faults.strike('upload')?.status)
  assert.deepEqual(struck, [undefined, 503, 503, undefined, undefined])
  assert.equal(faults.strike('local'), undefined)
})
