import { hexToBytes } from '@noble/hashes/utils.js'
import type { Proposal } from 'ts-mls'
import { wireOf } from './key-packages.ts'
import { decodeMessage } from './messages.ts'
import type { Motion } from './motion.ts'
import { extensionOf, type GroupParameters } from './parameters.ts'

/** A group as MLS proposals see it. */
export interface Standing {
  /** Members by leaf. */
  readonly members: ReadonlyMap<number, string>
  readonly parameters: GroupParameters
}

/**
 * What the steward `committer` makes of the approved motions (Single steward, 7): each change once, and none that has
 * no effect or that it cannot commit itself (AMB-65; RFC 9420, 12.2).
 */
export function mlsProposals(
  motions: readonly Motion[],
  group: Standing,
  committer: string,
): Proposal[] {
  const byChange = new Map<string, Proposal>()
  for (const motion of motions) {
    const proposal = proposalFor(motion, group)
    const { change } = motion
    if (!proposal || (change.kind === 'remove' && change.memberId === committer)) continue
    byChange.set(change.kind === 'stewards' ? change.kind : change.memberId, proposal)
  }
  return [...byChange.values()]
}

/** Undefined where the group is already as the motion wants it. */
export function proposalFor(
  motion: Motion,
  { members, parameters }: Standing,
): Proposal | undefined {
  const { change, keyPackage } = motion
  if (change.kind === 'stewards') {
    if (!areStewards(change.memberIds, members, parameters)) return undefined
    const extensions = [extensionOf({ ...parameters, stewards: change.memberIds })]
    return { proposalType: 'group_context_extensions', groupContextExtensions: { extensions } }
  }
  const leaf = [...members].find(([, member]) => member === change.memberId)?.[0]
  if (change.kind === 'remove')
    return leaf === undefined ? undefined : { proposalType: 'remove', remove: { removed: leaf } }
  if (leaf !== undefined || keyPackage === undefined) return undefined
  const message = decodeMessage(hexToBytes(keyPackage))
  if (message.wireformat !== 'mls_key_package') return undefined
  return { proposalType: 'add', add: { keyPackage: message.keyPackage } }
}

/** Only where the stewards alone vote on members do the members select them (two consensuses; AMB-61). */
function areStewards(
  chosen: readonly string[],
  members: ReadonlyMap<number, string>,
  { voters }: GroupParameters,
): boolean {
  const all = new Set(members.values())
  return voters === 'stewards' && chosen.length > 0 && chosen.every((each) => all.has(each))
}

/** What an MLS proposal does, as a key: two that do the same have the same. */
export function effectOf(proposal: Proposal): string {
  switch (proposal.proposalType) {
    case 'add':
      return `add ${wireOf(proposal.add.keyPackage)}`
    case 'remove':
      return `remove ${proposal.remove.removed}`
    case 'group_context_extensions':
      return `extensions ${proposal.groupContextExtensions.extensions
        .map(({ extensionType, extensionData }) => `${extensionType} ${extensionData}`)
        .join()}`
    default:
      return 'nothing that is voted on'
  }
}
