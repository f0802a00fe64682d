import { type Area, registers } from '../registers.ts'
import { type Requirement, requirements } from '../requirements.ts'
import { revisions } from '../revisions.ts'
import { type Reading, readings } from './readings.ts'

const MEANING = {
  A: 'the text contradicts itself, or two correct implementations cannot work together',
  B: 'what a client does depends on the reading',
  C: 'a word of clarification is enough',
} as const

type Entry = Reading & { area: Area; dependants: Requirement[] }

/** docs/spec-defects.md: every ambiguity for the editors of the texts, worst first, each with a proposal. */
export function defectsPage(): string {
  const entries = sorted()
  const count = (severity: Reading['severity']): number =>
    entries.filter((entry) => entry.severity === severity).length
  const parts = [
    '# Defects of the specifications',
    'Generated from `spec/readings` by `vac-conformance spec defects`; do not edit.',
    `${entries.length} places where a text is ambiguous or contradicts itself, worst first; of one weight, ` +
      'those first on which most rules depend that a client can violate. Each says how it can be read, what this suite takes, and what an editor could print instead.',
    [
      '| weight | meaning | entries |',
      '| --- | --- | ---: |',
      ...(['A', 'B', 'C'] as const).map((s) => `| ${s} | ${MEANING[s]} | ${count(s)} |`),
    ].join('\n'),
    overview(entries),
    ...(['A', 'B', 'C'] as const).flatMap((severity) => [
      `## ${severity}: ${MEANING[severity]}`,
      ...entries.filter((entry) => entry.severity === severity).map(item),
    ]),
  ]
  return `${parts.join('\n\n')}\n`
}

function sorted(): Entry[] {
  // Those of all revisions: a reading can concern the later text alone.
  const required = [...new Map(revisions().flatMap((name) => [...requirements(name)])).values()]
  return [...readings()]
    .flatMap(([area, entries]) =>
      entries.map((entry) => ({
        ...entry,
        area,
        dependants: required.filter(
          (requirement) => requirement.area === area && requirement.readings.includes(entry.id),
        ),
      })),
    )
    .toSorted(
      (a, b) =>
        a.severity.localeCompare(b.severity) ||
        violable(b) - violable(a) ||
        b.dependants.length - a.dependants.length,
    )
}

/** How many rules of the pinned texts can be violated by one reading or the other. */
function violable({ dependants }: Entry): number {
  return dependants.filter(({ id, weight }) => weight === 'must' && requirements().has(id)).length
}

function overview(entries: readonly Entry[]): string {
  const rows = registers().map(({ document, title }) => {
    const own = entries.filter((entry) => entry.document === document)
    const count = (s: string): number => own.filter(({ severity }) => severity === s).length
    return `| ${title} | ${count('A')} | ${count('B')} | ${count('C')} |`
  })
  return ['| text | A | B | C |', '| --- | ---: | ---: | ---: |', ...rows].join('\n')
}

function item(entry: Entry): string {
  const { area, document, id, subject, defect, declare, dependants } = entry
  const title = registers().find((register) => register.document === document)?.title ?? document
  const keys = declare.map((key) => `\`${key}\``).join(', ')
  const ids = dependants.map((requirement) => requirement.id)
  return [
    `### ${subject}`,
    `${title}${sections(dependants)} (${area} ${id}). ${defect}`,
    entry.readings.map((reading, i) => `${i + 1}. ${reading}`).join('\n'),
    [
      `- The suite: ${entry.default}`,
      `- Proposal: ${entry.wording}`,
      `- ${keys ? `An adapter declares ${keys}.` : 'Nothing to declare.'}`,
      `- ${ids.length > 0 ? `Depends on it: ${ids.join(', ')}.` : 'No requirement depends on it.'}`,
    ].join('\n'),
  ].join('\n\n')
}

/** Where in the text it is met: the headings of what depends on it, the first few. */
function sections(dependants: readonly Requirement[]): string {
  const headings = dependants.map(({ section }) => section.split(' / ').at(-1) ?? '')
  const [first, second, third, more] = [...new Set(headings)].filter(Boolean)
  const named = [first, second, third].filter(Boolean).map((heading) => `*${heading}*`)
  return named.length > 0 ? `, ${named.join(', ')}${more ? ' and others' : ''}` : ''
}
