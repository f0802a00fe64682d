/** A WakuMessage that a node published. */
export interface Sent {
  /** Unix milliseconds. */
  readonly at: number
  readonly pubsubTopic: string
  readonly wire: Uint8Array
}

/** What a node publishes, in order; whoever is the network takes it from here. */
export class Outbox {
  readonly #sent: Sent[] = []

  send(sent: Sent): void {
    this.#sent.push(sent)
  }

  /** What was published from position `since` on. */
  since(since: number): Sent[] {
    return this.#sent.slice(since)
  }

  get length(): number {
    return this.#sent.length
  }
}
