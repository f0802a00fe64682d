import type { Change, Channel } from '../../../adapters/contract/de-mls.ts'
import type { Proposal, Vote } from '../../../proto/consensus.ts'
import { personalDigest, signDigest } from '../../../proto/ethereum-signature.ts'
import type { World } from '../../world.ts'
import { OPEN_MS } from '../agenda.ts'
import { type Ballot, Crafter, type Terms } from '../craft.ts'
import type { Declared } from '../declared.ts'
import type { People } from '../people.ts'
import { Framing, type Unframed } from './framing.ts'
import { Heard } from './heard.ts'
import type { Way } from './mls-commits.ts'
import { MlsMember } from './mls-member.ts'
import type { Addressee, Sent } from './network.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const bytes = (text: string): Uint8Array => Buffer.from(text, 'hex')

/**
 * A member of the group whom the suite plays, so that clients need no hook to misbehave: she has a key as
 * everybody has, joins by key package and welcome, and votes, proposes and commits whatever a scenario wants.
 */
export class Mallory implements Addressee {
  readonly name = 'Mallory'
  readonly memberId: string
  readonly mls: MlsMember
  /** Why the last message told her nothing. */
  trouble = 'no welcome came'
  readonly #world: World
  readonly #crafter: Crafter
  readonly #declared: Declared
  readonly #framing: Framing
  readonly #flaw: Flaw
  readonly #heard: Heard

  private constructor(world: World, mls: MlsMember, setting: Setting) {
    const { people, declared, framer, flaw } = setting
    this.#world = world
    this.mls = mls
    this.memberId = hex(people.owner('Mallory'))
    this.#declared = declared
    this.#framing = new Framing(world, framer)
    this.#heard = new Heard(this.#framing)
    const { layout } = this.#framing
    this.#crafter = new Crafter(people, { ...declared.encoding, layout }, world.dice)
    this.#flaw = flaw
  }

  static async create(world: World, setting: Setting): Promise<Mallory> {
    const { people, declared, like, flaw } = setting
    const owner = people.owner(flaw.as ?? 'Mallory')
    const signed = declared.reading('credential', 'owner') === 'signed-owner'
    const identityOf = (key: Uint8Array) =>
      signed
        ? Buffer.concat([owner, signDigest(personalDigest(key), people.key('Mallory'))])
        : owner
    const mls = await MlsMember.create(
      world.dice,
      identityOf,
      like === undefined ? undefined : bytes(like),
    )
    return new Mallory(world, mls, setting)
  }

  get inside(): boolean {
    return this.mls.joined
  }

  get refused(): boolean {
    return this.trouble !== 'nothing'
  }

  /** Whether any message that she could decrypt holds these bytes. */
  found(content: string): boolean {
    return this.#heard.holds(content)
  }

  hears(channel: Channel): boolean {
    if (channel === 'welcome') return !this.mls.joined
    return channel === 'group' && this.mls.joined
  }

  async take({ channel, wire }: Sent): Promise<readonly Sent[]> {
    try {
      if (channel === 'welcome') await this.mls.join(bytes(wire))
      else {
        const heard = await this.mls.take(bytes(wire))
        if (heard) this.#heard.take(heard)
      }
      this.trouble = 'nothing'
    } catch (error) {
      // Whatever a client sends may be unreadable; what she does not hear shows later.
      this.trouble = (error as Error).message
    }
    return []
  }

  get keyPackage(): Sent {
    const wire = Buffer.from(this.mls.keyPackage)
    // The signature is what an MLSMessage with a key package ends with.
    if (this.#flaw.unsigned) wire[wire.length - 1] = (wire.at(-1) ?? 0) ^ 1
    return this.#sent('key-package', wire)
  }

  /** A proposal as she heard of it last. */
  async heard(id: number): Promise<Unframed> {
    const found = await this.#heard.proposal(id)
    if (found) return found
    return this.#world.fail({
      kind: 'deviation',
      subject: 'what the member of the suite hears',
      wanted: `the proposal ${id}, framed in an application message of the group`,
      got: this.trouble === 'nothing' ? 'no such proposal' : this.trouble,
    })
  }

  /** Adds a vote to a proposal as she holds it; `signer`: who signs it, if not its owner. */
  async vote(id: number, ballot: Ballot, signer = ballot.name): Promise<Proposal> {
    const { votes, ...terms } = (await this.heard(id)).proposal
    const vote = this.cast(terms, ballot, votes, signer)
    return { ...terms, round: terms.round + 1, votes: [...votes, vote] }
  }

  /** A vote for the end of a list. */
  cast(terms: Terms, ballot: Ballot, before: readonly Vote[], signer = ballot.name): Vote {
    const time = this.#declared.wireTime(this.#world.now)
    return this.#crafter.vote(terms, ballot, time, before, { signer })
  }

  /** What the payload of a proposal says for a change. */
  payload(change: Change, keyPackage: string | undefined): Promise<string> {
    return this.#framing.payload(change, keyPackage)
  }

  /** A proposal of hers, with her vote or what she takes for votes. */
  async propose(
    change: Change,
    keyPackage: string | undefined,
    { votes, ...differing }: Pick<Proposal, 'expected_voters_count'> & Partial<Proposal>,
  ): Promise<Proposal> {
    const timestamp = this.#declared.wireTime(this.#world.now)
    const terms = {
      name: 'a change',
      payload: await this.payload(change, keyPackage),
      proposal_id: Number.parseInt(this.#world.dice.hex(4), 16) >>> 1,
      proposal_owner: bytes(this.memberId),
      round: 1,
      timestamp,
      expiration_time: this.#declared.expirationTime(timestamp, OPEN_MS),
      liveness_criteria_yes: true,
      ...differing,
    }
    return { ...terms, votes: votes ?? [this.cast(terms, { name: this.name, yes: true }, [])] }
  }

  /** Sends a proposal with its votes to the group; `open`: as it is, without encryption. */
  async say(proposal: Proposal, open = false): Promise<readonly Sent[]> {
    const { unframed, data } = await this.#framing.wrap(proposal)
    this.#heard.keep(unframed)
    return [this.#sent('group', open ? data : await this.mls.say(data))]
  }

  /** Commits without asking anybody. */
  async commit(proposals: Parameters<MlsMember['commit']>[0], way: Way): Promise<readonly Sent[]> {
    const made = await this.mls.commit(proposals, way)
    return [
      ...made.proposals.map((wire) => this.#sent('group', wire)),
      this.#sent('group', made.commit),
      ...(made.welcome ? [this.#sent('welcome', made.welcome)] : []),
    ]
  }

  #sent(channel: Channel, wire: Uint8Array): Sent {
    return { from: this.name, channel, wire: hex(wire) }
  }
}

/** What is wrong with her key package. */
export interface Flaw {
  /** Whose credential it carries, if not hers. */
  readonly as?: string
  readonly unsigned?: boolean
}

interface Setting {
  readonly people: People
  readonly declared: Declared
  /** Any client, for what surrounds a Proposal. */
  readonly framer: string
  /** A key package of a client. */
  readonly like: string | undefined
  readonly flaw: Flaw
}
