import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { closeAll } from '../adapters/open.ts'
import { readBaseline } from '../reports/baseline.ts'
import { failures, headline } from '../reports/console.ts'
import { Transcript } from '../reports/evidence/transcript.ts'
import { EXIT_TABLE } from '../reports/exit.ts'
import { Progress } from '../reports/progress.ts'
import { writeReports } from '../reports/write.ts'
import { BIND_FLAG, castingOf } from './bind.ts'
import { BLAME_FLAG, blame } from './blame.ts'
import { CODEX_FLAG, closeCodex } from './codex-node.ts'
import { conduct } from './conduct.ts'
import { REVISION_FLAG } from './revision.ts'
import { UsageError } from './usage.ts'

const HELP = `usage: vac-conformance run --adapter ADDRESS [--bind NAME=ADDRESS]… [flags]

  --adapter ADDRESS  reference, exec:COMMAND, client:NAME, …
  ${BIND_FLAG}
  ${BLAME_FLAG}
  --area AREA        sds, voting, archives or payloads, or one document of them, such as consensus;
                     may be repeated (default: what the client claims)
  --id ID            one requirement; may be repeated
  --tags EXPRESSION  a Cucumber tag expression, such as "@must and not @needs-sds.tick"
  ${REVISION_FLAG};
                     "declared": the one that the client declares
  ${CODEX_FLAG}
  --seed HEX         repeat a run with its seed (default: a new one)
  --deadline MS      how long a call may take (default 5000; 0: no limit)
  --baseline FILE    failures that are known: see the command baseline
  --shard I/N        only the I-th of N shares of the scenarios; report merge joins their results
  --parallel N       N clients beside each other (default 1; for a large run of the reference up to 4)
  --out DIR          where results.json and the reports go (default reports/out)

${EXIT_TABLE}
`

/** `run`: tests one client, tells what was found, writes the reports. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    allowNegative: true,
    options: {
      adapter: { type: 'string' },
      bind: { type: 'string', multiple: true, default: [] },
      blame: { type: 'boolean' },
      area: { type: 'string', multiple: true, default: [] },
      id: { type: 'string', multiple: true, default: [] },
      tags: { type: 'string', default: '' },
      revision: { type: 'string' },
      codex: { type: 'string' },
      seed: { type: 'string' },
      deadline: { type: 'string' },
      baseline: { type: 'string' },
      shard: { type: 'string' },
      parallel: { type: 'string' },
      out: { type: 'string', default: 'reports/out' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  if (values.seed !== undefined && !/^[0-9a-f]{2,64}$/.test(values.seed))
    throw new UsageError(`expected --seed as 2 to 64 lower-case hex digits, got "${values.seed}"`)
  if (values.deadline !== undefined && !/^\d+$/.test(values.deadline))
    throw new UsageError(`expected --deadline as milliseconds, got "${values.deadline}"`)
  const { adapter, bind } = castingOf(values.adapter, values.bind)
  const shard = shardOf(values.shard)
  if (values.parallel !== undefined && !/^[1-9]\d?$/.test(values.parallel))
    throw new UsageError(`expected --parallel as a number from 1 to 99, got "${values.parallel}"`)
  const baseline = values.baseline === undefined ? undefined : readBaseline(values.baseline)
  const out = resolve(values.out)
  const transcript = new Transcript(out)
  const progress = new Progress(process.stderr)
  const conducted = await conduct({
    adapter,
    bind,
    areas: values.area,
    ids: values.id,
    tags: values.tags,
    ...(values.revision !== undefined && { revision: values.revision }),
    ...(values.seed !== undefined && { seed: values.seed }),
    ...(values.deadline !== undefined && { deadlineMs: Number(values.deadline) }),
    ...(values.codex !== undefined && { codex: values.codex }),
    ...(shard && { shard }),
    parallel: values.parallel === undefined ? 'as-usual' : Number(values.parallel),
    ...(baseline && { baseline }),
    onPlan: (plan, hello) => progress.begin(plan, hello),
    tape: true,
    onProbe: (...heard) => transcript.probe(...heard),
    onCase: (ran, tape) => {
      transcript.case(ran, tape)
      progress.step(ran)
    },
  })
  const stop = (signal: NodeJS.Signals) => {
    progress.end()
    writeReports(conducted.results(true), out)
    process.stderr.write(`interrupted: what had run is in ${out}\n`)
    void closeAll()
      .then(closeCodex)
      .then(() => process.exit(signal === 'SIGINT' ? 130 : 143))
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  await conducted.finished
  process.off('SIGINT', stop).off('SIGTERM', stop)
  progress.end()
  const results = conducted.results(false)
  if (values.blame ?? values.bind.length > 0) await blame(results, conducted.parameters)
  await closeCodex()
  const written = writeReports(results, out)
  process.stdout.write(
    `${failures(results)}${headline(results)}\nresults: ${written.json}\nreport:  ${written.html}\n`,
  )
  return results.exit
}

function shardOf(text: string | undefined): { index: number; total: number } | undefined {
  if (text === undefined) return undefined
  const [, i, n] = /^(\d+)\/(\d+)$/.exec(text) ?? []
  const [index, total] = [Number(i), Number(n)]
  if (!(index >= 1 && total >= 2 && index <= total))
    throw new UsageError(`expected --shard as I/N with I from 1 to N and N from 2, got "${text}"`)
  return { index, total }
}
