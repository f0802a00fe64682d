/** A store node did not answer. */
export class StoreFault extends Error {
  override name = 'StoreFault'
}

/** A message that a store node had. */
export interface Missed {
  readonly pubsubTopic: string
  readonly wire: Uint8Array
}

interface Page {
  messages: { pubsubTopic: string; message: string }[]
  cursor?: string
}

/** Asks a store node (13/WAKU2-STORE) for messages. */
export class StoreClient {
  readonly #url: string

  constructor(url: string) {
    this.#url = url
  }

  /** All messages of these topics from `from` to `to`, in nanoseconds, page after page. */
  async *query(contentTopics: readonly string[], from: bigint, to: bigint): AsyncGenerator<Missed> {
    const range = { timeStart: String(from), timeEnd: String(to) }
    let cursor: string | undefined
    do {
      const page = await this.#page({ contentTopics, ...range, ...(cursor && { cursor }) })
      for (const { pubsubTopic, message } of page.messages)
        yield { pubsubTopic, wire: Buffer.from(message, 'hex') }
      cursor = page.cursor
    } while (cursor !== undefined)
  }

  async #page(query: object): Promise<Page> {
    const reply = await fetch(`${this.#url}/query`, {
      method: 'POST',
      body: JSON.stringify(query),
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(2_000),
    }).catch((cause) => {
      throw new StoreFault(`the store node cannot be reached: ${cause.message}`, { cause })
    })
    if (!reply.ok) throw new StoreFault(`the store node answered ${reply.status}`)
    return (await reply.json()) as Page
  }
}
