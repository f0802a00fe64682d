import { EXIT, EXIT_TABLE } from '../reports/exit.ts'
import { nearest } from './nearest.ts'
import { UsageError } from './usage.ts'

type Command = (args: string[]) => Promise<number>

/** Each command in a file of its own, loaded when asked for: `--help` waits for none of them. */
const commands: Record<string, { does: string; load: () => Promise<Command> }> = {
  run: {
    does: 'test a client and write the reports',
    load: async () => (await import('./run.ts')).run,
  },
  interop: {
    does: 'put clients together in pairs: which understand each other',
    load: async () => (await import('./interop.ts')).interop,
  },
  serve: {
    does: 'answer as the reference, for other suites and for trying out',
    load: async () => (await import('./serve.ts')).serve,
  },
  adapter: {
    does: 'look over an adapter that is being written',
    load: async () => (await import('./adapter.ts')).adapter,
  },
  selftest: {
    does: 'show that the suite gives nothing for nothing: clients that implement nothing',
    load: async () => (await import('./selftest.ts')).selftest,
  },
  killmatrix: {
    does: 'show that every test can fail: mutants of the reference, and what found them',
    load: async () => (await import('./killmatrix.ts')).killmatrix,
  },
  report: {
    does: 'make reports from results.json, merge shards, print schemas',
    load: async () => (await import('./report.ts')).report,
  },
  bundle: {
    does: 'pack the evidence of a run into one file',
    load: async () => (await import('./bundle.ts')).bundle,
  },
  verify: {
    does: 'judge a bundle again: does its verdict follow from what was said?',
    load: async () => (await import('./verify.ts')).verify,
  },
  replay: {
    does: 'send the calls of an earlier run to another client',
    load: async () => (await import('./replay.ts')).replay,
  },
  vectors: {
    does: 'export the vectors, or make some of what passed',
    load: async () => (await import('./vectors.ts')).vectors,
  },
  baseline: {
    does: 'keep the list of known failures',
    load: async () => (await import('./baseline.ts')).baseline,
  },
  gate: {
    does: 'compare a run with an accepted earlier one',
    load: async () => (await import('./gate.ts')).gate,
  },
  codex: {
    does: 'run Codex nodes with faults and a log, for trying out',
    load: async () => (await import('./codex.ts')).codex,
  },
  list: {
    does: 'every requirement with its level, state and scenarios',
    load: async () => (await import('./list.ts')).list,
  },
  spec: {
    does: 'how the texts are covered, and what a checkout of them changes',
    load: async () => (await import('./spec.ts')).spec,
  },
}

const USAGE = new Set(['Unreadable', 'UsageError', 'UnknownAdapter'])

const HELP = `usage: vac-conformance COMMAND [flags]     (COMMAND --help tells its flags)

${Object.entries(commands)
  .map(([name, { does }]) => `  ${name.padEnd(12)}${does}`)
  .join('\n')}

${EXIT_TABLE}
`

async function main([name = '--help', ...args]: string[]): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(HELP)
    return EXIT.conformant
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command)
    throw new UsageError(`no command "${name}": ${nearest(name, Object.keys(commands))}`)
  return (await command.load())(args)
}

// Whoever reads only the beginning, as `head` does, has what they wanted.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit()
})

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (fault) {
  const { name, code, message, stack } = fault as NodeJS.ErrnoException
  // parseArgs names what is wrong with a flag in a sentence of its own.
  const usage = USAGE.has(name) || code?.startsWith('ERR_PARSE_ARGS')
  const told = usage || name === 'NotBuilt'
  process.stderr.write(told ? `vac-conformance: ${message}\n` : `${stack}\n`)
  process.exitCode = usage ? EXIT.usage : told ? EXIT.notMeasured : EXIT.suiteFault
}
