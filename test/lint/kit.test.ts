import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite, type TestContext, test } from 'node:test'
import { initAdapter, kits } from '../../cli/adapter-init.ts'
import { conduct } from '../../cli/conduct.ts'
import { linted } from './linted.ts'

const LINES = 60
/** What the first argument of a build or a command needs. */
const tools: Record<string, string> = { python: 'python3', go: 'go', rust: 'cargo' }

function has(tool: string | undefined): boolean {
  if (tool === undefined) return true
  try {
    execFileSync(tool, [tool === 'go' ? 'version' : '--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Does what the README says; answers the address, or undefined where the machine lacks something. */
function ready(t: TestContext, language: string): string | undefined {
  const kit = kits[language]
  if (!kit) throw new Error(`no kit for ${language}`)
  if (!has(tools[language])) {
    t.skip(`not measured: no ${tools[language]}`)
    return undefined
  }
  const folder = join(mkdtempSync(join(tmpdir(), 'kit-')), 'shim')
  t.after(() => rmSync(join(folder, '..'), { recursive: true }))
  initAdapter(language, 'sds', folder)
  const lines = readFileSync(join(folder, kit.file), 'utf8').trimEnd().split('\n')
  assert.ok(lines.length <= LINES, `expected at most ${LINES} lines, got ${lines.length}`)
  const readme = readFileSync(join(folder, 'README.md'), 'utf8')
  assert.ok(readme.includes(`run --adapter "exec:${kit.command}"`))
  assert.doesNotMatch(readme, /\{\{/)
  const [program = '', ...args] = kit.build.split(' ')
  if (program !== '#')
    try {
      const env = { ...process.env, CARGO_PROFILE_RELEASE_OPT_LEVEL: '0' }
      execFileSync(program, args, { cwd: folder, env, stdio: 'pipe' })
    } catch (cause) {
      if (!/registry|network|download|resolve host/i.test(String(cause))) throw cause
      t.skip('not measured: the packages of the shim cannot be fetched')
      return undefined
    }
  const command = kit.command.split(' ')
  command.push(join(folder, command.pop() ?? ''))
  return `exec:${command.join(' ')}`
}

suite('a shim as adapter init writes it', { concurrency: 1 }, () => {
  for (const language of Object.keys(kits))
    test(`in ${language} runs, keeps to the protocol and passes nothing`, async (t) => {
      const address = ready(t, language)
      if (address === undefined) return
      assert.deepEqual(await linted(address), {})
      const { finished, results } = await conduct({
        adapter: address,
        areas: ['sds'],
        ids: [],
        tags: '',
        seed: '5eed',
        deadlineMs: 20_000,
      })
      await finished
      const { exit, summary } = results(false)
      assert.equal(exit, 1)
      assert.equal(summary.pass, 0)
      assert.ok(summary.fail > 0)
    })

  test('is not written over what is there', () => {
    assert.throws(() => initAdapter('ts', 'sds', '.'), {
      name: 'UsageError',
      message: /not empty/,
    })
  })

  test('is asked for by a language and an area that there are', () => {
    assert.throws(() => initAdapter('cobol', 'sds', '.'), /no --lang "cobol": expected one of ts/)
    assert.throws(() => initAdapter('ts', 'voting', '.'), /no shim to start from for --area/)
  })
})
