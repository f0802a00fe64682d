import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { on } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { Results } from '../../reports/results.ts'
import { requirements } from '../../spec/requirements.ts'
import { engineFor } from './engine.ts'

const SEED = '5eed'
/** Of archives, whose scenarios are months long, what asks the suite's Codex and store nodes. */
const NODES = ['ARCH-MISS-02', 'ARCH-INDEX-01']
/** All of SDS, and of the others enough to have every kind of call; a whole run says the same and takes minutes. */
const asked = [...requirements().values()]
  .filter(
    ({ id, area }, at) =>
      area === 'sds' || NODES.includes(id) || (area !== 'archives' && at % 5 === 0),
  )
  .flatMap(({ id }) => ['--id', id])
const LAUNCH = 'cli/launch.js'
const limit = { timeout: 600_000 }

function start(t: TestContext, ...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [LAUNCH, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  t.after(() => child.kill('SIGKILL'))
  return child
}

/** Waits for a text on stderr. */
async function told(child: ChildProcess, pattern: RegExp): Promise<string> {
  let text = ''
  for await (const [chunk] of on(child.stderr as NodeJS.ReadableStream, 'data', {
    close: ['end'],
  })) {
    const match = pattern.exec((text += chunk))
    if (match) return String(match[1])
  }
  throw new Error(`expected ${pattern} on stderr, got ${text}`)
}

/** A whole run; `meanwhile` sees it begin. */
async function run(t: TestContext, adapter: string, meanwhile?: (run: ChildProcess) => unknown) {
  const out = mkdtempSync(join(tmpdir(), 'vac-conformance-'))
  t.after(() => rmSync(out, { recursive: true }))
  const child = start(t, 'run', '--adapter', adapter, '--seed', SEED, '--out', out, ...asked)
  const ended = new Promise((done) => child.once('exit', done))
  await meanwhile?.(child)
  child.stderr?.resume()
  await ended
  return JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as Results
}

const judged = ({ requirements }: Results) =>
  requirements.map(({ id, verdict, reason }) => ({ id, verdict, reason }))

let direct: Promise<Results> | undefined
async function same(t: TestContext, results: Results): Promise<void> {
  direct ??= run(t, 'reference')
  const expected = await direct
  assert.ok(expected.summary.pass > 0)
  assert.deepEqual(judged(results), judged(expected))
  assert.equal(results.exit, expected.exit)
  const seconds = ({ wallMs }: Results) => (wallMs / 1000).toFixed(1)
  t.diagnostic(
    `${results.adapter.address}: ${results.summary.total} requirements in ${seconds(results)} s, the reference in ${seconds(expected)} s`,
  )
}

test('a worker thread gives the verdicts of the reference', limit, async (t) => {
  await same(t, await run(t, 'inproc:./adapters/reference/inproc.ts'))
})

test('a program gives the verdicts of the reference', limit, async (t) => {
  await same(t, await run(t, `exec:node ${LAUNCH} serve --stdio`))
})

test('a server gives the verdicts of the reference', limit, async (t) => {
  const server = start(t, 'serve', '--http', '0')
  await same(t, await run(t, await told(server, /(http:\/\/\S+)/)))
})

test('a client that attaches gives the verdicts of the reference', limit, async (t) => {
  const results = await run(t, 'attach:0', async (suite) =>
    start(t, 'serve', '--attach', await told(suite, /127\.0\.0\.1:(\d+)/)),
  )
  await same(t, results)
})

test('a container gives the verdicts of the reference', limit, async (t) => {
  if (!(await engineFor(t))) return
  const results = await run(t, 'docker:adapters/reference/Dockerfile')
  assert.match(results.adapter.digests.image ?? '', /^sha256:/)
  await same(t, results)
})
