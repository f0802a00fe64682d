import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CataloguedRule, catalogue } from '../../spec/catalogue.ts'
import { packageRoot } from '../../spec/root.ts'

/** Lines shown of one Rule. */
const LINES = 150

let rules: ReadonlyMap<string, CataloguedRule> | undefined
const files = new Map<string, readonly string[]>()

/** The Rule that tests a requirement, as its feature says it in this version of the suite. */
export function ruleText(
  id: string,
): { readonly uri: string; readonly line: number; readonly text: string } | undefined {
  rules ??= new Map(catalogue(packageRoot()).map((rule) => [rule.id, rule]))
  const rule = rules.get(id)
  if (!rule) return undefined
  const { uri, line } = rule
  const lines = files.get(uri) ?? readFileSync(join(packageRoot(), uri), 'utf8').split('\n')
  files.set(uri, lines)
  const rest = lines.slice(line)
  const next = rest.findIndex((each) => /^\s*Rule:/.test(each))
  const own = next < 0 ? rest : withoutTags(rest.slice(0, next))
  const shown = [lines[line - 1] ?? '', ...own].slice(0, LINES)
  if (own.length >= LINES) shown.push('…')
  return { uri, line, text: shown.join('\n').trimEnd() }
}

/** Tags and comments before the next Rule belong to it. */
function withoutTags(lines: readonly string[]): readonly string[] {
  let end = lines.length
  while (end > 0 && /^\s*(?:[@#].*)?$/.test(lines[end - 1] ?? '')) end--
  return lines.slice(0, end)
}
