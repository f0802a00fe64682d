import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a program took from its start to its end. */
export interface Cost {
  /** Processor time, also of the programs that it started. */
  readonly ms: number
  readonly wallMs: number
  readonly peakMb: number
}

/** Runs a script with Node, and fails where it ends with another code than these. Linux alone. */
export function cost(args: readonly string[], cwd: string, codes: readonly number[] = [0]): Cost {
  const folder = mkdtempSync(join(tmpdir(), 'bench-program-'))
  const peak = join(folder, 'peak')
  try {
    const env = {
      ...process.env,
      BENCH_PEAK: peak,
      NODE_OPTIONS: `--import ${join(import.meta.dirname, 'peak.ts')}`,
    }
    const [before, started] = [childrenMs(), performance.now()]
    const { status, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' })
    const wallMs = performance.now() - started
    if (!codes.includes(status ?? -1))
      throw new Error(`${args.join(' ')} ended ${status}: ${stderr}`)
    const peaks = readFileSync(peak, 'utf8').trim().split('\n').map(Number)
    return { ms: childrenMs() - before, wallMs, peakMb: Math.max(...peaks) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Processor time of all children that have ended; the kernel counts in hundredths of a second. */
function childrenMs(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8')
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(13, 15)
    .map(Number)
  return (user + system) * 10
}
