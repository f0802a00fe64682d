import { bytesToHex as hex } from '@noble/hashes/utils.js'
import type { Ok } from '../../adapters/contract/operations.ts'
import type { VotingResult } from '../../adapters/contract/voting.ts'
import { type Proposal, proposalType } from '../../proto/consensus.ts'
import type { Observed } from '../observed.ts'
import type { Answer, World } from '../world.ts'
import { Agenda, type Asking, OPEN_MS } from './agenda.ts'
import { type Ballot, Crafter, type Terms } from './craft.ts'
import type { Damage } from './damage.ts'
import { Declared } from './declared.ts'
import { Inbox } from './inbox.ts'
import { type Emitted, Outbox } from './outbox.ts'
import { allowedResults, type TiePolicy } from './outcome.ts'
import { Participants } from './participants.ts'
import { People } from './people.ts'

/** One scenario's vote: who takes part, what each is asked and what it answers. */
export class Assembly {
  readonly declared: Declared
  readonly people: People
  readonly crafter: Crafter
  readonly agenda: Agenda
  readonly inbox = new Inbox()
  readonly outbox: Outbox
  /** The last answer of each participant to a message or a wish to vote. */
  readonly answers = new Map<string, Observed<Answer<'voting.receive' | 'voting.vote'>>>()
  readonly participants: Participants
  readonly #world: World
  /** By proposal_id, what a tie was asked to mean. */
  readonly #tiePolicies = new Map<number, TiePolicy | undefined>()
  readonly #requests = new Map<string, Partial<Terms>>()

  constructor(world: World) {
    this.#world = world
    this.declared = new Declared(world.hello.readings ?? {}, world.hello.revisions?.voting)
    this.people = new People(world.seed, this.declared.encoding)
    this.crafter = new Crafter(this.people, this.declared.encoding, world.dice)
    this.agenda = new Agenda(this.declared, this.people, world.dice)
    this.participants = new Participants(world, this.people, this.agenda)
    this.outbox = new Outbox(world)
  }

