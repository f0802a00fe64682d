import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { mutants } from '../../adapters/mutants/mutant.ts'
import { baseline } from '../../cli/baseline.ts'
import { gate } from '../../cli/gate.ts'
import { report } from '../../cli/report.ts'
import { run as runCommand } from '../../cli/run.ts'
import { readResults } from '../../reports/read.ts'
import type { Results } from '../../reports/results.ts'

/* Real runs of the command, because what is tested is that ways of running make no difference. */

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'runs-'))
const IDS = ['SDS-SEND-01', 'SDS-SEND-02', 'SDS-SEND-03', 'SDS-RECV-09', 'SDS-DELIV-01']
/** A client that is known to break one of them, whichever the present mutants have for it. */
const MUTANT = `mutant:${mutants().find(({ breaks }) => breaks === 'SDS-SEND-01')?.name}`

after(() => rmSync(folder, { recursive: true, force: true }))

function command(...args: string[]) {
  const options = { cwd: root, encoding: 'utf8', timeout: 60_000 } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/main.ts', ...args], options)
  return { status, text: `${stdout}\n${stderr}` }
}

function run(name: string, adapter: string, ...flags: string[]) {
  const out = join(folder, name)
  const ids = IDS.flatMap((id) => ['--id', id])
  const ended = command(
    'run',
    '--adapter',
    adapter,
    ...ids,
    '--seed',
    '0011',
    '--out',
    out,
    ...flags,
  )
  return { ...ended, file: join(out, 'results.json') }
}

/** Results without wall times, which no two runs share. */
function timeless(file: string): Results {
  const results = readResults(file)
  return {
    ...results,
    startedAt: '',
    wallMs: 0,
    requirements: results.requirements.map((each) => ({
      ...each,
      cases: each.cases.map((one) => ({ ...one, wallMs: 0 })),
    })),
  }
}

let whole: ReturnType<typeof run>
before(() => {
  whole = run('whole', MUTANT)
})

test('a run that fails exits 1 and writes every report', () => {
  assert.equal(whole.status, 1, whole.text)
  for (const name of ['junit.xml', 'summary.md', 'report.html'])
    assert.match(readFileSync(join(folder, 'whole', name), 'utf8'), /SDS-SEND-01/)
})

test('merged shards equal the run without shards', () => {
  const shards = [1, 2].map((i) => run(`shard-${i}`, MUTANT, '--shard', `${i}/2`))
  const out = join(folder, 'merged')
  const merged = command('report', 'merge', ...shards.map(({ file }) => file), '--out', out)
  assert.equal(merged.status, 1, merged.text)
  assert.deepEqual(timeless(join(out, 'results.json')), timeless(whole.file))
})

test('parallel clients find what one finds, and the command ends', () => {
  const parallel = run('parallel', MUTANT, '--parallel', '2')
  assert.equal(parallel.status, 1, parallel.text)
  assert.deepEqual(timeless(parallel.file), timeless(whole.file))
})

test('a parallel client that does not start says why in each scenario that it leaves out', () => {
  const only = join(folder, 'only-one.mjs')
  const main = join(root, 'cli/main.ts')
  writeFileSync(
    only,
    `import { mkdirSync } from 'node:fs'
try {
  mkdirSync(${JSON.stringify(join(folder, 'port'))})
} catch {
  console.error('port 4242 is taken')
  process.exit(3)
}
process.argv.splice(1, Infinity, ${JSON.stringify(main)}, 'serve', '--stdio')
await import(${JSON.stringify(pathToFileURL(main).href)})
`,
  )
  const { status, file, text } = run('only-one', `exec:node "${only}"`, '--parallel', '2')
  assert.equal(status, 4, text)
  const cases = readResults(file).requirements.flatMap((each) => each.cases)
  for (const { reason } of cases)
    assert.match(
      reason,
      /one more client .* got crash: the program ended with exit code 3; it last wrote: port 4242 is taken; .* leave --parallel out$/,
    )
  assert.ok(cases.length > 0)
  // What is left out so is evidence like the rest.
  const packed = command('bundle', join(folder, 'only-one'))
  assert.equal(packed.status, 0, packed.text)
  const verified = command('verify', join(folder, 'only-one', 'bundle.ndjson.gz'))
  assert.equal(verified.status, 0, verified.text)
})

test('parallel clients that are programs are all ended', () => {
  const serve = `exec:"${process.execPath}" cli/main.ts serve --stdio`
  const parallel = run('programs', serve, '--parallel', '2')
  assert.equal(parallel.status, 0, parallel.text)
})

test('a baseline is made, filled, held, and told when it is no longer true', () => {
  const file = join(folder, 'baseline.yaml')
  const made = command('baseline', file, '--update', '--from', whole.file)
  assert.match(made.text, /added +SDS-SEND-01/)
  assert.equal(run('blank', MUTANT, '--baseline', file).status, 3)
  const text = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    text
      .replaceAll('reason: ""', 'reason: being mended')
      .replaceAll('owner: ""', 'owner: someone')
      .replaceAll('expires: ""', 'expires: 2999-12-31'),
  )
  const known = run('known', MUTANT, '--baseline', file)
  assert.equal(known.status, 0, known.text)
  assert.match(known.text, /KNOWN FAILURES ONLY/)
  const mended = run('mended', 'reference', '--baseline', file)
  assert.equal(mended.status, 3, mended.text)
  assert.match(mended.text, /BASELINE OUTDATED/)
})

test('what cannot be done is told as usage, with what was expected', async () => {
  for (const [ask, said] of [
    [() => runCommand(['--adapter', 'reference', '--shard', '3/2']), /--shard as I\/N/],
    [() => runCommand(['--adapter', 'reference', '--parallel', '0']), /--parallel as a number/],
    [() => runCommand(['--adapter', 'reference', '--baseline', '/no/such']), /cannot be read/],
    [() => report(['sumary']), /did you mean summary/],
    [() => report(['merge', whole.file]), /got a whole run/],
    [() => report(['html', '/no/such']), /cannot be read/],
    [() => gate([]), /--against/],
    [() => baseline([]), /one FILE/],
  ] as const)
    await assert.rejects(
      ask,
      (fault: Error) =>
        ['UsageError', 'Unreadable'].includes(fault.name) && said.test(fault.message),
    )
})

test('seeds do not change the signature of a failure', () => {
  const other = run('other', MUTANT, '--seed', 'beef')
  const signatures = ({ requirements }: Results) =>
    requirements.map(({ id, signature }) => [id, signature])
  assert.deepEqual(signatures(readResults(other.file)), signatures(readResults(whole.file)))
})
