import type { Communities, Community } from './communities.ts'
import type { StoreClient } from './store-client.ts'
import type { Task } from './task.ts'
import { backOff, nanoseconds, storeRetention } from './time.ts'
import { topicsOf } from './topics.ts'

/** What catching up needs of the node. */
export interface CatchUpParts {
  readonly communities: Communities
  readonly store: StoreClient
  readonly receive: (pubsubTopic: string, wire: Uint8Array, now: number) => void
}

/** Asks store nodes for what was published while the node was off, or before it joined. */
export class CatchUp implements Task {
  readonly #parts: CatchUpParts
  #retryAt = 0
  #failures = 0

  constructor(parts: CatchUpParts) {
    this.#parts = parts
  }

  due(): number | undefined {
    return this.#waiting().length > 0 ? this.#retryAt : undefined
  }

  async run(now: number): Promise<void> {
    for (const community of this.#waiting()) {
      try {
        await this.#ask(community, now)
        this.#parts.communities.setCaughtUp(community.id, true)
        this.#failures = 0
      } catch {
        this.#retryAt = now + backOff(this.#failures++)
      }
    }
  }

  async #ask(community: Community, now: number): Promise<void> {
    const { store, receive } = this.#parts
    const from = missedSince(community, now)
    const topics = topicsToAsk(community.id)
    for await (const { pubsubTopic, wire } of store.query(topics, from, nanoseconds(now)))
      receive(pubsubTopic, wire, now)
  }

  #waiting(): Community[] {
    return this.#parts.communities.all().filter(({ caughtUp }) => !caughtUp)
  }
}

/** All topics of a community: its channels and the special channel. */
export function topicsToAsk(communityId: string): string[] {
  const { universal, special, events } = topicsOf(communityId)
  return [universal, special, events]
}

/** A control node asks from the latest message on (61, "Exporting messages for bundling"), a member for 30 days. */
function missedSince({ privateKey, lastReceived }: Community, now: number): bigint {
  const retained = nanoseconds(now - storeRetention)
  return privateKey && lastReceived !== undefined ? lastReceived : retained
}
