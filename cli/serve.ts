import { once } from 'node:events'
import { connect } from 'node:net'
import { parseArgs } from 'node:util'
import { reference } from '../adapters/reference/adapter.ts'
import { serveHttp } from '../adapters/serving/http.ts'
import { serveLines } from '../adapters/serving/lines.ts'
import { TOKEN } from '../adapters/transports/environment.ts'

const USAGE = `usage: vac-conformance serve (--stdio | --http PORT [--host HOST] | --attach PORT)
  --stdio        answer lines on stdin and stdout, as exec: expects
  --http PORT    answer POST /v1/call; with ${TOKEN} in the environment only to those who bring it
  --host HOST    address to listen on (default 127.0.0.1)
  --attach PORT  connect to a suite that waits with attach:PORT`

/** Serves the reference as a client of its own. Answers the exit code. */
export async function serve(args: string[]): Promise<number> {
  let options: { stdio?: boolean; http?: string; host?: string; attach?: string }
  try {
    options = parseArgs({
      args,
      options: {
        stdio: { type: 'boolean' },
        http: { type: 'string' },
        host: { type: 'string' },
        attach: { type: 'string' },
      },
    }).values
  } catch (cause) {
    return usage((cause as Error).message)
  }
  const { stdio, http, host, attach } = options
  const ways = [stdio, http, attach].filter((way) => way !== undefined)
  if (ways.length !== 1) return usage('expected one of --stdio, --http and --attach')
  if (host !== undefined && http === undefined) return usage('--host goes with --http')
  const port = Number(http ?? attach ?? 0)
  if (!/^\d+$/.test(http ?? attach ?? '0') || port > 65_535)
    return usage(`expected a port from 0 to 65535, got "${http ?? attach}"`)
  if (stdio) await serveLines(reference(), process.stdin, process.stdout)
  else if (attach !== undefined) return attachTo(port)
  else await listen(port, host ?? '127.0.0.1')
  return 0
}

function usage(fault: string): number {
  console.error(`${fault}\n${USAGE}`)
  return 2
}

async function attachTo(port: number): Promise<number> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
  } catch (cause) {
    console.error(`no suite waits at attach:${port}: ${(cause as Error).message}`)
    return 4
  }
  socket.setNoDelay()
  await serveLines(reference(), socket, socket).catch(() => {})
  return 0
}

/** Until SIGTERM or SIGINT. */
async function listen(port: number, host: string): Promise<void> {
  const server = serveHttp(reference(), process.env[TOKEN])
  await once(server.listen(port, host), 'listening')
  const { address, port: bound, family } = server.address() as import('node:net').AddressInfo
  const shown = family === 'IPv6' ? `[${address}]` : address
  console.error(`the reference listens on http://${shown}:${bound}`)
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
  server.close()
  server.closeAllConnections()
}
