import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { parseArgs } from 'node:util'
import { reference } from '../adapters/reference/adapter.ts'
import { serveHttp } from '../adapters/serving/http.ts'
import { serveLines } from '../adapters/serving/lines.ts'
import { TOKEN } from '../adapters/transports/environment.ts'
import { EXIT } from '../reports/exit.ts'
import { UsageError } from './usage.ts'

const HELP = `usage: vac-conformance serve (--stdio | --http PORT [--host HOST] | --attach PORT)

Answers as the reference does, to a suite that is not this process.

  --stdio        lines on stdin and stdout, as exec: expects
  --http PORT    POST /v1/call; with ${TOKEN} set, for those alone who bring it
  --host HOST    address to listen on (default 127.0.0.1)
  --attach PORT  connects to a suite that waits with attach:PORT
`

/** `serve`: the reference as a client of its own. */
export async function serve(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      stdio: { type: 'boolean' },
      http: { type: 'string' },
      host: { type: 'string' },
      attach: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  const { stdio, http, host, attach } = values
  if ([stdio, http, attach].filter((way) => way !== undefined).length !== 1)
    throw new UsageError('expected one of --stdio, --http PORT and --attach PORT (serve --help)')
  if (host !== undefined && http === undefined)
    throw new UsageError('expected --host beside --http alone')
  const port = Number(http ?? attach ?? 0)
  if (!/^\d+$/.test(http ?? attach ?? '0') || port > 65_535)
    throw new UsageError(`expected a port from 0 to 65535, got "${http ?? attach}"`)
  if (stdio) await serveLines(reference(), process.stdin, process.stdout)
  else if (attach !== undefined) return attachTo(port)
  else await listen(port, host ?? '127.0.0.1')
  return 0
}

async function attachTo(port: number): Promise<number> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
  } catch (cause) {
    process.stderr.write(`no suite waits with attach:${port}: ${(cause as Error).message}\n`)
    return EXIT.notMeasured
  }
  socket.setNoDelay()
  await serveLines(reference(), socket, socket).catch(() => {})
  return 0
}

/** Until SIGTERM or SIGINT. */
async function listen(port: number, host: string): Promise<void> {
  const server = serveHttp(reference(), process.env[TOKEN])
  await once(server.listen(port, host), 'listening')
  const { address, port: bound, family } = server.address() as AddressInfo
  const shown = family === 'IPv6' ? `[${address}]` : address
  process.stderr.write(`the reference listens on http://${shown}:${bound}\n`)
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
  server.close()
  server.closeAllConnections()
}
