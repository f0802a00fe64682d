import { parseArgs } from 'node:util'
import { catalogue } from '../spec/catalogue.ts'
import { frozenRequirements } from '../spec/requirements.ts'
import { packageRoot } from '../spec/root.ts'
import { knownRevision, REVISION_FLAG } from './revision.ts'

const HELP = `usage: vac-conformance list [--json] [--revision DATE]

Every requirement: id, level, state (tested, untested, untestable) and how many scenarios it has.

  ${REVISION_FLAG}
`

/** `list`: what is required, and what of it is tested. */
export async function list(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean' },
      revision: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  const rules = new Map(catalogue(packageRoot()).map((rule) => [rule.id, rule]))
  const rows = [...frozenRequirements(knownRevision(values.revision)).values()].map(
    ({ id, area, level, weight, statement, status }) => {
      const rule = rules.get(id)
      const state = rule ? 'tested' : status === 'testable' ? 'untested' : 'untestable'
      return {
        id,
        area,
        level,
        weight,
        state,
        ...(status !== 'testable' && { reason: status.untestable }),
        statement,
        scenarios: rule?.cases.map(({ name, uri, line }) => ({ name, uri, line })) ?? [],
      }
    },
  )
  process.stdout.write(
    values.json
      ? `${JSON.stringify(rows, null, 2)}\n`
      : `${rows.map((row) => `${row.id.padEnd(18)}${row.level.padEnd(12)}${row.state.padEnd(12)}${String(row.scenarios.length).padStart(4)}  ${row.statement}`).join('\n')}\n`,
  )
  return 0
}
