import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Request } from '../contract/envelope.ts'
import { clientEnvironment } from './environment.ts'
import { Exchanges } from './exchanges.ts'
import { guard, release } from './guardian.ts'
import { Lines } from './lines.ts'
import { Ring } from './ring.ts'
import { type Connection, ConnectionLost, type Transport } from './transport.ts'

/** How long a client has to end after its stdin closed, and again after SIGTERM. */
const GRACE_MS = 500
/** How long the last output of a client that ended may take to arrive. */
const DRAIN_MS = 200

/** `exec:COMMAND`: a local program that speaks one JSON object a line on stdin and stdout. */
export class Exec implements Transport {
  readonly address: string
  readonly #command: string
  readonly #cwd: string

  constructor(command: string, cwd = process.cwd()) {
    this.address = `exec:${command}`
    this.#command = command
    this.#cwd = cwd
  }

  async connect(): Promise<Connection> {
    return new ExecConnection(startProgram(this.#command, this.#cwd))
  }
}

/** Starts a program with pipes, as the leader of a process group of its own. Fails with ConnectionLost for no command. */
export function startProgram(command: string, cwd: string): ChildProcessWithoutNullStreams {
  const [program, ...args] = words(command)
  if (!program) throw new ConnectionLost('expected a command after "exec:", got none')
  const env = clientEnvironment()
  // The Node that runs the suite comes first, so `exec:node …` is Node 24 also where the shell's is older.
  env.PATH = `${dirname(process.execPath)}${delimiter}${env.PATH ?? ''}`
  return spawn(program, args, {
    cwd,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
    // A process group of its own: what the client starts ends with it.
    detached: process.platform !== 'win32',
  })
}

class ExecConnection implements Connection {
  readonly #child: ChildProcess
  readonly #stderr = new Ring()
  readonly #exchanges: Exchanges

  constructor(child: ChildProcess) {
    this.#child = child
    this.#exchanges = new Exchanges((text) => child.stdin?.write(`${text}\n`))
    if (child.pid !== undefined) guard('group', child.pid)
    const lines = new Lines((line) => this.#exchanges.receive(line))
    child.stdout?.on('data', (chunk: Buffer) => {
      try {
        lines.push(chunk)
      } catch (fault) {
        this.#exchanges.end(fault as Error)
      }
      // A client that says what is no reply is not listened to any longer, however much it says.
      if (this.#exchanges.ended) child.stdout?.destroy()
    })
    child.stderr?.on('data', (chunk: Buffer) => this.#stderr.push(chunk))
    child.on('error', (cause) =>
      this.#exchanges.end(
        new ConnectionLost(`cannot start "${child.spawnfile}": ${cause.message}`, { cause }),
      ),
    )
    child.on('close', () => this.#exchanges.end(this.#lost()))
    // `close` waits for everybody who holds the pipes, so what the client started could put it off for ever.
    const soon = () => setTimeout(() => this.#exchanges.end(this.#lost()), DRAIN_MS).unref()
    child.once('exit', soon)
    child.stdout?.once('end', soon)
    child.stdin?.on('error', soon)
  }

  exchange(request: Request, deadlineMs: number): Promise<unknown> {
    return this.#exchanges.exchange(request, deadlineMs)
  }

  diagnostics(): string {
    return this.#stderr.toString()
  }

  async close(): Promise<void> {
    const child = this.#child
    this.#exchanges.end(new ConnectionLost('the connection was closed'))
    if (child.pid === undefined) return
    if (running(child)) {
      const gone = once(child, 'exit')
      child.stdin?.end()
      await Promise.race([gone, delay(GRACE_MS, undefined, { ref: false })])
      if (running(child)) {
        signal(child, 'SIGTERM')
        await Promise.race([gone, delay(GRACE_MS, undefined, { ref: false })])
      }
      signal(child, 'SIGKILL')
      if (running(child)) await gone
    }
    // Also after the program itself has ended: something that it started may be left in its group.
    signal(child, 'SIGKILL')
    release('group', child.pid)
    child.stdout?.destroy()
    child.stderr?.destroy()
  }

  #lost(): ConnectionLost {
    const { exitCode, signalCode } = this.#child
    return new ConnectionLost(
      running(this.#child)
        ? 'the program closed its stdin or stdout'
        : `the program ended with ${signalCode ?? `exit code ${exitCode}`}`,
    )
  }
}

const running = (child: ChildProcess) => child.exitCode === null && child.signalCode === null

/** To the whole group of the child. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, name)
  } catch {
    // Nothing of the group is left.
  }
}

/** Splits a command at blanks, outside single or double quotes. No shell, so nothing else is special. */
export function words(command: string): string[] {
  return [...command.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single ?? ''),
  )
}
