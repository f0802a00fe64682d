import {
  type CiphersuiteImpl,
  type ClientState,
  createApplicationMessage,
  createCommit,
  createProposal,
  emptyPskIndex,
  encodeMlsMessage,
  type IncomingMessageCallback,
  type MlsPrivateMessage,
  type MlsPublicMessage,
  type Proposal,
  processMessage,
} from 'ts-mls'
import { defaultClientConfig } from 'ts-mls/clientConfig.js'
import { unprotectPrivateMessage } from 'ts-mls/messageProtection.js'
import { Refused } from '../../../contract/handler.ts'
import { authentication, memberIdOf } from './credential.ts'
import { refusing } from './messages.ts'
import { type GroupParameters, parametersIn } from './parameters.ts'
import type { DeMlsProfile } from './profile.ts'

/** What a member must know to say whether a proposal or a commit may have effect. */
export interface Handshake {
  readonly kind: 'proposal' | 'commit'
  /** Undefined: somebody outside. */
  readonly sender: string | undefined
  readonly proposals: readonly Proposal[]
}

export interface Opened {
  readonly data: Uint8Array
  readonly sender: string
  /** Until then the message may come again. */
  readonly accept: () => void
}

/** The MLS of one member in one group: who is in it, and what its messages do. */
export class MlsGroup {
  readonly #cs: CiphersuiteImpl
  readonly #profile: DeMlsProfile
  #state: ClientState
  #members: ReadonlyMap<number, string>
  /** Whether a commit removed this member. */
  removed = false

  constructor(state: ClientState, cs: CiphersuiteImpl, profile: DeMlsProfile) {
    this.#state = state
    this.#cs = cs
    this.#profile = profile
    this.#members = this.#leaves()
  }

  get epoch(): bigint {
    return this.#state.groupContext.epoch
  }

  get authenticator(): Uint8Array {
    return this.#state.keySchedule.epochAuthenticator
  }

  get parameters(): GroupParameters {
    return parametersIn(this.#state.groupContext.extensions)
  }

  /** Members by leaf. */
  get members(): ReadonlyMap<number, string> {
    return this.#members
  }

  /** Whether an MLS proposal waits for its commit. */
  get pending(): boolean {
    return Object.keys(this.#state.unappliedProposals).length > 0
  }

  /** Encrypts application data. */
  async protect(data: Uint8Array): Promise<Uint8Array> {
    const { newState, privateMessage } = await createApplicationMessage(this.#state, data, this.#cs)
    this.#state = newState
    return encodeMlsMessage({ version: 'mls10', wireformat: 'mls_private_message', privateMessage })
  }

  /** Decrypts application data of this epoch; the library's own way does not tell the sender. */
  async open({ privateMessage }: MlsPrivateMessage): Promise<Opened> {
    const { keySchedule, secretTree, ratchetTree, groupContext, clientConfig } = this.#state
    const { content, tree } = await refusing(() =>
      unprotectPrivateMessage(
        keySchedule.senderDataSecret,
        privateMessage,
        secretTree,
        ratchetTree,
        groupContext,
        clientConfig.keyRetentionConfig,
        this.#cs,
      ),
    )
    const said = content.content
    const sender = said.sender.senderType === 'member' && this.#members.get(said.sender.leafIndex)
    if (said.contentType !== 'application' || !sender)
      throw new Refused('malformed', 'no application message of a member')
    const accept = () => {
      this.#state = { ...this.#state, secretTree: tree }
    }
    return { data: said.applicationData, sender, accept }
  }

  /** Processes a proposal or a commit; `permit` fails with Refused where it may have no effect. */
  async follow(
    message: MlsPrivateMessage | MlsPublicMessage,
    permit: (handshake: Handshake) => void,
  ): Promise<void> {
    let removed = false
    const decide: IncomingMessageCallback = (incoming) => {
      const { kind } = incoming
      const many = kind === 'commit' ? incoming.proposals : [incoming.proposal]
      const leaf = kind === 'commit' ? incoming.senderLeafIndex : incoming.proposal.senderLeafIndex
      const proposals = many.map(({ proposal }) => proposal)
      permit({ kind, sender: leaf === undefined ? undefined : this.#members.get(leaf), proposals })
      // The library takes a member for removed only where its leaf is blank afterwards, but an Add may reuse it.
      removed = kind === 'commit' && proposals.some((each) => this.#isRemoved(each))
      return removed ? 'reject' : 'accept'
    }
    const { newState } = await refusing(() =>
      processMessage(message, this.#state, emptyPskIndex, decide, this.#cs),
    )
    this.removed = removed
    if (!removed) this.#become(newState)
  }

  /** Makes the proposals and one commit of them, and enters the next epoch. Answers MLSMessages, in order. */
  async commit(proposals: readonly Proposal[]) {
    const before: Uint8Array[] = []
    let state = this.#state
    const byReference = this.#profile.mlsProposals === 'by-reference'
    for (const proposal of byReference ? proposals : []) {
      const { newState, message } = await createProposal(state, false, proposal, this.#cs)
      before.push(encodeMlsMessage(message))
      state = newState
    }
    const { newState, commit, welcome } = await createCommit(
      { state, cipherSuite: this.#cs },
      { ratchetTreeExtension: true, extraProposals: byReference ? [] : [...proposals] },
    )
    this.#become(newState)
    const version = 'mls10'
    return {
      group: [...before, encodeMlsMessage(commit)],
      welcome: welcome && encodeMlsMessage({ version, wireformat: 'mls_welcome', welcome }),
    }
  }

  #become(state: ClientState): void {
    this.#state = state
    this.#members = this.#leaves()
  }

  #isRemoved(proposal: Proposal): boolean {
    const own = this.#state.privatePath.leafIndex
    return proposal.proposalType === 'remove' && proposal.remove.removed === own
  }

  #leaves(): Map<number, string> {
    const members = new Map<number, string>()
    for (const [at, node] of this.#state.ratchetTree.entries()) {
      if (node?.nodeType !== 'leaf') continue
      const member = memberIdOf(node.leaf.credential, this.#profile.credential)
      if (member !== undefined) members.set(at / 2, member)
    }
    return members
  }
}

/** How the library is to behave: no keys of past epochs, and room for messages out of order. */
export const clientConfig = ({ credential }: DeMlsProfile) => ({
  ...defaultClientConfig,
  keyRetentionConfig: {
    retainKeysForEpochs: 0,
    retainKeysForGenerations: 200,
    maximumForwardRatchetSteps: 1000,
  },
  authService: authentication(credential),
})
