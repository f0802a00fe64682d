import { parseArgs } from 'node:util'
import { areas } from '../adapters/contract/hello.ts'
import { ADDRESSES } from '../adapters/open.ts'
import { EXIT } from '../reports/exit.ts'
import { everyRequirement } from '../spec/requirements.ts'
import { revisions } from '../spec/revisions.ts'
import type { Commands } from './commands.ts'
import { shells } from './completion-shells.ts'
import { nearest } from './nearest.ts'
import { UsageError } from './usage.ts'

const HELP = `usage: vac-conformance completion SHELL

Prints what a shell needs to complete commands, flags, areas, requirements and addresses.
SHELL: ${Object.keys(shells).join(', ')}

  bash  source <(vac-conformance completion bash)     in ~/.bashrc
  zsh   vac-conformance completion zsh > "\${fpath[1]}/_vac-conformance"
  fish  vac-conformance completion fish > ~/.config/fish/completions/vac-conformance.fish
`

/** A command as its help tells it. */
export interface Words {
  readonly name: string
  readonly does: string
  /** What may follow it, such as `init`. */
  readonly actions: readonly string[]
  readonly flags: readonly string[]
}

/** Values of the flags that have a fixed choice. */
export interface Values {
  readonly [flag: string]: readonly string[]
}

/** `completion`: a script for a shell. */
export async function completion(args: string[], commands: Commands): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return EXIT.conformant
  }
  const [shell = '', ...others] = positionals
  const script = Object.hasOwn(shells, shell) ? shells[shell as keyof typeof shells] : undefined
  if (!script || others.length > 0)
    throw new UsageError(`expected completion SHELL: ${nearest(shell, Object.keys(shells))}`)
  process.stdout.write(script(await words(commands), choices()))
  return EXIT.conformant
}

function choices(): Values {
  const addresses = ADDRESSES.map((each) => each.replace(/[[(A-Z].*$/, ''))
  return {
    '--adapter': addresses,
    '--to': addresses,
    '--area': areas,
    '--id': [...everyRequirement().keys()],
    '--revision': [...revisions(), 'declared'],
  }
}

/** Every command with its flags, read from what its own help says: there is no second list to forget. */
async function words(commands: Commands): Promise<Words[]> {
  const all: Words[] = []
  for (const [name, { does, load }] of Object.entries(commands)) {
    const help = name === 'completion' ? HELP : await heard(await load())
    const usage = new RegExp(`vac-conformance ${name} ([a-z]+)`, 'g')
    const named = [...help.matchAll(usage)].map(([, action = '']) => action)
    // The kinds of report stand in a table, not in the usage.
    const listed =
      name === 'report' ? [...help.matchAll(/^ {2}([a-z]+) /gm)].map(([, a = '']) => a) : []
    const actions = name === 'completion' ? Object.keys(shells) : [...named, ...listed]
    const flags = [...help.matchAll(/--(?:\[no-\])?[a-z][a-z-]*/g)].map(([flag]) =>
      flag.replace('[no-]', ''),
    )
    all.push({
      name,
      does,
      actions: [...new Set(actions)],
      flags: [...new Set([...flags, '--help'])].sort(),
    })
  }
  return all
}

/** What a command prints when it is asked for help. */
async function heard(command: (args: string[]) => Promise<number>): Promise<string> {
  const { write } = process.stdout
  let text = ''
  process.stdout.write = (chunk: string | Uint8Array) => {
    text += String(chunk)
    return true
  }
  try {
    await command(['--help'])
  } finally {
    process.stdout.write = write
  }
  return text
}
