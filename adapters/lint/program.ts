import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { startProgram } from '../transports/exec.ts'
import { guard, release } from '../transports/guardian.ts'
import { Lines } from '../transports/lines.ts'
import { Ring } from '../transports/ring.ts'

/** An adapter as bare pipes: what a connection would judge is looked at here. */
export class Program implements AsyncDisposable {
  readonly lines: string[] = []
  /** Resolves with its exit. */
  readonly ended: Promise<void>
  readonly #child: ReturnType<typeof startProgram>
  readonly #stderr = new Ring()
  #stderrBytes = 0
  #next = Promise.withResolvers<void>()
  #running = true

  constructor(command: string, folder: string) {
    const child = startProgram(command, folder)
    this.#child = child
    if (child.pid !== undefined) guard('group', child.pid)
    this.ended = Promise.race([once(child, 'exit'), once(child, 'error')]).then(
      () => this.#over(),
      () => this.#over(),
    )
    const lines = new Lines((line) => {
      this.lines.push(line)
      this.#next.resolve()
      this.#next = Promise.withResolvers()
    })
    child.stdout.on('data', (chunk: Buffer) => {
      try {
        lines.push(chunk)
      } catch {
        child.stdout.destroy()
      }
    })
    child.stderr.on('data', (chunk: Buffer) => {
      this.#stderrBytes += chunk.length
      this.#stderr.push(chunk)
    })
    child.stdin.on('error', () => {})
  }

  get running(): boolean {
    return this.#running
  }

  get stderrBytes(): number {
    return this.#stderrBytes
  }

  /** How it ended, and what it last wrote to stderr. */
  get lastWords(): string {
    const { exitCode, signalCode } = this.#child
    const wrote = this.#stderr.toString().trim().slice(-500)
    return `${signalCode ?? `exit code ${exitCode}`}${wrote ? `; it last wrote: ${wrote}` : ''}`
  }

  say(request: object): void {
    this.#child.stdin.write(`${JSON.stringify(request)}\n`)
  }

  /** Resolves with the next line. */
  line(): Promise<void> {
    return this.#next.promise
  }

  endInput(): void {
    this.#child.stdin.end()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { pid } = this.#child
    if (pid === undefined) return
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
    } catch {
      // Nothing of the group is left.
    }
    await Promise.race([this.ended, delay(1_000, undefined, { ref: false })])
    release('group', pid)
  }

  #over(): void {
    this.#running = false
  }
}
