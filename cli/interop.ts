import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { clientName } from '../reports/console.ts'
import { EXIT, EXIT_TABLE } from '../reports/exit.ts'
import type { Interop, Pair } from '../reports/interop.ts'
import { interopTable } from '../reports/interop-table.ts'
import { type Ends, pairOf } from '../reports/pair.ts'
import { line } from '../reports/plain.ts'
import type { Results } from '../reports/results.ts'
import { slug } from '../reports/site/links.ts'
import { writeReports } from '../reports/write.ts'
import { frozenRequirements } from '../spec/requirements.ts'
import { BLAME_FLAG, blame } from './blame.ts'
import { checkScope, conduct, type RunOptions } from './conduct.ts'
import { knownRevision, REVISION_FLAG } from './revision.ts'
import { suiteVersion } from './suite.ts'
import { UsageError } from './usage.ts'

const HELP = `usage: vac-conformance interop ADDRESS ADDRESS… [flags]

Puts every client as sender together with every client as receiver, itself included, runs the scenarios
that two clients share (tag @pair) and prints the matrix. Writes interop.json, from which report site
--interop makes a page, and beside it the reports of every pair.

  --area AREA        as of run; may be repeated (default: what both clients claim)
  --id ID            one requirement; may be repeated
  --tags EXPRESSION  a Cucumber tag expression, of the scenarios with @pair
  ${REVISION_FLAG}
  --seed HEX         repeat a run with its seed (default: a new one, the same for all pairs)
  --deadline MS      how long a call may take (default 5000; 0: no limit)
  ${BLAME_FLAG.replace('where there are bindings', 'on')}
  --out DIR          default reports/out/interop

${EXIT_TABLE}
`

/** `interop`: which clients understand each other. */
export async function interop(args: string[]): Promise<number> {
  const { values, positionals: clients } = parseArgs({
    args,
    allowPositionals: true,
    allowNegative: true,
    options: {
      area: { type: 'string', multiple: true, default: [] },
      id: { type: 'string', multiple: true, default: [] },
      tags: { type: 'string', default: '' },
      revision: { type: 'string' },
      seed: { type: 'string', default: randomBytes(8).toString('hex') },
      deadline: { type: 'string' },
      blame: { type: 'boolean', default: true },
      out: { type: 'string', default: 'reports/out/interop' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return EXIT.conformant
  }
  if (clients.length < 2 || new Set(clients).size < clients.length)
    throw new UsageError('expected two or more different clients (interop --help)')
  const revision = knownRevision(values.revision)
  const tags = values.tags === '' ? '@pair' : `@pair and (${values.tags})`
  const asked = { areas: values.area, ids: values.id, tags }
  const ids = checkScope(asked, frozenRequirements(revision)).map(({ id }) => id)
  const out = resolve(values.out)
  const startedAt = new Date().toISOString()
  const { seed, deadline } = values
  const common = {
    revision,
    seed,
    areas: values.area,
    ...(deadline !== undefined && { deadlineMs: Number(deadline) }),
  }
  const controls = new Map<string, Results | string>()
  for (const adapter of clients) {
    process.stderr.write(`${line(adapter, 60)} alone\n`)
    controls.set(adapter, await resultsOf({ ...common, adapter, ids, tags: '' }, false))
  }
  const idle = new Set(clients.filter((each) => aloneOf(controls.get(each)).passed === 0))
  const pairs: Pair[] = []
  for (const sender of clients)
    for (const receiver of clients) {
      process.stderr.write(`${line(sender, 60)} → ${line(receiver, 60)}\n`)
      const bind = { sender, receiver }
      const options = { ...common, adapter: sender, bind, ids: values.id, tags }
      const ran = await resultsOf(options, values.blame)
      if (typeof ran === 'string') pairs.push(unmeasured(bind, ran))
      else {
        pairs.push(pairOf(bind, ran, idle))
        writeReports(ran, join(out, `${slug(sender)}--${slug(receiver)}`))
      }
    }
  const found: Interop = {
    schema: 1,
    suite: suiteVersion(),
    revision,
    seed,
    startedAt,
    clients: clients.map((address) => {
      const control = controls.get(address)
      const name = typeof control === 'object' ? clientName(control) : address
      return { address, name, alone: aloneOf(control) }
    }),
    pairs,
  }
  mkdirSync(out, { recursive: true })
  const file = join(out, 'interop.json')
  writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`)
  process.stdout.write(`${interopTable(found)}matrix: ${file}\n`)
  return exitOf(pairs)
}

/** The results of one run; why there are none where its clients have nothing in common. */
async function resultsOf(options: RunOptions, blaming: boolean): Promise<Results | string> {
  try {
    const { finished, results, parameters } = await conduct(options)
    await finished
    const found = results(false)
    if (blaming) await blame(found, parameters)
    return found
  } catch (cause) {
    if (cause instanceof UsageError) return cause.message
    throw cause
  }
}

function aloneOf(control: Results | string | undefined): Interop['clients'][number]['alone'] {
  if (typeof control !== 'object') return { passed: 0, failed: 0, unmeasured: 0 }
  const { pass, fail, total } = control.summary
  return { passed: pass, failed: fail, unmeasured: total - pass - fail }
}

const unmeasured = (bind: Ends, reason: string): Pair => ({
  ...bind,
  exit: EXIT.notMeasured,
  reason,
  passed: 0,
  failed: 0,
  unmeasured: 0,
  readings: [],
  failures: [],
})

/** The gravest of all pairs. */
function exitOf(pairs: readonly Pair[]): number {
  const exits = new Set(pairs.map(({ exit }) => exit))
  const grave = [EXIT.suiteFault, EXIT.deviates, EXIT.notMeasured].find((each) => exits.has(each))
  return grave ?? EXIT.conformant
}
