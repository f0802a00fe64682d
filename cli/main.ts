import { EXIT, EXIT_TABLE } from '../reports/exit.ts'
import { type Commands, commands as known } from './commands.ts'
import { nearest } from './nearest.ts'
import { UsageError } from './usage.ts'

// The one command that has to know the others.
const commands = {
  ...known,
  completion: {
    does: 'print what a shell needs to complete this command',
    load: async () => {
      const { completion } = await import('./completion.ts')
      return (args: string[]) => completion(args, commands)
    },
  },
} satisfies Commands as Commands

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
