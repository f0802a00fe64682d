import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { CodexNetwork } from '../../adapters/codex/network.ts'
import { CodexServer } from '../../adapters/codex/server.ts'
import { ArchiveNode } from '../../adapters/reference/archives/node.ts'
import { Outbox } from '../../adapters/reference/archives/outbox.ts'
import { topicsOf } from '../../adapters/reference/archives/topics.ts'
import { StoreNode } from '../../adapters/store/node.ts'
import { StoreServer } from '../../adapters/store/server.ts'
import { archive, archiveIndex, wakuMessage } from '../../proto/archives/messages.ts'

const day = 86_400_000
const start = 1_700_000_000_000
const key = (n: number) => Buffer.alloc(32, n)

let folder: string
let network: CodexNetwork
let store: StoreNode
let servers: { close(): Promise<void> }[]
let nodes: ArchiveNode[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'archives-test-'))
  network = new CodexNetwork()
  network.now = start
  store = new StoreNode()
  store.now = start
  servers = []
  nodes = []
})
afterEach(async () => {
  for (const node of nodes) node.stop()
  for (const server of servers) await server.close()
  network.close()
  rmSync(folder, { recursive: true })
})

async function node(name: string, secret: number, now = start) {
  const codex = await CodexServer.listen(name, network)
  const asker = await StoreServer.listen(name, store)
  servers.push(codex, asker)
  const outbox = new Outbox()
  const config = {
    folder: join(folder, name),
    privateKey: key(secret),
    codexUrl: codex.url,
    storeUrl: asker.url,
  }
  const made = new ArchiveNode(config, outbox, now)
  nodes.push(made)
  return { node: made, outbox }
}

async function to(now: number) {
  network.now = now
  store.now = now
  for (const one of nodes) await one.advance(now)
}

async function bytesOf(cid: string): Promise<Buffer> {
  const content = await network.node('probe').content(cid)
  assert.ok(content, `${cid} is not on the network`)
  const chunks: Uint8Array[] = []
  for await (const chunk of content.stream()) chunks.push(chunk)
  return Buffer.concat(chunks)
}

test('control to Codex to member: what was said arrives, what was never sent goes', async () => {
  const alice = await node('alice', 1)
  const bob = await node('bob', 2)
  const id = alice.node.createCommunity(key(9), 'Vac', start)
  const general = alice.node.createChannel(id, 'general', start)
  for (let i = 0; i < 20; i += 1) alice.node.post(id, general, `message ${i}`, start + i * 1_000)
  const description = alice.node.parts.communities.get(id).description
  assert.ok(description)
  bob.node.join(id, description, start)
  bob.node.post(id, general, 'never sent', start + 5_500)
  assert.equal(bob.node.parts.chat.all(id).length, 1)

  await to(start + 7 * day)
  const topics = topicsOf(id)
  const announcements = alice.outbox
    .since(0)
    .filter(({ wire }) => wakuMessage.decode(wire).content_topic === topics.special)
  assert.equal(announcements.length, 1)
  for (const { pubsubTopic, wire } of announcements)
    bob.node.receive(pubsubTopic, wire, start + 7 * day)
  await to(start + 7 * day + 19_999)
  assert.deepEqual(network.journal.entries('bob'), [])
  await to(start + 7 * day + 20_000)

  const texts = bob.node.parts.chat.all(id).map(({ text }) => text)
  assert.deepEqual(
    texts,
    Array.from({ length: 20 }, (_, i) => `message ${i}`),
  )
  const [asked] = network.journal.entries('bob').filter(({ call }) => call === 'stream')
  const index = archiveIndex.decode(await bytesOf(asked?.cid ?? ''))
  assert.equal(index.archives.size, 1)
  const [entry] = index.archives.values()
  const read = archive.decode(await bytesOf(entry?.cid ?? ''))
  assert.equal(read.messages.length, 20)
  assert.equal(read.metadata?.from, BigInt(start) * 1_000_000n)
})

test('thirty days offline give four archives and two days that wait', async () => {
  const alice = await node('alice', 1)
  const id = alice.node.createCommunity(key(9), 'Vac', start)
  alice.node.post(id, 'general', 'before', start)
  const carol = await node('carol', 3)
  carol.node.parts.communities.join(id, start)
  for (let d = 0; d < 30; d += 1) carol.node.post(id, 'general', `day ${d}`, start + d * day + 1)
  network.now = start + 30 * day
  store.now = start + 30 * day
  for (const { pubsubTopic, wire } of carol.outbox.since(0)) store.put(pubsubTopic, wire)
  nodes.splice(nodes.indexOf(alice.node), 1)
  alice.node.stop()
  const again = await node('alice', 1, start + 30 * day)
  again.node.restarted()
  await to(start + 30 * day)
  const files = network
    .node('alice')
    .list()
    .map(({ filename }) => filename ?? '')
  assert.equal(files.filter((name) => name.endsWith('.archive')).length, 4)
  assert.equal(files.filter((name) => name === 'index').length, 1)
  await to(start + 35 * day)
  assert.equal(network.node('alice').list().length, 6)
})
