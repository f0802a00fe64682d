import { parseArgs } from 'node:util'
import { CodexControl } from '../adapters/codex/control.ts'
import { type Layout, layouts } from '../adapters/codex/manifest.ts'
import { CodexNetwork } from '../adapters/codex/network.ts'
import { defaultPrefix } from '../adapters/codex/route.ts'
import { CodexServer } from '../adapters/codex/server.ts'
import { nearest } from './nearest.ts'
import { UsageError } from './usage.ts'

const HELP = `usage: vac-conformance codex serve [flags]

Runs Codex nodes that find each other's files, with the REST API and the CIDs of nim-codex 0.2, until
it is interrupted. Nothing is kept. Prints one line for each node: its name and its address.

  --nodes NAMES         comma-separated (default: control,member)
  --port PORT           of the first node, the others follow (default: chosen by the system)
  --host ADDRESS        interface to listen on (default 127.0.0.1)
  --control PORT        faults, time and the log of requests under http://127.0.0.1:PORT/control/…
  --layout LAYOUT       ${layouts.join(', ')} (default codex-0.2)
  --prefix PATH         default ${defaultPrefix}
  --ttl SECONDS         how long blocks live, as --block-ttl (default: for ever)
  --not-found-after MS  how long an unknown CID is looked for (default 0; a real node: many minutes)
`

/** `codex serve`: the embedded Codex nodes as a program of their own. */
export async function codex(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      nodes: { type: 'string', default: 'control,member' },
      port: { type: 'string', default: '0' },
      host: { type: 'string', default: '127.0.0.1' },
      control: { type: 'string' },
      layout: { type: 'string', default: 'codex-0.2' },
      prefix: { type: 'string', default: defaultPrefix },
      ttl: { type: 'string' },
      'not-found-after': { type: 'string', default: '0' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help || positionals.length === 0) {
    process.stdout.write(HELP)
    return 0
  }
  if (positionals.join() !== 'serve')
    throw new UsageError(`expected "codex serve", got "codex ${positionals.join(' ')}"`)
  if (!layouts.includes(values.layout as Layout))
    throw new UsageError(`no layout "${values.layout}": ${nearest(values.layout, layouts)}`)
  const names = values.nodes.split(',').filter((name) => name !== '')
  if (names.length === 0) throw new UsageError('expected at least one name after --nodes')
  const port = number('port', values.port)
  const patience = number('not-found-after', values['not-found-after'])

  const network = new CodexNetwork({ layout: values.layout as Layout })
  network.now = Date.now()
  const open: { close(): Promise<void> }[] = []
  for (const [i, name] of names.entries()) {
    if (values.ttl !== undefined) network.node(name).ttl = number('ttl', values.ttl)
    const { host, prefix } = values
    const at = port === 0 ? 0 : port + i
    const server = await CodexServer.listen(name, network, { host, prefix, patience, port: at })
    open.push(server)
    process.stdout.write(`${name} ${server.url}\n`)
  }
  if (values.control !== undefined) {
    const control = await CodexControl.listen(
      network,
      number('control', values.control),
      values.host,
    )
    open.push(control)
    process.stdout.write(`control interface ${control.url}\n`)
  }
  await interrupted()
  for (const server of open) await server.close()
  network.close()
  return 0
}

function number(flag: string, text: string): number {
  if (!/^\d{1,15}$/.test(text))
    throw new UsageError(`expected --${flag} as a number, got "${text}"`)
  return Number(text)
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
