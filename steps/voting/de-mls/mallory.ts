import type { Change, Channel } from '../../../adapters/contract/de-mls.ts'
import { type Proposal, proposalType, type Vote } from '../../../proto/consensus.ts'
import { decodeDeMlsProposal, encodeDeMlsProposal } from '../../../proto/de-mls.ts'
import { personalDigest, signDigest } from '../../../proto/ethereum-signature.ts'
import type { VoteEncoding } from '../../../proto/vote-encoding.ts'
import type { World } from '../../world.ts'
import { OPEN_MS } from '../agenda.ts'
import { type Ballot, Crafter, type Terms } from '../craft.ts'
import type { Declared } from '../declared.ts'
import type { People } from '../people.ts'
import { kindOf } from './mls-kinds.ts'
import { MlsMember } from './mls-member.ts'
import type { Addressee, Sent } from './network.ts'

type Layout = NonNullable<VoteEncoding['layout']>

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
  /** Whether she follows commits; while not she stays in the group as it was, and hears what she can. */
  follows = true
  /** Why the last message told her nothing. */
  trouble = 'no welcome came'
  readonly #world: World
  readonly #crafter: Crafter
  readonly #declared: Declared
  readonly #layout: Layout
  /** Any client, for what surrounds a Proposal. */
  readonly #framer: string
  readonly #flaw: Flaw
  /** Application data not yet looked into. */
  readonly #heard: Uint8Array[] = []
  /** All of it, in hex. */
  readonly #data: string[] = []
  readonly #proposals = new Map<number, Proposal>()

  private constructor(world: World, mls: MlsMember, setting: Setting) {
    const { people, declared, framer, flaw } = setting
    this.#world = world
    this.mls = mls
    this.memberId = hex(people.owner('Mallory'))
    this.#declared = declared
    this.#layout = layoutOf(world)
    this.#crafter = new Crafter(people, { ...declared.encoding, layout: this.#layout }, world.dice)
    this.#framer = framer
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
    const mls = await MlsMember.create(identityOf, like === undefined ? undefined : bytes(like))
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
    return this.#data.some((data) => data.includes(content))
  }

  hears(channel: Channel): boolean {
    if (channel === 'welcome') return !this.mls.joined
    return channel === 'group' && this.mls.joined
  }

  async take({ channel, wire }: Sent): Promise<readonly Sent[]> {
    if (channel === 'group' && !this.follows && kindOf(wire) !== 'application message') return []
    try {
      if (channel === 'welcome') await this.mls.join(bytes(wire))
      else {
        const heard = await this.mls.take(bytes(wire))
        if (heard) {
          this.#heard.push(heard.data)
          this.#data.push(hex(heard.data))
        }
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

  /** The proposal as she heard of it last. */
  async proposal(id: number): Promise<Proposal> {
    for (const data of this.#heard.splice(0)) {
      const answer = await this.#world.act(this.#framer, 'demls.unframe', { data: hex(data) })
      const wire = answer.value.proposal
      if (wire === undefined) continue
      const read = decoded(bytes(wire), this.#layout)
      if (read) this.#proposals.set(read.proposal_id, read)
    }
    const found = this.#proposals.get(id)
    if (found) return found
    return this.#world.fail({
      kind: 'deviation',
      subject: 'what the member of the suite hears',
      wanted: `the proposal ${id}, framed in an application message of the group`,
      got: this.trouble === 'nothing' ? 'no such proposal' : this.trouble,
    })
  }

  /** Adds votes to a proposal as she holds it, signed by those who cast them. */
  async vote(id: number, ballots: readonly Ballot[]): Promise<readonly Sent[]> {
    const { votes, ...terms } = await this.proposal(id)
    const list = [...votes]
    for (const ballot of ballots) list.push(this.cast(terms, ballot, list))
    return this.say({ ...terms, round: terms.round + ballots.length, votes: list })
  }

  cast(terms: Terms, ballot: Ballot, before: readonly Vote[], signer = ballot.name): Vote {
    const time = this.#declared.wireTime(this.#world.now)
    return this.#crafter.vote(terms, ballot, time, before, { signer })
  }

  /** What a proposal of hers says, without votes. */
  async terms(change: Change, voters: number, keyPackage?: string): Promise<Terms> {
    const { payload } = (
      await this.#world.act(this.#framer, 'demls.payload', {
        change,
        ...(keyPackage && { keyPackage }),
      })
    ).value
    const timestamp = this.#declared.wireTime(this.#world.now)
    return {
      name: 'a change',
      payload,
      proposal_id: Number.parseInt(this.#world.dice.hex(4), 16) >>> 1,
      proposal_owner: bytes(this.memberId),
      expected_voters_count: voters,
      round: 1,
      timestamp,
      expiration_time: this.#declared.expirationTime(timestamp, OPEN_MS),
      liveness_criteria_yes: true,
    }
  }

  /** Sends a proposal with its votes to the group. */
  async say(proposal: Proposal): Promise<readonly Sent[]> {
    this.#proposals.set(proposal.proposal_id, proposal)
    const wire =
      this.#layout === 'de-mls' ? encodeDeMlsProposal(proposal) : proposalType.encode(proposal)
    const framed = await this.#world.act(this.#framer, 'demls.frame', { proposal: hex(wire) })
    return [this.#sent('group', await this.mls.say(bytes(framed.value.data)))]
  }

  /** Commits without asking anybody. */
  async commit(
    proposals: Parameters<MlsMember['commit']>[0],
    how: 'commit' | 'commitByReference' = 'commit',
  ): Promise<readonly Sent[]> {
    const made = await this.mls[how](proposals)
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
  readonly framer: string
  /** A key package of a client. */
  readonly like: string | undefined
  readonly flaw: Flaw
}

/** In which layout the votes of a group are written (AMB-50). */
export function layoutOf(world: World): Layout {
  return world.may('voting.de-mls-votes') ? 'de-mls' : 'consensus'
}

/** A Proposal in either layout; undefined: the bytes are none. */
export function decoded(wire: Uint8Array, layout: Layout): Proposal | undefined {
  try {
    return layout === 'de-mls' ? decodeDeMlsProposal(wire) : proposalType.decode(wire)
  } catch {
    return undefined
  }
}
