import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite, type TestContext, test } from 'node:test'
import { NoHello, Session } from '../../adapters/session.ts'
import { Exec } from '../../adapters/transports/exec.ts'

const folder = join(import.meta.dirname, '../../adapters/impostors')
const NOW = 1_000_000
const create = { participantId: 'a', channelId: 'c', seed: '00', config: {} }

function start(t: TestContext, name: string, deadlineMs = 20_000): Session {
  const session = new Session(new Exec(`node main.ts ${name}`, folder), { deadlineMs })
  t.after(() => session.close())
  return session
}

const called = (session: Session) => session.call('sds.create', 'a', NOW, create)
const sent = (session: Session, content: string) => session.call('sds.send', 'a', NOW, { content })

suite('impostors', { concurrency: 4 }, () => {
  test('dead never says hello', async (t) => {
    await assert.rejects(start(t, 'dead').introduce(), NoHello)
  })

  test('silent never says hello', async (t) => {
    await assert.rejects(start(t, 'silent', 500).introduce(), NoHello)
  })

  /** What the first call after hello comes to, and a later one. */
  const outcomes: Record<string, [first: string, later: string]> = {
    'crashes-on-first-call': ['crash', 'crash'],
    echo: ['protocol', 'protocol'],
    'accept-all': ['ok', 'ok'],
    'reject-all': ['protocol', 'rejected'],
    'reject-what-it-may': ['ok', 'rejected'],
    'unsupported-all': ['unsupported', 'unsupported'],
    'error-all': ['error', 'error'],
    constant: ['ok', 'ok'],
    'ignores-clock': ['ok', 'ok'],
    random: ['ok', 'ok'],
    parrot: ['ok', 'ok'],
    'floods-stderr': ['ok', 'ok'],
    'two-replies': ['ok', 'protocol'],
    'stdout-noise': ['protocol', 'protocol'],
  }

  for (const [name, [first, later]] of Object.entries(outcomes))
    test(`${name} claims everything, then answers ${first} and ${later}`, async (t) => {
      const session = start(t, name)
      const { areas, capabilities } = await session.introduce()
      assert.deepEqual(areas, ['sds', 'voting', 'archives', 'payloads'])
      assert.ok(capabilities.includes('sds.sync'))
      const outcome = await called(session)
      assert.equal(outcome.kind, first, JSON.stringify(outcome))
      assert.equal((await session.call('sds.receive', 'a', NOW, { wire: '' })).kind, later)
    })

  test('hangs until it is killed', async (t) => {
    const session = start(t, 'hangs', 4_000)
    await session.introduce()
    assert.equal((await called(session)).kind, 'timeout')
  })

  test('exits-0-mid-run ends after some answers', async (t) => {
    const session = start(t, 'exits-0-mid-run')
    await session.introduce()
    const kinds: string[] = []
    for (let i = 0; i < 6; i++) kinds.push((await sent(session, '01')).kind)
    assert.deepEqual(kinds, ['ok', 'ok', 'ok', 'ok', 'ok', 'crash'])
  })

  test('ignores-clock and random tell inputs apart, constant does not', async (t) => {
    for (const [name, same] of [
      ['constant', true],
      ['ignores-clock', false],
      ['random', false],
    ] as const) {
      const session = start(t, name)
      // Two answers by chance may be alike; not eight of them.
      const answers = new Set<string>()
      for (let i = 1; i <= 8; i++) answers.add(JSON.stringify(await sent(session, `0${i}`)))
      assert.equal(answers.size === 1, same, name)
    }
  })

  test('parrot gives back what it was given', async (t) => {
    const session = start(t, 'parrot')
    await session.call('sds.receive', 'a', NOW, { wire: 'c0ffee' })
    const outcome = await sent(session, '01')
    assert.ok(outcome.kind === 'ok')
    assert.equal(outcome.ok.wire, 'c0ffee')
  })

  test('constant and replays-old-run say what was recorded, in order', async (t) => {
    const kept = mkdtempSync(join(tmpdir(), 'recording-'))
    t.after(() => rmSync(kept, { recursive: true }))
    const record = join(kept, 'run.ndjson')
    const answers = ['aa', 'bb'].map((wire) => ({ messageId: wire, wire }))
    const request = { id: 1, op: 'sds.send', instance: 'somebody', now: 0, params: {} }
    const lines = answers.map((ok) => JSON.stringify({ request, reply: { id: 1, ok } }))
    writeFileSync(record, lines.join('\n'))
    for (const [name, expected] of [
      ['constant', ['aa', 'aa', 'aa']],
      ['replays-old-run', ['aa', 'bb', 'aa']],
    ] as const) {
      const session = start(t, `${name} --record ${record}`)
      const said: string[] = []
      for (let i = 0; i < 3; i++) {
        const outcome = await sent(session, '01')
        assert.ok(outcome.kind === 'ok', JSON.stringify(outcome))
        said.push(outcome.ok.wire)
      }
      assert.deepEqual(said, expected)
    }
  })
})
