/* The recipes of CONTRIBUTING.md, done in a copy of the repository: the diff is applied, then its commands are run. */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { ROOT } from './shown.ts'
import { has } from './stage.ts'

interface Recipe {
  readonly title: string
  readonly diff: string
  readonly commands: readonly string[]
}

const recipes: Recipe[] = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')
  .split(/^## /m)
  .flatMap((section) => {
    const [, diff] = /^```diff\n(.*?)^```/ms.exec(section) ?? []
    const [, shell = ''] = /^```sh\n(.*?)^```/ms.exec(section) ?? []
    const title = section.split('\n', 1)[0] ?? ''
    return diff === undefined ? [] : [{ title, diff, commands: shell.trim().split('\n') }]
  })

/** The text of which the last recipe makes a requirement. */
const TEXT =
  '# SDS\n\n## Send Message\n\nThe first message of a participant MUST raise its clock by 1.\n'

suite('the recipes of CONTRIBUTING.md', () => {
  const place = mkdtempSync(join(tmpdir(), 'recipes-'))
  const clone = join(place, 'clone')
  // With its own variable set, node --test takes itself for a part of this test and runs nothing.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const run = (command: string) =>
    spawnSync('bash', ['-o', 'pipefail', '-c', command], { cwd: clone, env, encoding: 'utf8' })

  before(() => {
    mkdirSync(clone)
    const files = 'git ls-files -z --cached --others --exclude-standard'
    execFileSync('bash', ['-c', `${files} | tar --null --files-from=- -c | tar -x -C "${clone}"`], {
      cwd: ROOT,
    })
    rmSync(join(clone, 'node_modules'), { recursive: true, force: true })
    symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'))
    mkdirSync(join(place, 'DIR'))
    writeFileSync(join(place, 'DIR/sds.md'), TEXT)
  })
  after(() => rmSync(place, { recursive: true }))

  test('there are four, each with a diff and commands', () => {
    assert.equal(recipes.length, 4)
    for (const { commands } of recipes) assert.ok(commands.length > 1)
  })

  for (const { title, diff, commands } of recipes)
    test(title, async (t) => {
      const applied = spawnSync('git', ['apply', '--verbose', '-'], {
        cwd: clone,
        input: diff,
        encoding: 'utf8',
      })
      assert.equal(applied.status, 0, applied.stderr)
      for (const command of commands)
        await t.test(command, (t) => {
          const missing = ['protoc', 'xxd', 'python3'].find(
            (program) => command.includes(program) && !has(program),
          )
          if (missing) return t.skip(`not measured: no ${missing} on this machine`)
          const { status, stdout, stderr } = run(command.replace(/\bDIR\b/, join(place, 'DIR')))
          assert.equal(status, 0, `${stdout}${stderr}`.slice(-3_000))
          if (command.startsWith('printf'))
            assert.ok(
              diff.includes(`"wire": "${stdout.trim()}"`),
              `the diff has another wire than ${stdout}`,
            )
        })
    })
})
