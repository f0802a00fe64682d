import { type Job, PROGRESS, runMutant } from './mutant-run.ts'

/* Runs the mutants that it is sent, one after the other. */

process.on('message', (job: Job) => {
  void runMutant(job, () => process.send?.(PROGRESS)).then((found) => process.send?.(found))
})
