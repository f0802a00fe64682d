import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, suite, test } from 'node:test'

/*
Does what docs/adapter-guide.md says, in its order, and compares what comes with what stands there.
*/

/** The fenced blocks of the page. */
const blocks = [
  ...readFileSync('docs/adapter-guide.md', 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms),
].map(([, kind = '', text = '']) => ({ kind, text }))

const [commands] = blocks.filter(({ kind }) => kind === 'sh').map(({ text }) => text.split('\n'))
const [linted, scored, ...faults] = blocks.filter(({ kind }) => kind === 'text')
const diffs = blocks.filter(({ kind }) => kind === 'diff')

const folder = mkdtempSync(join(tmpdir(), 'guide-'))
after(() => rmSync(folder, { recursive: true }))
const shim = join(folder, 'my-shim')
const LAUNCH = resolve('cli/launch.js')
const limit = { timeout: 120_000 }
const skip = spawnSync('python3', ['--version']).status === 0 ? false : 'not measured: no python3'

/** Runs a line of the page; `npx vac-conformance` is this one. */
function said(line = '', cwd = shim) {
  assert.match(line, /^npx vac-conformance /)
  const command = line.replace('npx vac-conformance', `"${process.execPath}" "${LAUNCH}"`)
  // One of the faults shows only where Python buffers, as it does unless it is told otherwise.
  const { PYTHONUNBUFFERED: _, ...env } = process.env
  return spawnSync(command, { cwd, env, shell: true, encoding: 'utf8' })
}

suite('the adapter guide', { skip }, () => {
  test('goes from an empty folder to a run', limit, () => {
    const [init, into, lint, run] = commands ?? []
    assert.equal(into, 'cd my-shim')
    assert.equal(said(init, folder).status, 0)
    const first = said(lint)
    assert.equal(first.status, 0)
    assert.ok(first.stdout.endsWith(`\n${linted?.text}`), first.stdout)
    const { status, stdout } = said(run)
    assert.equal(status, 1)
    assert.ok(
      stdout.includes(`\n${scored?.text}`),
      `the page has other numbers than the run:\n${stdout.slice(-600)}`,
    )
  })

  for (const [i, diff] of diffs.entries())
    test(`shows what lint says of fault ${i + 1}`, limit, () => {
      const file = join(shim, 'shim.py')
      const whole = readFileSync(file, 'utf8')
      const [was = '', becomes = ''] = diff.text.split('\n').map((line) => line.slice(1))
      assert.equal(whole.split(`${was}\n`).length, 2, `shim.py has no line "${was}"`)
      writeFileSync(
        file,
        whole.replace(`${was}\n`, () => `${becomes}\n`),
      )
      const { status, stdout } = said(commands?.[2])
      writeFileSync(file, whole)
      assert.notEqual(status, 0)
      assert.ok(stdout.includes(faults[i]?.text ?? 'nothing'), stdout)
    })

  test('has two faults to show, each with what lint says', () => {
    assert.equal(diffs.length, 2)
    assert.equal(faults.length, 2)
  })
})
