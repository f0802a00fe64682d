import type { Ok } from '../../adapters/contract/operations.ts'
import { type Proposal, proposalType, type Vote } from '../../proto/consensus.ts'
import { declaredEncoding, type VoteEncoding } from '../../proto/vote-encoding.ts'
import type { Observed } from '../observed.ts'
import type { Answer, World } from '../world.ts'
import { type Ballot, Crafter, type Terms } from './craft.ts'
import type { Damage } from './damage.ts'
import { People } from './people.ts'

/** How long a proposal is open where a sentence does not say. */
export const OPEN_MS = 60_000
/** Voters on the roster where no proposal asks for more. */
const ROSTER = 14

/** What a client sent when it proposed or voted. */
export interface Emitted {
  readonly answer: Observed<Ok<'voting.vote'>>
  readonly proposal: Observed<Proposal>
}

export interface Asking {
  readonly voters: number
  readonly name?: string
  readonly payload?: string
  readonly livenessYes?: boolean
  readonly expiresIn?: number
  readonly tiePolicy?: 'RETRY' | 'REJECT'
}

/** One scenario's vote: who takes part, what is asked, who heard and said what. */
export class Assembly {
  readonly world: World
  readonly encoding: VoteEncoding
  readonly people: People
  readonly crafter: Crafter
  /** The last answer of each participant to a message or a wish to vote. */
  readonly answers = new Map<string, Observed<Answer<'voting.receive' | 'voting.vote'>>>()
  readonly emitted = new Map<string, Emitted>()
  /** Everything that was asked in the scenario, in order. */
  readonly history: Terms[] = []
  /** Proposals made by the client in numbers. */
  readonly batch: { readonly name: string; readonly emitted: Emitted }[] = []
  /** On one network, if on any. */
  members: readonly string[] = []
  readonly topic: string
  #network: 'p2p' | 'gossip' | undefined
  #gossiped: Observed<string[]> | undefined
  readonly #cast = new Map<string, Vote[]>()
  readonly #given = new Map<string, Proposal>()
  readonly #requests = new Map<string, Partial<Terms>>()
  readonly #joined = new Set<string>()
  readonly #asked = new Map<string, Terms>()
  #terms: Terms | undefined
  #roster = ROSTER

  constructor(world: World) {
    this.world = world
    this.encoding = declaredEncoding(world.hello.readings ?? {})
    this.people = new People(world.dice, this.encoding)
    this.crafter = new Crafter(this.people, this.encoding, world.dice)
    this.topic = `vote-${world.dice.hex(4)}`
  }

  /** The reading that the client declares under a key; the literal one where it declares none. */
  reading(key: string, otherwise: string): string {
    return this.world.hello.readings?.[`voting.${key}`] ?? otherwise
  }

  /** Now, in the unit of the wire. */
  get time(): bigint {
    return this.wireTime(this.world.now)
  }

  wireTime(ms: number): bigint {
    return BigInt(this.encoding.timeUnit === 's' ? Math.floor(ms / 1000) : ms)
  }

