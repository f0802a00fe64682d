/*
A member is killed at random points of an import of two archives. Afterwards the messages of each week are
the old ones or the new ones, never some of both, and a restart completes the import.
VAC_CRASH_POINTS says how many points are tried; a few where it is not set.
*/
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { CodexNetwork } from '../../adapters/codex/network.ts'
import { CodexServer } from '../../adapters/codex/server.ts'
import { ArchiveNode } from '../../adapters/reference/archives/node.ts'
import { Outbox } from '../../adapters/reference/archives/outbox.ts'
import { topicsOf } from '../../adapters/reference/archives/topics.ts'
import { StoreNode } from '../../adapters/store/node.ts'
import { StoreServer } from '../../adapters/store/server.ts'
import { wakuMessage } from '../../proto/archives/messages.ts'

const points = Number(process.env.VAC_CRASH_POINTS ?? 4)
const perWeek = 150
const day = 86_400_000
const start = 1_756_684_800_000
const announced = start + 14 * day
const due = announced + 20_000
const root = mkdtempSync(join(tmpdir(), 'crash-test-'))

const network = new CodexNetwork()
const store = new StoreNode()
const codex = {
  alice: await CodexServer.listen('alice', network),
  bob: await CodexServer.listen('bob', network),
}
const asked = await StoreServer.listen('both', store)

function open(name: 'alice' | 'bob', folder: string, now: number, outbox = new Outbox()) {
  const privateKey = Buffer.alloc(32, name === 'alice' ? 1 : 2)
  const config = { folder, privateKey, codexUrl: codex[name].url, storeUrl: asked.url }
  return { node: new ArchiveNode(config, outbox, now), outbox }
}

/** Alice archives two weeks; Bob has other messages of them and has heard the announcement. */
async function prepare(): Promise<string> {
  const alice = open('alice', join(root, 'alice'), start)
  const id = alice.node.createCommunity(Buffer.alloc(32, 9), 'Vac', start)
  const chatId = alice.node.createChannel(id, 'general', start)
  for (let i = 0; i < 2 * perWeek; i += 1) {
    const now = start + Math.floor((i * 14 * day) / (2 * perWeek)) + 1_000
    await alice.node.advance(now)
    alice.node.post(id, chatId, `new ${i < perWeek ? 1 : 2}`, now)
  }
  await alice.node.advance(announced)
  const bob = open('bob', join(root, 'bob'), start)
  bob.node.join(id, alice.node.parts.communities.get(id).description ?? new Uint8Array(), start)
  await bob.node.advance(start)
  const rows = [1, 2].flatMap((week) =>
    Array.from({ length: 40 }, (_, i) => ({
      messageId: `old ${week} ${i}`,
      chatId,
      at: start + (week - 1) * 7 * day + i * 3_600_000 + 1,
      author: bob.node.publicKey,
      text: `old ${week}`,
    })),
  )
  bob.node.seed(id, rows)
  const special = alice.outbox
    .since(0)
    .findLast(({ wire }) => wakuMessage.decode(wire).content_topic === topicsOf(id).special)
  assert.ok(special, 'Alice announced nothing')
  await bob.node.advance(announced)
  bob.node.receive(special.pubsubTopic, special.wire, announced)
  bob.node.stop()
  alice.node.stop()
  return id
}

/** What Bob has of each week: `old`, `new` or something else. */
function weeks(node: ArchiveNode, id: string): string[] {
  const texts = node.parts.chat.all(id).map(({ text }) => text)
  return [1, 2].map((week) => {
    const old = texts.filter((text) => text === `old ${week}`).length
    const fresh = texts.filter((text) => text === `new ${week}`).length
    if (old === 40 && fresh === 0) return 'old'
    return old === 0 && fresh === perWeek ? 'new' : `${old} old and ${fresh} new`
  })
}

/** A number from 0 to 1 that depends on nothing but the point. */
function fraction(point: number): number {
  return createHash('sha256').update(`point ${point}`).digest().readUInt32BE() / 2 ** 32
}

/** Runs the import in a process of its own and kills it after so many milliseconds. */
async function kill(folder: string, after: number): Promise<'killed' | 'done'> {
  const script = join(import.meta.dirname, 'crashing-member.ts')
  const args = [script, folder, codex.bob.url, asked.url, String(announced), String(due)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  await lines.next()
  const outcome = await Promise.race([
    delay(after, 'killed' as const),
    lines.next().then(() => 'done' as const),
  ])
  child.kill('SIGKILL')
  await ended
  return outcome
}

test(`a member killed at ${points} points of an import loses nothing and mixes nothing`, async (t) => {
  t.after(async () => {
    for (const server of [codex.alice, codex.bob, asked]) await server.close()
    network.close()
    rmSync(root, { recursive: true })
  })
  const id = await prepare()
  const whole = join(root, 'whole')
  cpSync(join(root, 'bob'), whole, { recursive: true })
  const began = performance.now()
  assert.equal(await kill(whole, 60_000), 'done')
  // From the first line on; starting the process is no part of the import.
  const span = Math.min(performance.now() - began, 3_000)
  const seen = new Map<string, number>()
  for (let point = 0; point < points; point += 1) {
    const folder = join(root, `point-${point}`)
    cpSync(join(root, 'bob'), folder, { recursive: true })
    const outcome = await kill(folder, fraction(point) * span)
    const { node } = open('bob', folder, due)
    const found = weeks(node, id)
    for (const week of found)
      assert.match(week, /^(old|new)$/, `killed at point ${point}: ${found}`)
    const state = `${outcome}: ${found.join(', ')}`
    seen.set(state, (seen.get(state) ?? 0) + 1)
    await node.advance(due + 3_600_000)
    assert.deepEqual(
      weeks(node, id),
      ['new', 'new'],
      `after point ${point} the import is completed`,
    )
    node.stop()
    rmSync(folder, { recursive: true })
  }
  t.diagnostic([...seen].map(([state, count]) => `${state}: ${count} times`).join('; '))
})
