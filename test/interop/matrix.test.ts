import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { interop } from '../../cli/interop.ts'
import { type Interop, readInterop } from '../../reports/interop.ts'
import { siteFile } from '../../reports/site/site.ts'
import { results } from '../reports/example.ts'

/* One real run of the command: a client that follows the text, one that breaks a rule, two that do nothing. */

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'interop-'))
const MUTANT = 'mutant:clock-in-seconds'
const NOTHING = ['impostor:dead', 'impostor:parrot']
const CLIENTS = ['reference', MUTANT, ...NOTHING]
/** With scenarios in which only one end is judged: there an impostor at the other end goes unnoticed. */
const IDS = ['SDS-MSG-01', 'SDS-STATE-01', 'SDS-STATE-02'].flatMap((id) => ['--id', id])

let matrix: Interop
let text = ''
let status: number | null = null

function command(...args: string[]) {
  const options = { cwd: root, encoding: 'utf8', timeout: 120_000 } as const
  return spawnSync(process.execPath, ['cli/main.ts', ...args], options)
}

before(() => {
  const flags = ['--seed', '0011', '--deadline', '20000', '--out', folder]
  const ended = command('interop', ...CLIENTS, ...IDS, ...flags)
  status = ended.status
  text = ended.stdout
  matrix = readInterop(join(folder, 'interop.json'))
})
after(() => rmSync(folder, { recursive: true, force: true }))

function pair(sender: string, receiver: string) {
  const found = matrix.pairs.find((each) => each.sender === sender && each.receiver === receiver)
  assert.ok(found, `${sender} → ${receiver}`)
  return found
}

test('every client is sender and receiver with every client, itself included', () => {
  assert.equal(matrix.pairs.length, CLIENTS.length ** 2)
  const { passed, failed, exit } = pair('reference', 'reference')
  assert.deepEqual([passed, failed, exit], [3, 0, 0])
})

test('a pair is not its reverse, and the one to blame is named', () => {
  const [to, from] = [pair('reference', MUTANT), pair(MUTANT, 'reference')]
  assert.notDeepEqual(
    to.failures.map(({ id }) => id),
    from.failures.map(({ id }) => id),
  )
  assert.ok(to.failures.length > 0 && from.failures.length > 0)
  for (const { blamed } of to.failures) assert.deepEqual(blamed, ['Bob'])
  for (const { blamed } of from.failures) assert.deepEqual(blamed, ['Alice'])
  assert.match(
    to.failures[0]?.again ?? '',
    /--bind "receiver=mutant:clock-in-seconds" --id SDS-STATE/,
  )
})

test('a pair with a client that does nothing passes nothing, whichever end it is', () => {
  for (const nothing of NOTHING)
    for (const other of CLIENTS)
      for (const each of [pair(nothing, other), pair(other, nothing)]) {
        assert.equal(each.passed, 0, `${each.sender} → ${each.receiver}`)
        assert.notEqual(each.exit, 0)
      }
  for (const { address, alone } of matrix.clients)
    assert.equal(alone.passed === 0, NOTHING.includes(address), address)
})

test('the table and the exit code tell the same', () => {
  assert.equal(status, 1)
  assert.match(
    text,
    /^A vac-conformance reference 0\.1\.0\s+3 ✓ 0 ✗\s+1 ✓ 2 ✗ SDS-STATE-01 \(Bob\)/m,
  )
  assert.match(text, /A → C not measured: .*impostor:dead/)
})

test('the reports of each pair lie beside the matrix, which is a page of the site', () => {
  assert.ok(existsSync(join(folder, 'reference--mutant-clock-in-seconds', 'junit.xml')))
  const site = siteFile({ results: [results([])], interop: matrix })
  assert.match(site, /Who understands whom/)
  assert.match(site, /SDS-STATE-01, replace Bob/)
  const out = join(folder, 'site')
  const file = join(folder, 'reference--reference', 'results.json')
  const made = command(
    'report',
    'site',
    file,
    '--interop',
    join(folder, 'interop.json'),
    '--out',
    out,
  )
  assert.equal(made.status, 0, made.stderr)
  assert.match(readFileSync(join(out, 'pairs.html'), 'utf8'), /Who understands whom/)
})

test('one client is no pair, and what matches nothing is told before any client starts', async () => {
  for (const clients of [['reference'], ['reference', 'reference']])
    await assert.rejects(interop(clients), /two or more different clients/)
  const clients = ['reference', 'impostor:dead']
  await assert.rejects(interop([...clients, '--id', 'SDS-NO-01']), /no requirement "SDS-NO-01"/)
})
