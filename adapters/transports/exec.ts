import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Request } from '../contract/envelope.ts'
import { Lines } from './lines.ts'
import { Ring } from './ring.ts'
import { type Connection, ConnectionLost, Garbled, Overdue, type Transport } from './transport.ts'

/** How long a client has to end after its stdin closed, and again after SIGTERM. */
const GRACE_MS = 500

/** `exec:COMMAND`: a local program that speaks one JSON object a line on stdin and stdout. */
export class Exec implements Transport {
  readonly address: string
  readonly #command: readonly string[]
  readonly #cwd: string

  constructor(command: string, cwd = process.cwd()) {
    this.address = `exec:${command}`
    this.#command = words(command)
    this.#cwd = cwd
  }

  async connect(): Promise<Connection> {
    const [program, ...args] = this.#command
    if (!program) throw new ConnectionLost('expected a command after "exec:", got none')
    // The Node that runs the suite comes first, so `exec:node …` is Node 24 also where the shell's is older.
    const PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`
    const child = spawn(program, args, {
      cwd: this.#cwd,
      env: { ...process.env, PATH },
      stdio: ['pipe', 'pipe', 'pipe'],
      // A process group of its own: what the client starts ends with it.
      detached: process.platform !== 'win32',
    })
    return new ExecConnection(child, program)
  }
}

interface Waiting {
  readonly resolve: (reply: unknown) => void
  readonly reject: (reason: Error) => void
}

class ExecConnection implements Connection {
  readonly #child: ChildProcess
  readonly #stderr = new Ring()
  readonly #waiting = new Map<number, Waiting>()
  #ended: Error | undefined

  constructor(child: ChildProcess, program: string) {
    this.#child = child
    running.add(child)
    const lines = new Lines((line) => this.#reply(line))
    child.stdout?.on('data', (chunk: Buffer) => {
      try {
        lines.push(chunk)
      } catch (fault) {
        this.#end(fault as Error)
      }
    })
    child.stderr?.on('data', (chunk: Buffer) => this.#stderr.push(chunk))
    // A write to a program that has ended fails here too; `close` tells the reason.
    child.stdin?.on('error', () => {})
    child.on('error', (cause) => {
      running.delete(child)
      this.#end(new ConnectionLost(`cannot start "${program}": ${cause.message}`, { cause }))
    })
    child.on('close', (code, signal) => {
      running.delete(child)
      this.#end(new ConnectionLost(`the program ended with ${signal ?? `exit code ${code}`}`))
    })
  }

  async exchange(request: Request, deadlineMs: number): Promise<unknown> {
    if (this.#ended) throw this.#ended
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    this.#waiting.set(request.id, { resolve, reject })
    const timer =
      deadlineMs > 0
        ? setTimeout(() => reject(new Overdue(`no reply within ${deadlineMs} ms`)), deadlineMs)
        : undefined
    this.#child.stdin?.write(`${JSON.stringify(request)}\n`)
    try {
      return await promise
    } finally {
      clearTimeout(timer)
      this.#waiting.delete(request.id)
    }
  }

  diagnostics(): string {
    return this.#stderr.toString()
  }

  async close(): Promise<void> {
    const child = this.#child
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      signal(child, 'SIGKILL')
      return
    }
    const gone = once(child, 'exit')
    child.stdin?.end()
    for (const next of ['SIGTERM', 'SIGKILL'] as const) {
      await Promise.race([gone, delay(GRACE_MS, undefined, { ref: false })])
      // Also after the program itself has ended: something that it started may be left in its group.
      signal(child, next)
    }
    await gone
  }

  #reply(line: string): void {
    let reply: unknown
    try {
      reply = JSON.parse(line)
    } catch {
      return this.#end(
        new Garbled(`expected a line of JSON on stdout, got ${JSON.stringify(line.slice(0, 200))}`),
      )
    }
    const id = (reply as { id?: unknown } | null)?.id
    const waiting = typeof id === 'number' ? this.#waiting.get(id) : undefined
    if (!waiting)
      return this.#end(
        new Garbled(`got a reply to no open request: ${JSON.stringify(line.slice(0, 200))}`),
      )
    this.#waiting.delete(id as number)
    waiting.resolve(reply)
  }

  #end(reason: Error): void {
    this.#ended ??= reason
    for (const { reject } of this.#waiting.values()) reject(this.#ended)
    this.#waiting.clear()
  }
}

const running = new Set<ChildProcess>()
// Whatever ends the suite, no client outlives it.
process.on('exit', () => {
  for (const child of running) signal(child, 'SIGKILL')
})

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, name)
  } catch {
    // Nothing of the group is left.
  }
}

/** Splits a command at blanks, outside single or double quotes. No shell, so nothing else is special. */
function words(command: string): string[] {
  return [...command.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single ?? ''),
  )
}
