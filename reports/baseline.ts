import { createHash } from 'node:crypto'
import Type, { type Static } from 'typebox'
import { parse } from 'yaml'
import { closed } from '../adapters/contract/scalars.ts'
import { readChecked, Unreadable } from './read.ts'
import type { BaselineResult, EntryState, RequirementResult } from './results.ts'

/** A failure that is known and accepted for a while. */
export const Entry = closed({
  /** The requirement that fails. */
  id: Type.String({ minLength: 1 }),
  /** How it fails, as results.json signs it: another failure of the same requirement is no known one. */
  signature: Type.String(),
  /** Why it is accepted. */
  reason: Type.String(),
  /** Who mends it. */
  owner: Type.String(),
  /** Last day on which it is accepted, in UTC. */
  expires: Type.String({ pattern: '^(\\d{4}-\\d{2}-\\d{2})?$' }),
})
export type Entry = Static<typeof Entry>

/** The file of known failures that an implementer keeps beside the implementation. */
export const BaselineFile = closed({ schema: Type.Literal(1), entries: Type.Array(Entry) })
export type BaselineFile = Static<typeof BaselineFile>

/** The JSON Schema of a baseline, as it is published. */
export function baselineSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:vac-conformance:baseline:1',
    title: 'Known failures of one client, for vac-conformance --baseline',
    ...(JSON.parse(JSON.stringify(BaselineFile)) as object),
  }
}

/** Reads a baseline. Fails with Unreadable, also for an id that stands in it twice or a day that no calendar has. */
export function readBaseline(file: string): BaselineFile {
  const read = readChecked<BaselineFile>(file, baselineSchema(), (text) =>
    parse(text, { uniqueKeys: true, maxAliasCount: 0, logLevel: 'error' }),
  )
  const seen = new Set<string>()
  for (const { id, expires } of read.entries) {
    if (seen.has(id)) throw new Unreadable(`${file}: ${id} stands in it twice: keep one entry`)
    seen.add(id)
    if (expires !== '' && !isDay(expires))
      throw new Unreadable(`${file}: ${id} expires on ${expires}, which is no day`)
  }
  return read
}

/**
 * Holds a baseline against what was found, and flags the requirements: `baselined` where a live
 * entry knows the failure, `stale` where the entry is no longer true. `today` is a day in UTC,
 * `known` tells which requirements there are at all.
 */
export function judgeBaseline(
  requirements: readonly RequirementResult[],
  { entries }: Pick<BaselineFile, 'entries'>,
  today: string,
  known: (id: string) => boolean,
): BaselineResult {
  const byId = new Map(requirements.map((each) => [each.id, each]))
  const judged = entries.map((entry) => {
    const requirement = byId.get(entry.id)
    const [state, because] = stateOf(entry, requirement, today, known)
    if (requirement) {
      requirement.flags = requirement.flags.filter((flag) => flag === 'disputed')
      if (state === 'live') requirement.flags.push('baselined')
      else if (state !== 'unmeasured') requirement.flags.push('stale')
    }
    const { id, signature, reason, owner, expires } = entry
    return { id, signature, reason, owner, expires, state, because }
  })
  const digest = createHash('sha256').update(JSON.stringify(entries)).digest('hex')
  return { digest: `sha256:${digest}`, entries: judged }
}

function stateOf(
  entry: Entry,
  requirement: RequirementResult | undefined,
  today: string,
  known: (id: string) => boolean,
): [EntryState, string] {
  const { id, signature, expires } = entry
  const blanks = (['signature', 'reason', 'owner', 'expires'] as const).filter(
    (key) => entry[key].trim() === '',
  )
  if (!known(id)) return ['unmatched', 'there is no requirement of this name']
  if (blanks.length > 0) return ['blank', `fill in ${blanks.join(', ')}`]
  if (!requirement) return ['out-of-scope', 'it was not in the scope of this run']
  const { verdict, cases } = requirement
  if (cases.some(({ elsewhere }) => elsewhere))
    return ['unmeasured', 'a part of the requirement runs in another shard']
  if (verdict === 'pass') return ['stale', 'the requirement passes now: delete the entry']
  if (verdict === 'not-applicable')
    return ['stale', 'the requirement does not apply to this client: delete the entry']
  if (verdict !== 'fail') return ['unmeasured', `the requirement is ${verdict.replace('-', ' ')}`]
  if (requirement.signature !== signature)
    return ['changed', `it fails otherwise now: ${requirement.signature}, not ${signature}`]
  if (today > expires) return ['expired', `it was accepted until ${expires}`]
  return ['live', `accepted until ${expires}`]
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
