import { type ChildProcess, fork } from 'node:child_process'
import { extname, join } from 'node:path'
import type { Row } from '../reports/kill-matrix.ts'

/** A mutant or variant to run. */
export interface Job {
  readonly kind: 'mutant' | 'variant'
  readonly name: string
  readonly area: string
  readonly what: string
  readonly breaks?: string
}

/** What a worker answers: the requirements that failed, or what kept it from running. */
export type Answer = { readonly failed: readonly string[]; readonly fault?: string }

/** Longer than any mutant takes that ends by itself. */
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
    const onMessage = (answer: unknown) => settle(answer as Answer)
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

function row(job: Job, answer: Answer | 'hung' | 'ended'): Row {
  if (answer === 'hung' || answer === 'ended')
    return {
      ...job,
      failed: [],
      killed: true,
      right: job.kind === 'mutant',
      trouble: `the process ${answer}`,
    }
  const { failed, fault } = answer
  const killed = job.breaks !== undefined && failed.includes(job.breaks)
  const right = fault === undefined && (job.kind === 'mutant' ? killed : failed.length === 0)
  return { ...job, failed, killed, right, ...(fault !== undefined && { trouble: fault }) }
}
