import {
  type CiphersuiteImpl,
  type ClientState,
  createCommit,
  createProposal,
  encodeMlsMessage,
  type Proposal,
} from 'ts-mls'
import { keyPackageOf } from './mls-messages.ts'

/* Commits of RFC 9420, whoever makes them and whatever for. */

/** Whether the proposals are in the commit, or go before it and it refers to them. */
export type Way = 'by value' | 'by reference'

/** What a commit consists of, in the order in which it is sent. */
export interface Committed {
  /** Proposals that go before it, where it refers to them. */
  readonly proposals: readonly Uint8Array[]
  readonly commit: Uint8Array
  readonly welcome?: Uint8Array
}

/** Makes a commit in a state of a group; `next`: where it leads. */
export async function committing(
  group: ClientState,
  cs: CiphersuiteImpl,
  wanted: readonly Proposal[],
  way: Way,
): Promise<Committed & { readonly next: ClientState }> {
  let state = group
  const proposals: Uint8Array[] = []
  for (const proposal of way === 'by reference' ? wanted : []) {
    const { newState, message } = await createProposal(state, false, proposal, cs)
    state = newState
    proposals.push(encodeMlsMessage(message))
  }
  const { commit, welcome, newState } = await createCommit(
    { state, cipherSuite: cs },
    { extraProposals: way === 'by value' ? [...wanted] : [], ratchetTreeExtension: true },
  )
  const version = 'mls10'
  return {
    next: newState,
    proposals,
    commit: encodeMlsMessage(commit),
    ...(welcome && { welcome: encodeMlsMessage({ version, wireformat: 'mls_welcome', welcome }) }),
  }
}

/** An Add of whoever made a key package. */
export function addition(keyPackage: Uint8Array): Proposal {
  return { proposalType: 'add', add: { keyPackage: keyPackageOf(keyPackage) } }
}

/** A Remove of the leaf whose identity begins so; undefined: there is none. */
export function removal(tree: ClientState['ratchetTree'], owner: Uint8Array): Proposal | undefined {
  for (const [at, node] of tree.entries()) {
    if (node?.nodeType !== 'leaf' || node.leaf.credential.credentialType !== 'basic') continue
    const { identity } = node.leaf.credential
    if (Buffer.compare(identity.subarray(0, owner.length), owner) === 0)
      return { proposalType: 'remove', remove: { removed: at / 2 } }
  }
  return undefined
}
