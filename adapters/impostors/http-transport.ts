import { once } from 'node:events'
import { extname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { startProgram } from '../transports/exec.ts'
import { guard, release } from '../transports/guardian.ts'
import { HttpConnection } from '../transports/http-connection.ts'
import { type Connection, ConnectionLost, type Transport } from '../transports/transport.ts'

/** The same file as source and as what became of it in the package. */
const MAIN = join(import.meta.dirname, `main${extname(import.meta.filename)}`)

/** `impostor-http:NAME`: an impostor that serves HTTP in a process of its own; `closed-port` is no process at all. */
export class ImpostorHttp implements Transport {
  readonly address: string
  readonly #name: string

  constructor(name: string) {
    this.address = `impostor-http:${name}`
    this.#name = name
  }

  async connect(): Promise<Connection> {
    // The discard port: nobody listens there.
    if (this.#name === 'closed-port') return new HttpConnection(new URL('http://127.0.0.1:9'))
    const child = startProgram(
      `"${process.execPath}" "${MAIN}" --http 127.0.0.1:0 ${this.#name}`,
      '.',
    )
    if (child.pid !== undefined) guard('group', child.pid)
    child.stderr.resume()
    const lines = createInterface({ input: child.stdout })
    const end = () => {
      if (child.pid === undefined) return
      child.kill('SIGKILL')
      release('group', child.pid)
    }
    const [port] = (await Promise.race([once(lines, 'line'), once(lines, 'close')])) as string[]
    if (!port) {
      end()
      throw new ConnectionLost('the program ended before it listened')
    }
    const connection = new HttpConnection(new URL(`http://127.0.0.1:${port}`))
    return {
      exchange: (request, deadlineMs) => connection.exchange(request, deadlineMs),
      diagnostics: () => '',
      close: async () => {
        await connection.close()
        end()
      },
    }
  }
}
