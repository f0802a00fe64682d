import { type Job, runMutant } from './mutant-run.ts'

/* Runs the mutants that it is sent, one after the other. */

process.on('message', (job: Job) => {
  void runMutant(job).then((found) => process.send?.(found))
})
