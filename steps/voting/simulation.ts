import { bytesToHex as hex } from '@noble/hashes/utils.js'
import type { Proposal, Vote } from '../../proto/consensus.ts'
import type { World } from '../world.ts'
import { Assembly } from './assembly.ts'
import { type Said, sideOf } from './course.ts'
import type { Ballot, Terms } from './craft.ts'
import type { Behaviour, Event, Schedule } from './schedule.ts'

interface Message {
  readonly from: string
  readonly to: string
  readonly proposal: Proposal
}

type Report = Omit<Said, 'last'>

/** One vote among peers: honest ones are clients, the others are played by the suite. */
export class Simulation {
  readonly #reports: Report[] = []
  readonly #assembly: Assembly
  readonly #schedule: Schedule
  readonly #peers: readonly { name: string; behaviour: Behaviour; yes: boolean }[]
  readonly #onTheWay: Message[] = []
  /** So many of the first peers are cut off from the others; 0: nobody is. */
  #apart = 0
  readonly #voted = new Set<string>()
  /** Signatures of the votes that their owners cast on this proposal. */
  readonly #genuine = new Set<string>()
  /** By peer, the owners of whom it was given a genuine YES, and a genuine NO. */
  readonly #given = new Map<string, { readonly yes: Set<string>; readonly no: Set<string> }>()

  /** The first peer proposes and is honest; the last `dishonest` ones behave as told. */
  constructor(world: World, schedule: Schedule, dishonest: number, behaviour: Behaviour) {
    this.#assembly = world.scene(Assembly)
    this.#schedule = schedule
    const n = schedule.answers.length
    this.#peers = this.#assembly.people.voters(n).map((name, at) => ({
      name,
      behaviour: at >= n - dishonest ? behaviour : 'honest',
      yes: schedule.answers[at] ?? false,
    }))
  }

  /** What honest peers said, in this order. */
  get said(): Said[] {
    const last = new Set(new Map(this.#reports.map((report) => [report.who, report])).values())
    return this.#reports.map((report) => ({ ...report, last: last.has(report) }))
  }

  get honest(): string[] {
    return this.#peers.filter(({ behaviour }) => behaviour === 'honest').map(({ name }) => name)
  }

  /** Plays the schedule; `toTheEnd`: and then delivers all that is still on its way. */
  async play(toTheEnd: boolean): Promise<void> {
    const [creator] = this.#peers
    if (!creator) throw new Error('a simulation needs peers')
    const { proposal } = await this.#assembly.propose(creator.name, creator.yes, {
      voters: this.#peers.length,
      livenessYes: this.#schedule.silenceMeansYes,
    })
    this.#casts(creator.name, proposal.value)
    for (const event of this.#schedule.events) await this.#happens(event)
    this.#apart = 0
    while (toTheEnd) {
      const message = this.#onTheWay.shift()
      if (!message) break
      await this.#deliver(message)
    }
    for (const name of this.honest) if (this.#voted.has(name)) await this.#report(name)
  }

  async #happens({ does, which }: Event): Promise<void> {
    if (does === 'part') this.#apart = 1 + (which % (this.#peers.length - 1))
    else if (does === 'heal') this.#apart = 0
    else {
      const near = this.#onTheWay.filter(({ from, to }) => this.#side(from) === this.#side(to))
      const message = near[which % Math.max(1, near.length)]
      if (!message) return
      if (does !== 'repeat') this.#onTheWay.splice(this.#onTheWay.indexOf(message), 1)
      if (does !== 'lose') await this.#deliver(message)
    }
  }

  #side(peer: string): boolean {
    return this.#peers.findIndex(({ name }) => name === peer) < this.#apart
  }

  async #deliver({ to, proposal }: Message): Promise<void> {
    const peer = this.#peers.find(({ name }) => name === to)
    if (!peer) return
    if (peer.behaviour !== 'honest') return this.#misbehave(to, peer.behaviour, proposal)
    const answer = await this.#assembly.hand(to, proposal)
    if (answer.value.kind === 'ok') this.#hears(to, proposal)
    await this.#report(to)
    if (answer.value.kind === 'ok' && !this.#voted.has(to)) {
      // Who is done may refuse to vote: that is no disagreement.
      const sent = await this.#assembly.tryToVote(to, peer.yes)
      if (sent) this.#casts(to, sent.proposal.value)
      else this.#voted.add(to)
      await this.#report(to)
    }
  }

  /** An honest peer voted: its vote is genuine, and goes to everybody. */
  #casts(from: string, proposal: Proposal): void {
    this.#voted.add(from)
    const own = proposal.votes.at(-1)
    if (own) this.#genuine.add(hex(own.signature))
    this.#hears(from, proposal)
    for (const { name } of this.#peers)
      if (name !== from) this.#onTheWay.push({ from, to: name, proposal })
  }

  /** What a dishonest peer does when it first hears of the proposal. */
  #misbehave(name: string, behaviour: Behaviour, { votes, ...terms }: Proposal): void {
    if (behaviour === 'silent' || this.#voted.has(name)) return
    this.#voted.add(name)
    const first = votes.slice(0, 1)
    for (const [at, { name: to }] of this.#peers.entries()) {
      const yes = at % 2 === 0
      if (to === name) continue
      const owners = behaviour === 'equivocate' ? [name] : this.honest.filter((peer) => peer !== to)
      for (const owner of owners) {
        const vote = this.#falseVote(behaviour, name, { name: owner, yes }, terms, first)
        const proposal = { ...terms, votes: [...first, vote] }
        this.#onTheWay.push({ from: name, to, proposal })
      }
    }
  }

  #falseVote(
    behaviour: Behaviour,
    by: string,
    ballot: Ballot,
    terms: Terms,
    before: readonly Vote[],
  ): Vote {
    const { crafter, time } = this.#assembly
    switch (behaviour) {
      case 'forge':
        return crafter.vote(terms, ballot, time, before, { signer: by })
      case 'replay': {
        // The victim cast it, but on another proposal.
        const elsewhere = { ...terms, proposal_id: (terms.proposal_id ^ 1) >>> 0 }
        const vote = crafter.vote(elsewhere, ballot, time, before)
        vote.proposal_id = terms.proposal_id
        vote.vote_hash = crafter.hash(vote)
        return vote
      }
      default: {
        const vote = crafter.vote(terms, ballot, time, before)
        this.#genuine.add(hex(vote.signature))
        return vote
      }
    }
  }

  /** Keeps what a peer can have counted; forged votes are not among it. */
  #hears(name: string, { votes }: Proposal): void {
    const given = this.#given.get(name) ?? { yes: new Set(), no: new Set() }
    for (const { vote_owner, vote, signature } of votes)
      if (this.#genuine.has(hex(signature))) given[vote ? 'yes' : 'no'].add(hex(vote_owner))
    this.#given.set(name, given)
  }

  async #report(peer: string): Promise<void> {
    const answer = await this.#assembly.result(peer)
    const { yes, no } = this.#given.get(peer) ?? { yes: new Set(), no: new Set() }
    const result = answer.map((ok) => ok.result)
    const of = this.#peers.length
    this.#reports.push({
      who: peer,
      result,
      side: sideOf(result.value, { tie: 2 * no.size <= of }),
      genuine: { yes: yes.size, no: no.size, of },
    })
  }
}
