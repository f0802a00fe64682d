import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { check, demands } from '../spec/check/check.ts'
import { checkMarkdown } from '../spec/check/markdown.ts'
import { checkText } from '../spec/check/terminal.ts'
import { coverage } from '../spec/coverage/coverage.ts'
import { coveragePage } from '../spec/coverage/page.ts'
import { coverageText } from '../spec/coverage/terminal.ts'
import { freeze } from '../spec/freeze.ts'
import { defectsPage } from '../spec/readings/page.ts'
import { checkRegisters } from '../spec/register-schema.ts'
import { requirements } from '../spec/requirements.ts'
import { revisions } from '../spec/revisions.ts'
import { packageRoot } from '../spec/root.ts'
import { NotLocated } from '../spec/text/documents.ts'
import { nearest } from './nearest.ts'
import { knownRevision } from './revision.ts'
import { UsageError } from './usage.ts'

const HELP = `usage: vac-conformance spec coverage [--revision DATE] [--json FILE] [--html FILE]
       vac-conformance spec check DIR [--revision DATE] [--results PATH]... [--markdown [FILE]] [--json FILE]
       vac-conformance spec defects
       vac-conformance spec freeze DIR --revision DATE --title TEXT --source DOCUMENT=PLACE...

coverage  how every sentence of the texts is accounted for, and what of it is tested; untested first.
          Exit 0, or 1 where a sentence is not accounted for.
check     what a checkout of the RFCs says differently from the frozen texts, and what that touches.
          --results adds the verdicts of earlier runs; --markdown writes a comment for a pull request.
          Exit 0 where nothing that is required changed, else 1.
defects   writes docs/spec-defects.md from spec/readings.
freeze    writes spec/revisions/DATE.json from the texts in DIR and the registers.

FILE may be - for standard output. Revisions: ${revisions().join(', ')}.
`

const options = {
  revision: { type: 'string' },
  json: { type: 'string' },
  html: { type: 'string' },
  markdown: { type: 'string' },
  results: { type: 'string', multiple: true },
  title: { type: 'string' },
  source: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const

type Given = ReturnType<typeof given>['values']

const commands: Record<string, (folder: string | undefined, given: Given) => number> = {
  coverage: (_, { revision, json, html }) => {
    checkRegisters()
    const found = coverage(knownRevision(revision))
    write(json, () => JSON.stringify(found, null, 2))
    write(html, () => coveragePage(found))
    if (json !== '-' && html !== '-') process.stdout.write(coverageText(found))
    return found.documents.every(({ unaccounted }) => unaccounted.length === 0) ? 0 : 1
  },
  check: (folder, { revision, results, json, markdown }) => {
    checkRegisters()
    const found = check(required(folder), {
      against: knownRevision(revision),
      results: results ?? [],
    })
    write(json, () => JSON.stringify(found, null, 2))
    write(markdown, () => checkMarkdown(found))
    if (json !== '-' && markdown !== '-') process.stdout.write(checkText(found))
    return found.documents.some(demands) ? 1 : 0
  },
  defects: () => {
    writeFileSync(join(packageRoot(), 'docs', 'spec-defects.md'), defectsPage())
    return 0
  },
  freeze: (folder, { revision, title, source }) => {
    if (!revision || !title || !source) {
      throw new UsageError('freeze needs --revision, --title and --source')
    }
    const sources = Object.fromEntries(source.map((pair) => pair.split(/=(.*)/s, 2)))
    const documents = new Set(Object.keys(sources))
    const own = [...requirements(revision).values()].filter(({ document }) =>
      documents.has(document),
    )
    const frozen = freeze(required(folder), { revision, title, sources }, own)
    const path = join(packageRoot(), 'spec', 'revisions', `${revision}.json`)
    // One sentence or declaration a line, for readable differences.
    writeFileSync(
      path,
      `${JSON.stringify(frozen).replace(/\{"(?:hash|kind|section)":/g, '\n$&')}\n`,
    )
    return 0
  },
}

/** `spec`: the registers against the texts. Returns the exit code. */
export async function spec(args: string[]): Promise<number> {
  const { values, positionals } = given(args)
  const [name, folder] = positionals
  if (values.help || name === undefined) {
    process.stdout.write(HELP)
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    throw new UsageError(`no command "spec ${name}": ${nearest(name, Object.keys(commands))}`)
  }
  try {
    return command(folder, values)
  } catch (fault) {
    if (fault instanceof NotLocated) throw new UsageError(fault.message)
    throw fault
  }
}

/** parseArgs has no optional value: a bare --markdown means standard output. */
function given(args: string[]) {
  const spelt = args.flatMap((arg, i) => {
    const next = args[i + 1]
    return arg === '--markdown' && (next === undefined || next.startsWith('--'))
      ? [arg, '-']
      : [arg]
  })
  return parseArgs({ args: spelt, options, allowPositionals: true })
}

function required(folder: string | undefined): string {
  if (folder === undefined) throw new UsageError('name the folder with the texts')
  return folder
}

function write(path: string | undefined, content: () => string): void {
  if (path === undefined) return
  if (path === '-') process.stdout.write(`${content()}\n`)
  else writeFileSync(path, `${content()}\n`)
}
