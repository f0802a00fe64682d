import { appendFileSync } from 'node:fs'

/* Loaded into a program that is measured: leaves the most memory that it had, in megabytes. */

process.on('exit', () => {
  const mb = Math.round(process.resourceUsage().maxRSS / 1024)
  appendFileSync(process.env.BENCH_PEAK ?? '/dev/null', `${mb}\n`)
})
