import { spawn } from 'node:child_process'
import { extname } from 'node:path'
import type { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'

let guardian: Writable | undefined

/**
 * Names something that must not outlive this process: a process group by its id, or everything in
 * the Docker engine that has a label. A small process of its own reads the names and
 * acts when its input ends, so it works also where the suite itself is killed.
 */
export function guard(kind: 'group' | 'label', name: string | number): void {
  guardian ??= start()
  guardian.write(`+${kind} ${name}\n`)
}

/** Takes a name back: what it named is gone. */
export function release(kind: 'group' | 'label', name: string | number): void {
  guardian?.write(`-${kind} ${name}\n`)
}

function start(): Writable {
  const script = new URL(`guardian-process${extname(import.meta.url)}`, import.meta.url)
  const child = spawn(process.execPath, [fileURLToPath(script)], {
    // Out of reach of Ctrl-C, which ends the suite and with it the input of the guardian.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.unref()
  // Without a guardian what is closed in order is still closed.
  child.on('error', () => {})
  child.stdin.on('error', () => {})
  ;(child.stdin as unknown as { unref(): void }).unref()
  return child.stdin
}
