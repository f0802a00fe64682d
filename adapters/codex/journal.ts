/** What a request asks of a node, one name per REST operation. */
export const calls = [
  'upload',
  'list',
  'local',
  'delete',
  'fetch',
  'stream',
  'manifest',
  'exists',
  'space',
  'info',
] as const
export type Call = (typeof calls)[number]

/** The calls that bring a dataset's bytes to the asker. */
export const downloads: readonly Call[] = ['local', 'stream']

/** One request as the node saw it. */
export interface Entry {
  readonly seq: number
  /** Virtual time, Unix milliseconds. */
  readonly at: number
  readonly node: string
  readonly call: Call
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** Requests this node was already serving. */
  readonly inFlight: number
  /** The CID in the path, or the one an upload was answered with. */
  cid?: string
  /** Bytes of the request body, of an upload. */
  size?: number
  /** The HTTP status answered; absent while unanswered. */
  status?: number
}

/** Every request to every node of a network, in order of arrival. */
export class Journal {
  readonly #entries: Entry[] = []

  add(entry: Omit<Entry, 'seq'>): Entry {
    const added = { ...entry, seq: this.#entries.length }
    this.#entries.push(added)
    return added
  }

  /** The entries from `since` on, of one node or of all. */
  entries(node?: string, since = 0): Entry[] {
    return this.#entries.slice(since).filter((entry) => node === undefined || entry.node === node)
  }

  get length(): number {
    return this.#entries.length
  }
}
