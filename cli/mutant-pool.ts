import { type ChildProcess, fork } from 'node:child_process'
import { extname, join } from 'node:path'
import type { Row } from '../reports/kill-matrix.ts'
import { type Answer, type Job, PROGRESS } from './mutant-run.ts'

/** Longer than any scenario takes that ends by itself, on a machine that does much else. */
const DEADLINE_MS = 120_000

const WORKER = join(import.meta.dirname, `mutant-worker${extname(import.meta.filename)}`)

/** Runs all jobs in processes of their own, several jobs to a process, and ends those that hang. */
export async function runJobs(
  jobs: readonly Job[],
  workers: number,
  onRow: (row: Row) => void,
): Promise<Row[]> {
  const rows: Row[] = new Array(jobs.length)
  const queue = jobs.entries()
  await Promise.all(
    Array.from({ length: Math.min(workers, jobs.length) }, async () => {
      let child: ChildProcess | undefined
      for (const [i, job] of queue) {
        child ??= fork(WORKER, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
        const answer = await ask(child, job)
        if (answer === 'hung' || answer === 'ended') {
          child.kill('SIGKILL')
          child = undefined
        }
        onRow((rows[i] = row(job, answer)))
      }
      child?.kill()
    }),
  )
  return rows
}

function ask(child: ChildProcess, job: Job): Promise<Answer | 'hung' | 'ended'> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle('hung'), DEADLINE_MS)
    const onMessage = (said: unknown) =>
      said === PROGRESS ? timer.refresh() : settle(said as Answer)
    const onExit = () => settle('ended')
    const settle = (answer: Answer | 'hung' | 'ended') => {
      clearTimeout(timer)
      child.off('message', onMessage).off('exit', onExit)
      resolve(answer)
    }
    child.on('message', onMessage).on('exit', onExit)
    child.send(job)
  })
}

/**
 * A mutant is right when the requirement that it breaks fails by a comparison: one that only crashes
 * breaks more than its rule, and would be found by any scenario.
 */
export function row(job: Job, answer: Answer | 'hung' | 'ended'): Row {
  const { kind, name, area, what, breaks, shownBy } = job
  const about = { kind, name, area, what, ...(breaks !== undefined && { breaks }) }
  if (answer === 'hung' || answer === 'ended')
    return { ...about, failed: [], killed: true, right: false, trouble: `the process ${answer}` }
  const { failures, fault } = answer
  const failed = failures.map(({ id }) => id)
  const found = kind === 'mutant' ? failures.find(({ id }) => id === breaks) : failures[0]
  const fairly = found?.by.some((way) => way === 'deviation' || way === shownBy) ?? false
  const trouble =
    fault ?? (kind === 'mutant' && found && !fairly ? `only by ${found.by.join(', ')}` : undefined)
  return {
    ...about,
    failed,
    killed: kind === 'mutant' && found !== undefined,
    right: fault === undefined && (kind === 'mutant' ? fairly : failed.length === 0),
    ...(found && { reason: found.reason }),
    ...(trouble !== undefined && { trouble }),
  }
}
