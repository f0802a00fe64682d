/* Control node, Codex and member, each in a process of its own and reached over HTTP alone. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { type TestContext, test } from 'node:test'
import { topicsOf } from '../../adapters/reference/archives/topics.ts'
import { StoreNode } from '../../adapters/store/node.ts'
import { StoreServer } from '../../adapters/store/server.ts'
import { wakuMessage } from '../../proto/archives/messages.ts'

const main = join(import.meta.dirname, '../../cli/main.ts')
const day = 86_400_000
const start = 1_756_684_800_000

function launch(t: TestContext, ...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  t.after(async () => {
    const ended = once(child, 'exit')
    if (child.exitCode === null && child.kill('SIGTERM')) await ended
  })
  return child
}

/** The addresses that a program tells on its first lines. */
async function addresses(stream: Readable | null, count: number): Promise<string[]> {
  const found: string[] = []
  if (stream)
    for await (const line of createInterface({ input: stream })) {
      const [url] = /http:\/\/[\d.]+:\d+/.exec(line) ?? []
      if (url) found.push(url)
      if (found.length === count) break
    }
  return found
}

test('a week goes from the control node through Codex to the member', async (t) => {
  const codex = launch(t, 'codex', 'serve', '--nodes', 'control,member')
  const [controlCodex = '', memberCodex = ''] = await addresses(codex.stdout, 2)
  const [alice = ''] = await addresses(launch(t, 'serve', '--http', '0').stderr, 1)
  const [bob = ''] = await addresses(launch(t, 'serve', '--http', '0').stderr, 1)
  const store = await StoreServer.listen('both', new StoreNode())
  t.after(() => store.close())

  let id = 0
  async function call<T>(url: string, now: number, op: string, params: object): Promise<T> {
    id += 1
    const body = JSON.stringify({ id, op: `archives.${op}`, instance: 'node', now, params })
    const headers = { 'content-type': 'application/json' }
    const reply = await fetch(`${url}/v1/call`, { method: 'POST', body, headers })
    const answer = (await reply.json()) as { ok?: T }
    assert.ok(answer.ok, `${op}: ${JSON.stringify(answer)}`)
    return answer.ok
  }
  const key = (n: number) => Buffer.alloc(32, n).toString('hex')
  type Sent = { messages: { pubsubTopic: string; wire: string }[] }
  type Shown = { messages: { text: string }[] }

  const storeUrl = store.url
  await call(alice, start, 'create', { privateKey: key(1), codexUrl: controlCodex, storeUrl })
  await call(bob, start, 'create', { privateKey: key(2), codexUrl: memberCodex, storeUrl })
  const made = { privateKey: key(9), name: 'Vac' }
  const { communityId } = await call<{ communityId: string }>(alice, start, 'createCommunity', made)
  const channel = { communityId, name: 'general' }
  const { chatId } = await call<{ chatId: string }>(alice, start, 'createChannel', channel)
  for (let i = 0; i < 5; i += 1)
    await call(alice, start + i * day, 'post', { communityId, chatId, text: `message ${i}` })
  await call(alice, start + 7 * day, 'advance', {})
  await call(bob, start, 'join', { communityId, description: '' })

  const { special } = topicsOf(communityId)
  const { messages } = await call<Sent>(alice, start + 7 * day, 'sent', { since: 0 })
  const announced = messages.filter(
    ({ wire }) => wakuMessage.decode(Buffer.from(wire, 'hex')).content_topic === special,
  )
  assert.equal(announced.length, 1)
  for (const { pubsubTopic, wire } of announced)
    await call(bob, start + 7 * day, 'receive', { pubsubTopic, wire })
  await call(bob, start + 7 * day + 21_000, 'advance', {})
  const shown = await call<Shown>(bob, start + 7 * day + 21_000, 'messages', { communityId })
  assert.deepEqual(
    shown.messages.map(({ text }) => text),
    ['message 0', 'message 1', 'message 2', 'message 3', 'message 4'],
  )
})
