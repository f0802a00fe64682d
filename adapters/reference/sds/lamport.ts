/** The Lamport timestamp of one channel. */
export class LamportClock {
  readonly #last: bigint
  #timestamp: bigint

  /**
   * `last`: what the field `lamport_timestamp` can hold at most.
   * SDS, Participant state: "initialized to current epoch time in millisecond resolution".
   */
  constructor(now: number, last: bigint) {
    this.#timestamp = BigInt(now)
    this.#last = last
  }

  get timestamp(): bigint {
    return this.#timestamp
  }

  /** SDS, Send Message: one step, and the new value is the one to send. */
  increment(): bigint {
    // A peer may have pushed the clock to its end, where it stays (AMB-33).
    if (this.#timestamp < this.#last) this.#timestamp += 1n
    return this.#timestamp
  }

  /** SDS, Deliver Message: a greater timestamp is taken over as it is, any other changes nothing. */
  advanceTo(received: bigint): void {
    if (received > this.#timestamp) this.#timestamp = received
  }
}
