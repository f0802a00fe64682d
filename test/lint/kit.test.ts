import assert from 'node:assert/strict'
import { execFileSync, execSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, suite, type TestContext, test } from 'node:test'
import { areas } from '../../adapters/contract/hello.ts'
import { initAdapter, kitFor, languages } from '../../cli/adapter-init.ts'
import { conduct } from '../../cli/conduct.ts'
import { linted } from './linted.ts'

const LINES = 60
/** What the shims of an area pass at least; of an area that is not here: nothing. */
const EARNED: Readonly<Record<string, readonly string[]>> = {
  payloads: [
    ...['01', '02', '03', '04', '05', '06', '13', '14'].map((n) => `PAY-FLD-ChatMessage-${n}`),
    ...['00', '01', '02', '03', '04'].map((n) => `PAY-ENUM-ChatMessage-ContentType-${n}`),
  ],
}
/** What the first argument of a build or a command needs. */
const tools: Record<string, string> = { python: 'python3', go: 'go', rust: 'cargo' }
/** The first of them that has protobuf. */
const PYTHONS = ['python3', '/usr/bin/python3']
const SHIMS = areas.flatMap((area) => languages.map((language) => ({ area, language })))
/** What Rust's compiler makes, so that it makes what the shims share once. */
const made = mkdtempSync(join(tmpdir(), 'kit-'))
after(() => rmSync(made, { recursive: true }))

function runs(...command: readonly [string, ...string[]]): boolean {
  const [program, ...args] = command
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** What the machine lacks for a shim. */
function lacking(area: string, language: string): string | undefined {
  const tool = tools[language]
  if (tool !== undefined && !runs(tool, tool === 'go' ? 'version' : '--version')) return tool
  if (area !== 'payloads' || language !== 'python') return undefined
  if (!runs('protoc', '--version')) return 'protoc'
  return pythonWithProtobuf() === undefined ? 'protobuf for Python' : undefined
}

const pythonWithProtobuf = () =>
  PYTHONS.find((python) => runs(python, '-c', 'import google.protobuf'))

/** Does what the README says; answers the address, or undefined where the machine lacks something. */
function ready(t: TestContext, area: string, language: string): string | undefined {
  const kit = kitFor(language, area)
  const lacks = lacking(area, language)
  if (lacks !== undefined) {
    t.skip(`not measured: no ${lacks}`)
    return undefined
  }
  const folder = join(mkdtempSync(join(tmpdir(), 'kit-')), 'shim')
  t.after(() => rmSync(join(folder, '..'), { recursive: true }))
  initAdapter(language, area, folder)
  const lines = readFileSync(join(folder, kit.file), 'utf8').trimEnd().split('\n')
  assert.ok(lines.length <= LINES, `expected at most ${LINES} lines, got ${lines.length}`)
  const readme = readFileSync(join(folder, 'README.md'), 'utf8')
  assert.ok(readme.includes(`run --adapter "exec:${kit.command}"`))
  assert.doesNotMatch(readme, /\{\{/)
  if (language === 'rust') symlinkSync(made, join(folder, 'target'))
  // The packages that it would fetch are those of this repository.
  if (kit.build === 'npm install')
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  else
    try {
      const env = { ...process.env, CARGO_PROFILE_RELEASE_OPT_LEVEL: '0' }
      execSync(kit.build, { cwd: folder, env, stdio: 'pipe' })
    } catch (cause) {
      if (!/registry|network|download|resolve host/i.test(String(cause))) throw cause
      t.skip('not measured: the packages of the shim cannot be fetched')
      return undefined
    }
  const command = kit.command.split(' ')
  command.push(join(folder, command.pop() ?? ''))
  if (area === 'payloads' && language === 'python') command[0] = pythonWithProtobuf() ?? ''
  return `exec:${command.join(' ')}`
}

async function scored(adapter: string, area: string, ids: readonly string[] = []) {
  const { finished, results } = await conduct({
    adapter,
    areas: [area],
    ids,
    tags: '',
    seed: '5eed',
    deadlineMs: 20_000,
  })
  await finished
  return results(false)
}

suite('a shim as adapter init writes it', { concurrency: 1 }, () => {
  for (const { area, language } of SHIMS)
    test(`for ${area} in ${language} runs, keeps to the protocol and gets what it earned`, async (t) => {
      const address = ready(t, area, language)
      if (address === undefined) return
      assert.deepEqual(await linted(address), {})
      const { exit, summary, requirements } = await scored(address, area)
      assert.equal(exit, 1)
      assert.ok(summary.fail > 0)
      const passed = requirements.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id)
      // One that only remembers earns nothing; a codec earns what it can encode.
      const earned = EARNED[area]
      if (earned)
        assert.deepEqual(
          earned.filter((id) => !passed.includes(id)),
          [],
        )
      else assert.deepEqual(passed, [])
      // What fails is what is not there yet, and never that the shim broke.
      const kinds = requirements.flatMap(({ cases }) =>
        cases.flatMap(({ finding }) => finding?.kind ?? []),
      )
      const own = kinds.filter((kind) =>
        ['crash', 'timeout', 'protocol', 'harness', 'false-claim'].includes(kind),
      )
      assert.deepEqual(own, [])
    })

  test('is not written over what is there', () => {
    assert.throws(() => initAdapter('ts', 'sds', '.'), {
      name: 'UsageError',
      message: /not empty/,
    })
  })

  test('is asked for by a language and an area that there are', () => {
    assert.throws(() => initAdapter('cobol', 'sds', '.'), /no --lang "cobol": expected one of ts/)
    assert.throws(() => initAdapter('ts', 'mixing', '.'), /no shim to start from for --area/)
  })
})
