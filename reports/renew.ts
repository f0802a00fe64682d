import { parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import { speaking } from './block.ts'
import { line } from './plain.ts'
import type { BaselineResult, RequirementResult } from './results.ts'

/** What became of the entries of a baseline. */
export interface Renewed {
  readonly text: string
  readonly added: readonly string[]
  readonly renewed: readonly string[]
  readonly removed: readonly string[]
}

const EMPTY = `# Known failures. Each entry needs a reason, an owner and the last day on which it is accepted.
schema: 1
entries: []
`

/**
 * A baseline brought up to what was found: an entry for every MUST that fails, without those that
 * are stale. What has to be decided by a person is left blank, and the comments of the file stay.
 */
export function renew(
  text: string | undefined,
  requirements: readonly RequirementResult[],
  judged: BaselineResult | undefined,
): Renewed {
  const document = parseDocument(text ?? EMPTY)
  const entries = document.get('entries') as YAMLSeq<YAMLMap>
  entries.flow = false
  const states = new Map(judged?.entries.map(({ id, state }) => [id, state]))
  const byId = new Map(requirements.map((each) => [each.id, each]))
  const idOf = (item: YAMLMap) => String(item.get('id'))
  const [renewed, removed] = [[] as string[], [] as string[]]
  for (const item of entries.items) {
    const id = idOf(item)
    const state = states.get(id)
    if (state === 'stale' || state === 'unmatched') removed.push(id)
    if (state !== 'changed' && state !== 'expired') continue
    renewed.push(id)
    item.set('expires', '')
    if (state === 'expired') continue
    item.set('signature', byId.get(id)?.signature)
    item.set('reason', '')
  }
  entries.items = entries.items.filter((item) => !removed.includes(idOf(item)))
  const known = new Set(entries.items.map(idOf))
  const added = requirements.filter(
    ({ id, weight, verdict }) => weight === 'must' && verdict === 'fail' && !known.has(id),
  )
  for (const requirement of added) entries.items.push(blank(requirement))
  return {
    text: document.toString({ lineWidth: 0 }),
    added: added.map(({ id }) => id),
    renewed,
    removed,
  }

  function blank(requirement: RequirementResult): YAMLMap {
    const { id, signature = '' } = requirement
    const item = document.createNode({ id, signature, reason: '', owner: '', expires: '' })
    const finding = speaking(requirement)?.finding
    const told = `wanted ${line(finding?.wanted ?? '')}; got ${line(finding?.got ?? '')}`
    item.commentBefore = ` ${line(requirement.statement, 160)}\n ${told}`
    return item as YAMLMap
  }
}
