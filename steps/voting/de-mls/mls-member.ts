import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import {
  type CiphersuiteImpl,
  type ClientState,
  createApplicationMessage,
  defaultCapabilities,
  defaultLifetime,
  emptyPskIndex,
  encodeMlsMessage,
  generateKeyPackageWithKey,
  type IncomingMessageCallback,
  joinGroup,
  type KeyPackage,
  type PrivateKeyPackage,
  type Proposal,
  processMessage,
} from 'ts-mls'
import { ciphersuite } from '../../../proto/mls/ciphersuite.ts'
import type { Dice } from '../../dice.ts'
import { type Committed, committing, removal, type Way } from './mls-commits.ts'
import { decoded, keyPackageOf } from './mls-messages.ts'

/**
 * A member of the group that the suite plays. It is a member of an MLS group and nothing more: it follows
 * every commit that MLS allows and says whatever it is told to, so that it can also misbehave.
 */
export class MlsMember {
  /** MLSMessage with the key package. */
  readonly keyPackage: Uint8Array
  /** Types of the proposals in each commit that it processed. */
  readonly committed: (readonly Proposal['proposalType'][])[] = []
  readonly #cs: CiphersuiteImpl
  readonly #public: KeyPackage
  readonly #private: PrivateKeyPackage
  #state: ClientState | undefined
  /** Where the last commit of its own leads. */
  #next: ClientState | undefined

  private constructor(
    cs: CiphersuiteImpl,
    { publicPackage, privatePackage }: Awaited<ReturnType<typeof generateKeyPackageWithKey>>,
  ) {
    this.#cs = cs
    this.#public = publicPackage
    this.#private = privatePackage
    this.keyPackage = encodeMlsMessage({
      version: 'mls10',
      wireformat: 'mls_key_package',
      keyPackage: publicPackage,
    })
  }

  /**
   * One who is not yet in a group, with a basic credential. What it carries may depend on the key of the leaf;
   * `like`: a key package with capabilities that the group asks for. All its randomness is from `dice`.
   */
  static async create(
    dice: Dice,
    identityOf: (signatureKey: Uint8Array) => Uint8Array,
    like?: Uint8Array,
  ): Promise<MlsMember> {
    const seed = dice.hex(32)
    let drawn = 0
    const cs = ciphersuite(() => sha256(utf8ToBytes(`${seed}/${drawn++}`)))
    const keys = await cs.signature.keygen()
    const made = await generateKeyPackageWithKey(
      { credentialType: 'basic', identity: identityOf(keys.publicKey) },
      like ? keyPackageOf(like).leafNode.capabilities : defaultCapabilities(),
      defaultLifetime,
      [],
      keys,
      cs,
    )
    return new MlsMember(cs, made)
  }

  get groupId(): Uint8Array {
    return this.#group.groupContext.groupId
  }

  /** Whether it was welcomed, and not removed since as far as it knows. */
  get joined(): boolean {
    return this.#state !== undefined && this.#state.groupActiveState.kind === 'active'
  }

  get epoch(): bigint {
    return this.#group.groupContext.epoch
  }

  /** The same for all members who are in the same epoch. */
  get epochAuthenticator(): Uint8Array {
    return this.#group.keySchedule.epochAuthenticator
  }

  /** Enters the group by a welcome. Fails where there is no entry for it. */
  async join(welcome: Uint8Array): Promise<void> {
    const message = decoded(welcome)
    if (message.wireformat !== 'mls_welcome')
      throw new Error(`expected an MLS welcome, got ${message.wireformat}`)
    this.#state = await joinGroup(
      message.welcome,
      this.#public,
      this.#private,
      emptyPskIndex,
      this.#cs,
    )
  }

  /** Processes a message of the group; answers what an application message says. Fails where MLS does. */
  async take(wire: Uint8Array): Promise<Uint8Array | undefined> {
    const message = decoded(wire)
    const { wireformat } = message
    if (wireformat !== 'mls_private_message' && wireformat !== 'mls_public_message')
      throw new Error(`expected a message of the group, got ${wireformat}`)
    const follow: IncomingMessageCallback = (incoming) => {
      if (incoming.kind === 'commit')
        this.committed.push(incoming.proposals.map(({ proposal }) => proposal.proposalType))
      return 'accept'
    }
    const result = await processMessage(message, this.#group, emptyPskIndex, follow, this.#cs)
    this.#state = result.newState
    return result.kind === 'applicationMessage' ? result.message : undefined
  }

  /** Says something to the group. */
  async say(data: Uint8Array): Promise<Uint8Array> {
    const { newState, privateMessage } = await createApplicationMessage(this.#group, data, this.#cs)
    this.#state = newState
    return encodeMlsMessage({ version: 'mls10', wireformat: 'mls_private_message', privateMessage })
  }

  /** Makes a commit and stays in its epoch itself: nobody has to follow. */
  async commit(proposals: readonly Proposal[], way: Way): Promise<Committed> {
    const { next, ...committed } = await committing(this.#group, this.#cs, proposals, way)
    this.#next = next
    return committed
  }

  /** epoch_authenticator of those who follow the last commit of its own. */
  get nextAuthenticator(): Uint8Array | undefined {
    return this.#next?.keySchedule.epochAuthenticator
  }

  /** Enters the epoch that the last commit of its own opened. */
  advance(): void {
    this.#state = this.#next
  }

  /** A Remove of the member whose identity begins so; undefined: there is none. */
  remove(owner: Uint8Array): Proposal | undefined {
    return removal(this.#group.ratchetTree, owner)
  }

  get #group(): ClientState {
    if (!this.#state) throw new Error('expected a member, got somebody outside: join() comes first')
    return this.#state
  }
}
