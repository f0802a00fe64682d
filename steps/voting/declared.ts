import { declaredEncoding, type VoteEncoding } from '../../proto/vote-encoding.ts'

/** How the client under test says it reads the text. */
export class Declared {
  readonly encoding: VoteEncoding
  readonly #readings: Readonly<Record<string, string>>

  /** `revision`: the one that the client says it follows. */
  constructor(readings: Readonly<Record<string, string>>, revision = '2025-09-16') {
    const literal = revision === '2025-09-16' ? {} : { 'voting.expiry': 'absolute' }
    this.#readings = { ...literal, ...readings }
    this.encoding = declaredEncoding(this.#readings)
  }

  /** The reading declared under a key; the literal one where none is. */
  reading(key: string, literal: string): string {
    return this.#readings[`voting.${key}`] ?? literal
  }

  /** Milliseconds in the unit of the wire (AMB-21). */
  wireTime(ms: number): bigint {
    return BigInt(this.encoding.timeUnit === 's' ? Math.floor(ms / 1000) : ms)
  }

  /** What stands in expiration_time (AMB-20). */
  expirationTime(created: bigint, openMs: number): bigint {
    const interval = this.wireTime(openMs)
    return this.encoding.expiry === 'absolute' ? created + interval : interval
  }

  /** The round of a proposal to which one vote was added; `votes` counts it (AMB-19). */
  roundAfter(heard: number, votes: number): number {
    const reading = this.reading('round', 'increment')
    if (reading === 'gossip-2') return 2
    return reading === 'votes-plus-one' ? votes + 1 : heard + 1
  }

  /** The round in which a proposal is held that came with so many votes. */
  roundHeard(heard: number, votes: number): number {
    const literal = this.reading('round', 'increment') === 'increment'
    return literal ? heard : this.roundAfter(heard, votes)
  }
}
