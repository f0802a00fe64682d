/** How a made message differs from a plain one; the columns of the tables in the features. */
export interface Craft {
  /** Label, from which its id is made; `w1 to w600` is a row of messages, each one timestamp above the other. */
  readonly message: string
  /** `content` (also empty), `sync`, `empty sync` (content of no bytes) or `ephemeral`. */
  readonly kind?: string
  /** Whose sender id it carries; empty: Zoe's. */
  readonly sender?: string
  /** `+500`, `500` or `that of m1`; empty: one above the epoch. */
  readonly lamport?: string
  /**
   * Labels in its causal history; one that no message has stands for an id that nobody knows.
   * `the one before`: in the row of messages; the first depends on nothing.
   */
  readonly after?: string
  /** Retrieval hint of its history entries, hex. */
  readonly hint?: string
  /** Labels that its bloom filter holds, `empty`, or `unreadable`. */
  readonly filter?: string
  /** `second`: on the second channel. */
  readonly channel?: string
  /** Hex; empty: fresh content. */
  readonly content?: string
  /** These bytes instead, hex, which are no message. */
  readonly bytes?: string
  /** Other bytes that say the same: `unknown fields`, `its fields backwards` …; empty: as an encoder writes it. */
  readonly written?: string
  /** `that of m1`, or what sorts `before` or `after that of m1`; 64 hex digits: this one; empty: its own. */
  readonly id?: string
}
