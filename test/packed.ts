import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

/* What `npm pack` makes, installed into an empty folder: the only proof that the published form works. */

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'vac-packed-'))
const npm = (args: string[], cwd: string) =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
const installed = (...args: string[]) =>
  spawnSync('npx', ['vac-conformance', ...args], { cwd: folder, encoding: 'utf8' })

before(() => {
  const packed = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], root))
  const [{ filename }] = Array.isArray(packed) ? packed : Object.values(packed)
  npm(['init', '--yes'], folder)
  npm(['install', join(folder, filename)], folder)
})

after(() => rmSync(folder, { recursive: true, force: true }))

test('runs all scenarios against the reference and writes the reports where it stands', () => {
  const { status, stdout, stderr } = installed(
    'run',
    '--adapter',
    'reference',
    '--area',
    'sds',
    '--out',
    'out',
  )
  assert.equal(status, 0, `${stdout}\n${stderr}`)
  const results = JSON.parse(readFileSync(join(folder, 'out', 'results.json'), 'utf8'))
  assert.equal(results.verdict, 'conformant')
  assert.ok(results.must.pass > 0)
  assert.equal(results.must.pass, results.must.total - results.must.notApplicable)
})

test('tells an unknown name by its nearest, with exit code 2', () => {
  const { status, stderr } = installed('run', '--adapter', 'reference', '--id', 'SDS-SEND-1')
  assert.equal(status, 2)
  assert.match(stderr, /did you mean SDS-SEND-01/)
})

test('fails an impostor', () => {
  const { status, stdout } = installed('run', '--adapter', 'impostor:accept-all', '--out', 'dead')
  assert.ok(status === 1 || status === 4, `exit ${status}\n${stdout}`)
  const results = JSON.parse(readFileSync(join(folder, 'dead', 'results.json'), 'utf8'))
  assert.equal(results.summary.pass, 0)
})
