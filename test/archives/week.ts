/* One week of a community as it goes from a control node through Codex to a member, wherever they run. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TestContext } from 'node:test'
import { topicsOf } from '../../adapters/reference/archives/topics.ts'
import { wakuMessage } from '../../proto/archives/messages.ts'

const main = join(import.meta.dirname, '../../cli/main.ts')
const day = 86_400_000
const start = 1_756_684_800_000

/** A client somewhere else, with the Codex node and the store node that it is given. */
export interface Remote {
  /** Posts the body to its `/v1/call` and returns what comes back. */
  readonly post: (body: object) => Promise<object>
  readonly codexUrl: string
  readonly storeUrl: string
}

/** A program of this package, ended with the test. */
export function launch(t: TestContext, ...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  t.after(async () => {
    const ended = once(child, 'exit')
    if (child.exitCode === null && child.kill('SIGTERM')) await ended
  })
  return child
}

/** The addresses that a program tells on its first lines. */
export async function addresses(
  { stdout, stderr }: ChildProcess,
  from: 'stdout' | 'stderr',
  count: number,
): Promise<string[]> {
  const stream = from === 'stdout' ? stdout : stderr
  const found: string[] = []
  if (stream)
    for await (const line of createInterface({ input: stream })) {
      const [url] = /http:\/\/[\d.]+:\d+/.exec(line) ?? []
      if (url) found.push(url)
      if (found.length === count) break
    }
  return found
}

let id = 0

async function call<T>({ post }: Remote, now: number, op: string, params: object): Promise<T> {
  id += 1
  const answer = await post({ id, op: `archives.${op}`, instance: 'node', now, params })
  assert.ok('ok' in answer, `${op}: ${JSON.stringify(answer)}`)
  return answer.ok as T
}

/** Five messages in a week, archived by one client, announced, fetched and shown by the other. */
export async function playWeek(alice: Remote, bob: Remote): Promise<void> {
  const key = (n: number) => Buffer.alloc(32, n).toString('hex')
  const nodes = ({ codexUrl, storeUrl }: Remote) => ({ codexUrl, storeUrl })
  await call(alice, start, 'create', { privateKey: key(1), ...nodes(alice) })
  await call(bob, start, 'create', { privateKey: key(2), ...nodes(bob) })
  const made = { privateKey: key(9), name: 'Vac' }
  const { communityId } = await call<{ communityId: string }>(alice, start, 'createCommunity', made)
  const channel = { communityId, name: 'general' }
  const { chatId } = await call<{ chatId: string }>(alice, start, 'createChannel', channel)
  for (let i = 0; i < 5; i += 1)
    await call(alice, start + i * day, 'post', { communityId, chatId, text: `message ${i}` })
  await call(alice, start + 7 * day, 'advance', {})
  await call(bob, start, 'join', { communityId, description: '' })

  const { special } = topicsOf(communityId)
  type Sent = { messages: { pubsubTopic: string; wire: string }[] }
  const { messages } = await call<Sent>(alice, start + 7 * day, 'sent', { since: 0 })
  const announced = messages.filter(
    ({ wire }) => wakuMessage.decode(Buffer.from(wire, 'hex')).content_topic === special,
  )
  assert.equal(announced.length, 1)
  for (const { pubsubTopic, wire } of announced)
    await call(bob, start + 7 * day, 'receive', { pubsubTopic, wire })
  await call(bob, start + 7 * day + 21_000, 'advance', {})
  type Shown = { messages: { text: string }[] }
  const shown = await call<Shown>(bob, start + 7 * day + 21_000, 'messages', { communityId })
  assert.deepEqual(
    shown.messages.map(({ text }) => text),
    ['message 0', 'message 1', 'message 2', 'message 3', 'message 4'],
  )
}