  /** Now, in the unit of the wire. */
  get time(): bigint {
    return this.declared.wireTime(this.#world.now)
  }

  /** The proposal that the scenario is about, without votes. */
  get terms(): Terms {
    return this.agenda.terms
  }

  /** Makes a proposal in the name of somebody; nobody hears of it yet. */
  ask(owner: string, asking: Asking): void {
    this.agenda.ask(owner, asking, this.time)
  }

  /** The proposal with these votes, and with something wrong if so wanted. */
  list(ballots: readonly Ballot[], damage: Damage = {}): Proposal {
    const time = this.agenda.opening ?? this.time
    const votes = this.crafter.list(this.terms, ballots, time, damage.votes)
    const proposal = { ...this.terms, votes, round: this.terms.round + votes.length - 1 }
    damage.list?.(votes)
    return proposal
  }

  /** Starts a participant, unless it takes part already; `as` says whose key it has. */
  join(name: string, as?: string): Promise<void> {
    return this.participants.join(name, as)
  }

  /** Hands a proposal to a participant. */
  async hand(name: string, proposal: Proposal): Promise<Observed<Answer<'voting.receive'>>> {
    this.inbox.give(name, proposal)
    const answer = await this.handBytes(name, proposalType.encode(proposal))
    if (answer.value.kind === 'ok') this.inbox.accepted(name).push(...proposal.votes)
    return answer
  }

  /** Hands the proposal with these votes to a participant, damaged in whatever way. */
  async handList(name: string, ballots: readonly Ballot[], damage: Damage = {}): Promise<void> {
    const proposal = this.list(ballots, damage)
    if (damage.bytes) await this.handBytes(name, damage.bytes(proposal, this.#world.dice))
    else await this.hand(name, proposal)
  }

  async handBytes(name: string, wire: Uint8Array): Promise<Observed<Answer<'voting.receive'>>> {
    await this.join(name)
    const answer = await this.#world.attempt(name, 'voting.receive', { wire: hex(wire) })
    this.answers.set(name, answer)
    return answer
  }

  /** Hands over so many votes in one list; if all are needed, the participant casts its own after them. */
  async hears(name: string, yes: number, no: number): Promise<void> {
    const voters = this.people.voters(this.terms.expected_voters_count)
    const ballots = [...voters.filter((voter) => voter !== name), name]
      .slice(0, yes + no)
      .map((voter, at) => ({ name: voter, yes: at < yes }))
    const others = ballots.filter((ballot) => ballot.name !== name)
    if (others.length > 0) await this.hand(name, this.list(others))
    if (others.length < ballots.length) await this.tryToVote(name, yes === ballots.length)
  }

  async propose(name: string, yes: boolean, asking: Asking): Promise<Emitted> {
    const { voters, livenessYes } = asking
    const tiePolicy =
      asking.tiePolicy && this.#world.may('voting.tie-policy') ? asking.tiePolicy : undefined
    await this.join(name)
    const { dice } = this.#world
    const question = {
      name: asking.name ?? `question ${dice.hex(4)}`,
      payload: asking.payload ?? `what ${dice.hex(8)}`,
    }
    const expiration_time = this.declared.expirationTime(this.time, OPEN_MS)
    this.#requests.set(name, { ...question, expiration_time })
    const answer = await this.#world.act(name, 'voting.propose', {
      ...question,
      expectedVoters: voters,
      expiresIn: OPEN_MS,
      vote: yes,
      ...(livenessYes !== undefined && { livenessYes }),
      ...(tiePolicy && { tiePolicy }),
    })
    const emitted = this.#takeUp(name, yes, answer)
    this.#tiePolicies.set(this.terms.proposal_id, tiePolicy)
    return emitted
  }

  /** What the suite asked a participant to propose. */
  request(name: string): Partial<Terms> {
    const request = this.#requests.get(name)
    if (!request) throw new Error(`${name} was not asked to propose: add a Given`)
    return request
  }

  /** Lets a participant vote on the proposal; a refusal is a deviation. */
  async vote(name: string, yes: boolean): Promise<Emitted> {
    await this.join(name)
    const { proposal_id: proposalId } = this.terms
    const answer = await this.#world.act(name, 'voting.vote', { proposalId, vote: yes })
    return this.outbox.keep(name, answer)
  }

  /** Asks a participant to vote where it may refuse; undefined: it did. */
  async tryToVote(name: string, yes: boolean): Promise<Emitted | undefined> {
    await this.join(name)
    const { proposal_id: proposalId } = this.terms
    const answer = await this.#world.attempt(name, 'voting.vote', { proposalId, vote: yes })
    this.answers.set(name, answer)
    const { value } = answer
    return value.kind === 'ok'
      ? this.outbox.keep(
          name,
          answer.map(() => value.ok),
        )
      : undefined
  }

  async retry(name: string, yes: boolean): Promise<void> {
    const { proposal_id: proposalId } = this.terms
    const answer = await this.#world.act(name, 'voting.retry', { proposalId, vote: yes })
    this.#takeUp(name, yes, answer)
  }

  async result(name: string): Promise<Observed<Ok<'voting.result'>>> {
    await this.join(name)
    return this.#world.act(name, 'voting.result', { proposalId: this.terms.proposal_id })
  }

  /** What words of the features allow a result of the proposal to be. */
  allowed(words: string): VotingResult[] {
    return allowedResults(this.declared, words, this.#tiePolicies.get(this.terms.proposal_id))
  }

  /** The proposal as a participant holds it. */
  async held(name: string): Promise<Observed<Proposal>> {
    const { proposal_id: proposalId } = this.terms
    return this.outbox.read(name, await this.#world.act(name, 'voting.proposal', { proposalId }))
  }

  /** The proposal that a client made becomes the one that the scenario is about. */
  #takeUp(name: string, yes: boolean, answer: Observed<Ok<'voting.vote'>>): Emitted {
    const emitted = this.outbox.keep(name, answer)
    this.outbox.proposed.push(emitted)
    const { votes, ...terms } = emitted.proposal.value
    this.agenda.put(name, terms)
    this.crafter.adopt(terms, [{ name, yes }], votes)
    return emitted
  }
}
