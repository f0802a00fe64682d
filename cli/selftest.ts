import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Area, areas } from '../adapters/contract/hello.ts'
import { impostorsImage } from '../adapters/impostors/image.ts'
import { EXIT } from '../reports/exit.ts'
import { amiss, type NullGate, nullTable } from '../reports/null-gate.ts'
import { line } from '../reports/plain.ts'
import { packageRoot } from '../spec/root.ts'
import { nearest } from './nearest.ts'
import { type Asked, containerTrials, nameOf, type Trial, type Tried, trials } from './null-gate.ts'
import { knownRevision, REVISION_FLAG } from './revision.ts'
import type { Answer, Work } from './selftest-worker.ts'
import { UsageError } from './usage.ts'

const HELP = `usage: vac-conformance selftest [--area AREA]… [--impostor NAME]… [--revision DATE] [--workers N] [--out DIR]

Runs the suite against clients that implement nothing, over stdio and HTTP, with the probe and without
it, and without it in containers where a Docker engine answers. Prints the table and writes selftest.json
(default reports/out), which report site --selftest takes.
  ${REVISION_FLAG}

Exit 0: all of them passed zero requirements. 5: one passed something, so the suite is not to be trusted.
`

const WORKER = join(import.meta.dirname, `selftest-worker${extname(import.meta.filename)}`)

/** `selftest`: shows that the suite gives nothing for nothing. */
export async function selftest(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      area: { type: 'string', multiple: true, default: [] },
      impostor: { type: 'string', multiple: true, default: [] },
      revision: { type: 'string' },
      workers: { type: 'string', default: String(Math.ceil(availableParallelism() / 2)) },
      out: { type: 'string', default: 'reports/out' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return EXIT.conformant
  }
  for (const area of values.area)
    if (!areas.includes(area as Area))
      throw new UsageError(`no area "${area}": ${nearest(area, areas)}`)
  const asked = { areas: values.area, revision: knownRevision(values.revision) }
  if (!/^[1-9]\d?$/.test(values.workers))
    throw new UsageError(`expected --workers as a number from 1 to 99, got "${values.workers}"`)
  const folder = mkdtempSync(join(tmpdir(), 'selftest-'))
  const stopped = new AbortController()
  const stop = (name: NodeJS.Signals) => stopped.abort(name)
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    const record = join(folder, 'run.ndjson')
    const all = [...trials(record), ...containerTrials()]
    const names = [...new Set(all.map(nameOf))]
    for (const name of values.impostor)
      if (!names.includes(name))
        throw new UsageError(`no impostor "${name}": ${nearest(name, names)}`)
    const chosen = all.filter(
      (trial) => values.impostor.length === 0 || values.impostor.includes(nameOf(trial)),
    )
    const [control] = await tryAll([record], asked, 1, stopped.signal)
    const contained = chosen.some(({ transport }) => transport === 'docker')
    const image = contained
      ? await impostorsImage(packageRoot(), folder, record).catch((cause: Error) => cause)
      : new Error('of those asked for none can be in a container')
    const reachable = chosen.filter(
      ({ transport }) => transport !== 'docker' || !(image instanceof Error),
    )
    const workers = Number(values.workers)
    await using built = image instanceof Error ? undefined : image
    const tried = await tryAll(reachable, asked, workers, stopped.signal, built?.name)
    const rows = tried.map((each) => ({ ...each, impostor: nameOf(each) }))
    const missing = image instanceof Error ? image.message : amiss(rows)
    const gate: NullGate = {
      schema: 1,
      control: control as Tried,
      rows: missing === undefined ? rows : rows.filter(({ transport }) => transport !== 'docker'),
      docker: missing === undefined ? 'measured' : `not measured: ${line(missing, 300)}`,
    }
    const out = resolve(values.out)
    mkdirSync(out, { recursive: true })
    writeFileSync(join(out, 'selftest.json'), `${JSON.stringify(gate, null, 2)}\n`)
    process.stdout.write(nullTable(gate))
    const trusted =
      gate.control.passed.length > 0 && rows.every(({ passed }) => passed.length === 0)
    return trusted ? EXIT.conformant : EXIT.suiteFault
  } catch (cause) {
    if (!stopped.signal.aborted) throw cause
    return stopped.signal.reason === 'SIGINT' ? 130 : 143
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    rmSync(folder, { recursive: true })
  }
}

/** Tries them in processes of their own, several side by side. Fails where it is stopped. */
async function tryAll(
  work: readonly (Trial | string)[],
  asked: Asked,
  workers: number,
  stopped: AbortSignal,
  image?: string,
): Promise<Tried[]> {
  const rows: Tried[] = new Array(work.length)
  const queue = work.entries()
  await Promise.all(
    Array.from({ length: Math.min(workers, work.length) }, async () => {
      const child = fork(WORKER, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
      const kill = () => child.kill()
      stopped.addEventListener('abort', kill)
      try {
        stopped.throwIfAborted()
        for (const [i, trial] of queue) {
          rows[i] = await ask(child, image === undefined ? [trial, asked] : [trial, asked, image])
          process.stderr.write(rows[i].passed.length === 0 ? '.' : '+')
        }
      } finally {
        stopped.removeEventListener('abort', kill)
        kill()
      }
    }),
  )
  process.stderr.write('\n')
  return rows
}

async function ask(child: ChildProcess, work: Work): Promise<Tried> {
  const done = new AbortController()
  const { signal } = done
  const ended = once(child, 'exit', { signal }).then(([code]) =>
    Promise.reject(new Error(`the process of a trial ended with ${code}`)),
  )
  child.send(work)
  const [answer] = (await Promise.race([once(child, 'message', { signal }), ended])) as [Answer]
  ended.catch(() => {})
  done.abort()
  if ('fault' in answer) throw new Error(answer.fault)
  return answer
}
