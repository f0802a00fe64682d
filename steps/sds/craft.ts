/** How a made message differs from a plain one; the columns of the tables in the features. */
export interface Craft {
  /** Label, from which its id is made. */
  readonly message: string
  /** `content` (also empty), `sync`, `empty sync` (content of no bytes) or `ephemeral`. */
  readonly kind?: string
  /** Whose sender id it carries; empty: Zoe's. */
  readonly sender?: string
  /** `+500` or `500`; empty: one above the epoch. */
  readonly lamport?: string
  /** Labels in its causal history; one that no message has stands for an id that nobody knows. */
  readonly after?: string
  /** Retrieval hint of its history entries, hex. */
  readonly hint?: string
  /** Labels that its bloom filter holds, or `empty`. */
  readonly filter?: string
  /** `second`: on the second channel. */
  readonly channel?: string
  /** Hex; empty: fresh content. */
  readonly content?: string
  /** Label of the message whose id it carries instead of one of its own. */
  readonly 'same id as'?: string
}