  /** The proposal that the scenario is about, without votes. */
  get terms(): Terms {
    if (!this.#terms) throw new Error('the scenario has no proposal yet: add a Given')
    return this.#terms
  }

  /** Makes a proposal in the name of somebody; nobody hears of it yet. */
  ask(owner: string, asking: Asking): void {
    const { dice } = this.world
    // The highest bit tells readers that take it for a signed integer.
    const proposal_id = (Number.parseInt(dice.hex(4), 16) | 0x8000_0000) >>> 0
    dice.mark(String(proposal_id))
    const interval = this.wireTime(asking.expiresIn ?? OPEN_MS)
    this.#roster = Math.max(ROSTER, asking.voters + 1)
    this.#turnTo(owner, {
      name: asking.name ?? `question ${dice.hex(4)}`,
      payload: asking.payload ?? `what ${dice.hex(8)} — é`,
      proposal_id,
      proposal_owner: this.people.owner(owner),
      expected_voters_count: asking.voters,
      round: 1,
      timestamp: this.time,
      expiration_time: this.encoding.expiry === 'absolute' ? this.time + interval : interval,
      liveness_criteria_yes: asking.livenessYes ?? true,
    })
  }

  /** Makes an earlier proposal, by its owner's name, the one that the scenario is about. */
  turnTo(owner: string): void {
    const terms = this.#asked.get(owner)
    if (!terms) throw new Error(`${owner} has proposed nothing: add a Given`)
    this.#terms = terms
  }

  #turnTo(owner: string, terms: Terms): void {
    this.#asked.set(owner, terms)
    this.history.push(terms)
    this.#terms = terms
  }

  /** What somebody proposed, as it was asked or first sent. */
  asked(owner: string): Terms {
    const terms = this.#asked.get(owner)
    if (!terms) throw new Error(`${owner} has proposed nothing: add a Given`)
    return terms
  }

  /** Changes the proposal while nobody has heard of it. */
  amend(change: Partial<Terms>): void {
    const { terms } = this
    const [owner = ''] = [...this.#asked].find(([, asked]) => asked === terms) ?? []
    this.#turnTo(owner, { ...terms, ...change })
  }

  /** The proposal with these votes, and with something wrong if so wanted. */
  list(ballots: readonly Ballot[], damage: Damage = {}): Proposal {
    const votes = this.crafter.list(this.terms, ballots, this.time, damage.votes)
    const proposal = { ...this.terms, votes, round: this.terms.round + votes.length - 1 }
    damage.whole?.({ crafter: this.crafter, proposal })
    return proposal
  }

  /** The last proposal that a participant was given. */
  heard(name: string): Proposal {
    const given = this.#given.get(name)
    if (!given) throw new Error(`${name} was given no proposal: add a Given`)
    return given
  }

  /** What the suite asked a participant to propose. */
  request(name: string): Partial<Terms> {
    const request = this.#requests.get(name)
    if (!request) throw new Error(`${name} was not asked to propose: add a Given`)
    return request
  }

  /** The round of a proposal to which one vote was added; `votes` counts it (AMB-19). */
  roundAfter(heard: number, votes: number): number {
    const reading = this.reading('round', 'increment')
    if (reading === 'gossip-2') return 2
    return reading === 'votes-plus-one' ? votes + 1 : heard + 1
  }

  /** The round in which a proposal is held that came with so many votes. */
  roundHeard(heard: number, votes: number): number {
    return this.reading('round', 'increment') === 'increment'
      ? heard
      : this.roundAfter(heard, votes)
  }

  /** The proposal as a participant holds it. */
  async held(name: string): Promise<Observed<Proposal>> {
    const { proposal_id } = this.terms
    const answer = await this.world.act(name, 'voting.proposal', { proposalId: proposal_id })
    return answer.map(({ wire }) => this.#read(name, answer, wire))
  }

  /** The votes that a participant cast in this scenario. */
  ownVotes(name: string): Vote[] {
    return this.#cast.get(name) ?? []
  }

  /** Puts participants on a network of their own; before they join. */
  connect(kind: 'p2p' | 'gossip', members: readonly string[]): void {
    this.members = members
    this.#network = kind
    this.#roster = Math.max(ROSTER, members.length + 1)
  }

  /** One round of gossip of one participant; what it sends is kept. */
  async gossip(name: string): Promise<Observed<Ok<'voting.gossip'>>> {
    const answer = await this.world.act(name, 'voting.gossip', {})
    const before = this.#gossiped?.value ?? []
    this.#gossiped = answer.map(({ sends }) => [...before, ...sends.map(({ wire }) => wire)])
    return answer
  }

  get gossiped(): Observed<string[]> {
    if (!this.#gossiped) throw new Error('no round of gossip passed: add a When')
    return this.#gossiped
  }

  /** Starts a participant, unless it takes part already; `as` says whose key it has. */
  async join(name: string, as = name): Promise<void> {
    if (this.#joined.has(name)) return
    this.#joined.add(name)
    const { dice } = this.world
    const owner = hex(this.people.owner(as))
    // The key was drawn; the owner made of it is what the answers show.
    dice.mark(owner)
    const joined = await this.world.act(name, 'voting.create', {
      privateKey: hex(this.people.key(as)),
      seed: dice.hex(32),
      voters: this.people.voters(this.#roster).map((voter) => hex(this.people.owner(voter))),
      ...(this.#network && { network: this.#networkOf(name, this.#network) }),
    })
    if (joined.value.owner !== owner)
      this.world.fail({
        kind: 'deviation',
        subject: `the owner that ${name} votes as`,
        wanted: `${owner}, as voting.owner is declared`,
        got: joined.value.owner,
        call: joined.call,
      })
  }

  /** Hands a proposal to a participant. */
  async hand(name: string, proposal: Proposal): Promise<Observed<Answer<'voting.receive'>>> {
    this.#given.set(name, proposal)
    return this.handBytes(name, proposalType.encode(proposal))
  }

  async handBytes(name: string, wire: Uint8Array): Promise<Observed<Answer<'voting.receive'>>> {
    await this.join(name)
    const answer = await this.world.attempt(name, 'voting.receive', { wire: hex(wire) })
    this.answers.set(name, answer)
    return answer
  }

  async propose(name: string, yes: boolean, asking: Asking): Promise<Emitted> {
    const { voters, expiresIn = OPEN_MS, livenessYes, tiePolicy } = asking
    this.#roster = Math.max(ROSTER, Math.min(voters, 200) + 1)
    await this.join(name)
    const question = {
      name: asking.name ?? `question ${this.world.dice.hex(4)}`,
      payload: asking.payload ?? `what ${this.world.dice.hex(8)}`,
    }
    const open = this.wireTime(expiresIn)
    const expiration_time = this.encoding.expiry === 'absolute' ? this.time + open : open
    this.#requests.set(name, { ...question, expiration_time })
    const answer = await this.world.act(name, 'voting.propose', {
      ...question,
      expectedVoters: voters,
      expiresIn,
      vote: yes,
      ...(livenessYes !== undefined && { livenessYes }),
      ...(tiePolicy && this.world.may('voting.tie-policy') && { tiePolicy }),
    })
    const emitted = this.keep(name, answer)
    this.#adopt(name, yes, emitted)
    return emitted
  }

  /** Lets a participant vote on the proposal; a refusal is a deviation. */
  async vote(name: string, yes: boolean): Promise<Emitted> {
    await this.join(name)
    const answer = await this.world.act(name, 'voting.vote', {
      proposalId: this.terms.proposal_id,
      vote: yes,
    })
    const emitted = this.keep(name, answer)
    const ballots = this.#ballotsOf(emitted.proposal.value.votes)
    if (ballots) this.crafter.adopt(this.terms, ballots, emitted.proposal.value.votes)
    return emitted
  }

  /** Asks a participant to vote where it may refuse. */
  async tryToVote(name: string, yes: boolean): Promise<void> {
    await this.join(name)
    const proposalId = this.terms.proposal_id
    this.answers.set(name, await this.world.attempt(name, 'voting.vote', { proposalId, vote: yes }))
  }

  async retry(name: string, yes: boolean): Promise<void> {
    const proposalId = this.terms.proposal_id
    const answer = await this.world.act(name, 'voting.retry', { proposalId, vote: yes })
    this.#adopt(name, yes, this.keep(name, answer))
  }

  /** So many votes, Alice's first, `name`'s only if all are needed and then last. */
  ballots(name: string, yes: number, no: number): Ballot[] {
    const voters = this.people.voters(this.terms.expected_voters_count)
    const others = voters.filter((voter) => voter !== name)
    return [...others, name].slice(0, yes + no).map((voter, at) => ({ name: voter, yes: at < yes }))
  }

  /** Hands over so many votes in one list; if all are needed, the participant casts its own after them. */
  async hears(name: string, yes: number, no: number): Promise<void> {
    const ballots = this.ballots(name, yes, no)
    const own = ballots.find((ballot) => ballot.name === name)
    const others = ballots.filter((ballot) => ballot !== own)
    if (others.length > 0) await this.hand(name, this.list(others))
    if (own) await this.tryToVote(name, own.yes)
  }

  async result(name: string): Promise<Observed<Ok<'voting.result'>>> {
    await this.join(name)
    return this.world.act(name, 'voting.result', { proposalId: this.terms.proposal_id })
  }

  /** What a participant sent last. */
  sent(name: string): Emitted {
    const emitted = this.emitted.get(name)
    if (!emitted) throw new Error(`${name} has not sent a proposal yet: let ${name} vote first`)
    return emitted
  }

  keep(name: string, answer: Observed<Ok<'voting.vote'>>): Emitted {
    const proposal = answer.map(({ wire }) => this.#read(name, answer, wire))
    const emitted = { answer, proposal }
    this.emitted.set(name, emitted)
    const vote = emitted.proposal.value.votes.at(-1)
    if (vote) this.#cast.set(name, [...this.ownVotes(name), vote])
    return emitted
  }

  /** The proposal that a client made becomes the one that the scenario is about. */
  #adopt(name: string, yes: boolean, { proposal }: Emitted): void {
    const { votes, ...terms } = proposal.value
    this.#turnTo(name, terms)
    this.crafter.adopt(terms, [{ name, yes }], votes)
  }

  #read(name: string, { call }: Observed<unknown>, wire: string): Proposal {
    try {
      return proposalType.decode(Buffer.from(wire, 'hex'))
    } catch (error) {
      const subject = `the proposal that ${name} sent`
      const got = (error as Error).message
      return this.world.fail({ kind: 'deviation', subject, wanted: 'a Proposal', got, call })
    }
  }

  #networkOf(name: string, kind: 'p2p' | 'gossip') {
    return { kind, peers: this.members.filter((member) => member !== name), topic: this.topic }
  }

  #ballotsOf(votes: readonly Vote[]): Ballot[] | undefined {
    const names = new Map(
      this.people.voters(this.#roster).map((name) => [hex(this.people.owner(name)), name]),
    )
    const ballots = votes.map(({ vote_owner, vote }) => ({
      name: names.get(hex(vote_owner)) ?? '',
      yes: vote,
    }))
    return ballots.every(({ name }) => name !== '') ? ballots : undefined
  }
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
