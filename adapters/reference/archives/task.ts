/** Something a node does by itself. */
export interface Task {
  /** When it is due next, Unix milliseconds; undefined while there is nothing to do. */
  due(now: number): number | undefined
  /** Does it. Afterwards it is due later, or not at all. */
  run(now: number): Promise<void> | void
}

/** Runs every task that is due up to `to`, the earliest first, and moves the time from task to task. */
export async function runDue(tasks: readonly Task[], from: number, to: number): Promise<void> {
  let now = from
  for (;;) {
    const next = earliest(tasks, now)
    if (!next || next.due > to) return
    now = Math.max(now, next.due)
    await next.task.run(now)
  }
}

function earliest(tasks: readonly Task[], now: number): { task: Task; due: number } | undefined {
  let found: { task: Task; due: number } | undefined
  for (const task of tasks) {
    const due = task.due(now)
    if (due !== undefined && (!found || due < found.due)) found = { task, due }
  }
  return found
}
