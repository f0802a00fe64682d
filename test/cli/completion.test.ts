import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { command } from '../evidence/ran.ts'

/** A command line up to the cursor, and some of what has to be offered. */
const lines: readonly [words: readonly string[], offered: readonly string[], never: string][] = [
  [['vac-conformance', 'ver'], ['verify'], 'run'],
  [['vac-conformance', ''], ['run', 'gate', 'completion'], '--adapter'],
  [['vac-conformance', 'adapter', ''], ['init', 'lint'], 'coverage'],
  [['vac-conformance', 'report', 'sch'], ['schema'], 'site'],
  [['vac-conformance', 'run', '--re'], ['--revision'], '--adapter'],
  [['vac-conformance', 'run', '--area', ''], ['sds', 'voting', 'archives', 'payloads'], 'init'],
  [['vac-conformance', 'run', '--id', 'SDS-SEND-0'], ['SDS-SEND-01', 'SDS-SEND-02'], 'VOTE-RES-11'],
  [['vac-conformance', 'run', '--adapter', 're'], ['reference'], 'exec:'],
  [['vac-conformance', 'completion', ''], ['bash', 'zsh', 'fish'], '--help'],
]

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(' ')

/** How each shell tells what it would offer, a word a line, for the script in $1. */
const asked: Record<string, (words: readonly string[]) => string> = {
  bash: (words) =>
    `source "$1"; COMP_WORDS=(${quoted(words)}); COMP_CWORD=${words.length - 1}
     $(complete -p vac-conformance | sed 's/.*-F \\([^ ]*\\).*/\\1/'); printf '%s\\n' "\${COMPREPLY[@]}"`,
  // What zsh's own functions would show, they print here; they filter by what is typed.
  zsh: (words) =>
    `compdef() { : }; _files() { : }
     compadd() { shift; print -l -- \${(M)@:#\${PREFIX}*} }
     _describe() { local each; for each in \${(P)2}; do compadd -- \${each%%:*}; done }
     words=(${quoted(words)}); CURRENT=${words.length}; PREFIX=$words[-1]
     source "$1"; _vac_conformance`,
  fish: (words) =>
    `source $argv[1]; complete -C "${words.join(' ')}" | string replace -r '\\t.*' ''`,
}

const offered = (shell: string, file: string, words: readonly string[]) => {
  const { stdout, stderr } = spawnSync(
    shell,
    ['-c', asked[shell]?.(words) ?? '', shell, file].filter((_, i) => shell !== 'fish' || i !== 2),
    {
      encoding: 'utf8',
    },
  )
  assert.equal(stderr, '')
  return stdout.split('\n').filter((line) => line !== '')
}

for (const shell of Object.keys(asked)) {
  const without =
    spawnSync(shell, ['-c', 'true']).status !== 0 && `not measured: no ${shell} on this machine`
  suite(`completion ${shell}`, { skip: without }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'completion-'))
    const file = join(folder, 'script')
    before(() => {
      const { code, out, err } = command('completion', shell)
      assert.equal(code, 0, err)
      writeFileSync(file, out)
    })
    after(() => rmSync(folder, { recursive: true }))
    for (const [words, wanted, never] of lines)
      test(words.join(' '), () => {
        const found = offered(shell, file, words)
        for (const one of wanted) assert.ok(found.includes(one), `${one} in ${found.slice(0, 9)}`)
        assert.ok(!found.includes(never), `${never} is offered`)
      })
  })
}

test('an unknown shell is told with those that there are', () => {
  const { code, err } = command('completion', 'bahs')
  assert.equal(code, 2)
  assert.match(err, /bash/)
})
