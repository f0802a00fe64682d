import type { Dice } from '../dice.ts'
import type { Terms } from './craft.ts'
import type { Declared } from './declared.ts'
import type { TiePolicy } from './outcome.ts'
import type { People } from './people.ts'

/** How long a proposal is open where a sentence does not say. */
export const OPEN_MS = 60_000

/** What a proposal is to ask; the rest is drawn. */
export interface Asking {
  readonly voters: number
  readonly name?: string
  readonly payload?: string
  readonly livenessYes?: boolean
  readonly tiePolicy?: TiePolicy
}

/** The proposals of one scenario, without their votes, and which of them it is about. */
export class Agenda {
  /** In the order in which they came up, changed ones again. */
  readonly history: Terms[] = []
  readonly #declared: Declared
  readonly #people: People
  readonly #dice: Dice
  readonly #byOwner = new Map<string, Terms>()
  #terms: Terms | undefined
  #opening: bigint | undefined

  constructor(declared: Declared, people: People, dice: Dice) {
    this.#declared = declared
    this.#people = people
    this.#dice = dice
  }

  /** The proposal that the scenario is about. */
  get terms(): Terms {
    if (!this.#terms) throw new Error('the scenario has no proposal yet: add a Given')
    return this.#terms
  }

  /** When a proposal that is still to come is first voted on. */
  get opening(): bigint | undefined {
    return this.#opening
  }

  /** Makes a proposal in the name of somebody; nobody hears of it yet. */
  ask(owner: string, asking: Asking, created: bigint): void {
    // The highest bit tells readers that take it for a signed integer.
    const proposal_id = (Number.parseInt(this.#dice.hex(4), 16) | 0x8000_0000) >>> 0
    this.#dice.mark(String(proposal_id))
    this.put(owner, {
      name: asking.name ?? `question ${this.#dice.hex(4)}`,
      payload: asking.payload ?? `what ${this.#dice.hex(8)} — é`,
      proposal_id,
      proposal_owner: this.#people.owner(owner),
      expected_voters_count: asking.voters,
      round: 1,
      timestamp: created,
      expiration_time: this.#declared.expirationTime(created, OPEN_MS),
      liveness_criteria_yes: asking.livenessYes ?? true,
    })
  }

  /** Takes up a proposal; from now on the scenario is about it. */
  put(owner: string, terms: Terms): void {
    this.#opening = undefined
    this.#byOwner.set(owner, terms)
    this.history.push(terms)
    this.#terms = terms
  }

  /** What somebody proposed, as it was asked or first sent. */
  of(owner: string): Terms {
    const terms = this.#byOwner.get(owner)
    if (!terms) throw new Error(`${owner} has proposed nothing: add a Given`)
    return terms
  }

  /** Makes an earlier proposal the one that the scenario is about. */
  turnTo(owner: string): void {
    this.#terms = this.of(owner)
  }

  /** Changes the proposal while nobody has heard of it. */
  amend(change: Partial<Terms>): void {
    const { terms } = this
    const [owner = ''] = [...this.#byOwner].find(([, asked]) => asked === terms) ?? []
    this.put(owner, { ...terms, ...change })
    this.#opening = change.timestamp
  }
}
