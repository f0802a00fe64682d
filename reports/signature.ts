import { createHash } from 'node:crypto'
import type { CaseRecord } from './case.ts'

/**
 * The name of a failure, the same in every run in which the same thing goes wrong: the kind, a dash,
 * twelve hex digits. It follows from the scenario and what was compared in it, from which identifiers,
 * bytes, numbers and times are taken out, because those follow from the seed.
 */
export function caseSignature(scenario: string, record: CaseRecord): string | undefined {
  const { finding, counterexample, calls, callsDropped } = record
  if (!finding) return undefined
  const op = calls[(finding.call ?? -1) - callsDropped]?.op ?? ''
  // How a program ends is told with its exit code and its last words; where a property breaks, by a random schedule.
  const told =
    counterexample || finding.kind === 'crash' || finding.kind === 'timeout'
      ? []
      : [shape(finding.wanted), shape(finding.got)]
  return digest(finding.kind, [scenario, finding.kind, shape(finding.subject), op, ...told])
}

/** The name of what is wrong with a requirement: of all its failed cases together. */
export function requirementSignature(cases: readonly string[]): string | undefined {
  const [first, ...others] = [...new Set(cases)].sort()
  if (first === undefined || others.length === 0) return first
  return digest('several', [first, ...others])
}

/** A text with all that follows from a seed replaced by what kind of thing it is; names such as `m1` stay. */
export function shape(text: string): string {
  return text
    .slice(0, 2_000)
    .replace(/\b(?:0x)?[0-9a-f]{8,}\b/gi, '<hex>')
    .replace(/(?<![\w<])-?\d+(?:\.\d+)?(?!\w)/g, '<n>')
    .replace(/\s+/g, ' ')
    .slice(0, 300)
}

function digest(kind: string, parts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  return `${kind}-${hash.slice(0, 12)}`
}
