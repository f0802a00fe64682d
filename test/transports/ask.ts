import type { Connection } from '../../adapters/transports/transport.ts'

let id = 0

/** One call on a connection. */
export function ask(
  connection: Connection,
  op: string,
  params: object = {},
  deadlineMs = 30_000,
): Promise<unknown> {
  return connection.exchange({ id: ++id, op, now: 0, params }, deadlineMs)
}

/** Whether a process is there. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Waits until something holds; the test's own time limit ends it. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((done) => setTimeout(done, 20))
}
