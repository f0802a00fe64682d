import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin'
import { type GherkinDocument, IdGenerator, type Rule, type Scenario } from '@cucumber/messages'

/** One runnable scenario: a Scenario, or one row of an Examples table. */
export interface Case {
  readonly name: string
  /** Path of the feature from the package root, with `/`. */
  readonly uri: string
  /** Line of the Scenario or of the Examples row. */
  readonly line: number
  readonly tags: readonly string[]
  /** Capabilities from its `@needs-…` tags. */
  readonly needs: readonly string[]
}

/**
 * The scenarios that test one requirement: a Rule of a feature, or, where a Rule is a table of
 * requirements, the rows of its Examples that name one in their `id` column.
 */
export interface CataloguedRule {
  readonly id: string
  readonly level: string
  readonly name: string
  readonly area: string
  readonly uri: string
  readonly line: number
  readonly cases: readonly Case[]
}

/** A feature file that would test nothing, or not what it claims (trust rule 6). */
export class CatalogueFault extends Error {
  override name = 'CatalogueFault'
}

const LEVELS = ['@must', '@should', '@may']

/** Reads every feature below a folder. Fails with CatalogueFault, naming file and line. */
export function catalogue(root: string, folder = 'features'): CataloguedRule[] {
  const uris = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.feature'))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .sort()
  const rules = uris.flatMap((uri) => rulesOf(uri, readFileSync(join(root, uri), 'utf8')))
  const seen = new Map<string, CataloguedRule>()
  for (const rule of rules) {
    const first = seen.get(rule.id)
    if (first)
      throw new CatalogueFault(
        `${rule.uri}:${rule.line}: ${rule.id} has a Rule already, at ${first.uri}:${first.line}`,
      )
    seen.set(rule.id, rule)
  }
  return rules
}

/** The rules of one feature text. */
export function rulesOf(uri: string, text: string): CataloguedRule[] {
  const newId = IdGenerator.incrementing()
  const document: GherkinDocument = new Parser(
    new AstBuilder(newId),
    new GherkinClassicTokenMatcher(),
  ).parse(text)
  const pickles = Map.groupBy(
    compile(withoutSteps(document), uri, newId),
    ({ astNodeIds: [scenario = ''] }) => scenario,
  )
  const area = uri.split('/')[1] ?? ''
  return (document.feature?.children ?? []).flatMap(({ rule, scenario }) => {
    if (scenario) throw at(uri, scenario, `"${scenario.name}" stands outside a Rule`)
    if (!rule) return []
    const { id, level } = tagsOf(uri, rule)
    const scenarios = rule.children.flatMap((child) => (child.scenario ? [child.scenario] : []))
    const cases = scenarios.flatMap((scenario) => casesOf(uri, scenario))
    if (cases.length === 0) throw at(uri, rule, `${id} has no scenario`)
    const common = { level, name: rule.name, area, uri, line: rule.location.line }
    const named = namedRows(uri, id, rule, scenarios)
    if (named.size === 0) return [{ ...common, id, cases }]
    const grouped = Map.groupBy(cases, ({ line }) => named.get(line) ?? '')
    return [...grouped].map(([id, cases]) => ({ ...common, id, cases }))
  })

  function casesOf(uri: string, scenario: Scenario): Case[] {
    if (scenario.steps.length === 0) throw at(uri, scenario, `"${scenario.name}" has no step`)
    for (const examples of scenario.examples)
      if (examples.tableBody.length === 0) throw at(uri, examples, `an Examples table has no row`)
    const own = pickles.get(scenario.id)
    if (!own) throw at(uri, scenario, `"${scenario.name}" makes no case`)
    const rows = new Map(
      scenario.examples.flatMap(({ tableBody }) =>
        tableBody.map((row) => [row.id, row.location.line]),
      ),
    )
    return own.map(({ name, astNodeIds, tags }) => {
      const names = tags.map((tag) => tag.name)
      return {
        name,
        uri,
        line: rows.get(astNodeIds[1] ?? '') ?? scenario.location.line,
        tags: names,
        needs: names.flatMap((tag) =>
          tag.startsWith('@needs-') ? [tag.slice('@needs-'.length)] : [],
        ),
      }
    })
  }
}

/** A case is its name, its tags and its place: to fill the rows into every step would take most of the time. */
function withoutSteps(document: GherkinDocument): GherkinDocument {
  const { feature } = document
  if (!feature) return document
  const bare = <T extends { scenario?: Scenario; background?: unknown }>(children: readonly T[]) =>
    children.flatMap((child) => {
      if (child.background) return []
      return [child.scenario ? { ...child, scenario: { ...child.scenario, steps: [] } } : child]
    })
  const children = bare(feature.children).map((child) =>
    child.rule ? { ...child, rule: { ...child.rule, children: bare(child.rule.children) } } : child,
  )
  return { ...document, feature: { ...feature, children } }
}

/** Line of each row that names its requirement, with the name: all rows of the Rule, or none. */
function namedRows(uri: string, family: string, rule: Rule, scenarios: readonly Scenario[]) {
  const named = new Map<number, string>()
  for (const { tableHeader, tableBody } of scenarios.flatMap(({ examples }) => examples)) {
    const column = tableHeader?.cells.findIndex(({ value }) => value === 'id') ?? -1
    for (const row of tableBody) {
      const id = row.cells[column]?.value
      if (id === undefined) continue
      if (!id.startsWith(`${family}-`)) throw at(uri, row, `${id} is none of ${family}-…`)
      named.set(row.location.line, id)
    }
  }
  const rows = scenarios.flatMap(({ examples }) => examples.flatMap(({ tableBody }) => tableBody))
  const plain = scenarios.some(({ examples }) => examples.length === 0)
  if (named.size > 0 && (plain || named.size < rows.length))
    throw at(uri, rule, `${family}: every scenario of the Rule needs an \`id\` column, or none`)
  return named
}

function tagsOf(uri: string, rule: Rule) {
  const tags = rule.tags.map(({ name }) => name).filter((name) => !name.startsWith('@needs-'))
  const levels = tags.filter((tag) => LEVELS.includes(tag))
  const ids = tags.filter((tag) => !LEVELS.includes(tag))
  const [id] = ids
  const [level] = levels
  if (ids.length !== 1 || levels.length !== 1 || !id || !level)
    throw at(
      uri,
      rule,
      `a Rule has one id and one of ${LEVELS.join(' ')} as tags, got ${tags.join(' ')}`,
    )
  return { id: id.slice(1), level: level.slice(1) }
}

function at(uri: string, node: { location: { line: number } }, fault: string): CatalogueFault {
  return new CatalogueFault(`${uri}:${node.location.line}: ${fault}`)
}
