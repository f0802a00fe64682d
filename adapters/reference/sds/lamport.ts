/** Beyond this a timestamp does not fit a signed 64-bit varint. */
const last = 2n ** 63n - 1n

/** The Lamport timestamp of one channel. */
export class LamportClock {
  #timestamp: bigint

  /** SDS, Participant state: "initialized to current epoch time in millisecond resolution". */
  constructor(now: number) {
    this.#timestamp = BigInt(now)
  }

  get timestamp(): bigint {
    return this.#timestamp
  }

  /** SDS, Send Message: one step, and the new value is the one to send. */
  increment(): bigint {
    // A peer may have pushed the clock to its end, where it stays (AMB-33).
    if (this.#timestamp < last) this.#timestamp += 1n
    return this.#timestamp
  }

  /** SDS, Deliver Message: a greater timestamp is taken over as it is, any other changes nothing. */
  advanceTo(received: bigint): void {
    if (received > this.#timestamp) this.#timestamp = received
  }
}
