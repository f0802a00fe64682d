import { bloomKeyOf, type ReceivedFilter } from './bloom.ts'

/**
 * The message ids that a bloom filter can still tell something about. Their hashes are computed once
 * and lie side by side in memory: every received filter is held against all of them.
 */
export class UndecidedIds {
  readonly #ids: string[] = []
  readonly #places = new Map<string, number>()
  #first = new Int32Array(16)
  #second = new Int32Array(16)

  add(messageId: string): void {
    if (this.#places.has(messageId)) return
    const place = this.#ids.length
    if (place === this.#first.length) this.#grow()
    const { first, second } = bloomKeyOf(messageId)
    this.#put(place, messageId, first, second)
  }

  /** The last one takes the place that becomes free. */
  delete(messageId: string): void {
    const place = this.#places.get(messageId)
    if (place === undefined) return
    const last = this.#ids.length - 1
    const { [last]: id } = this.#ids
    this.#put(place, id as string, this.#first[last] as number, this.#second[last] as number)
    this.#places.delete(messageId)
    this.#ids.pop()
  }

  /** Those that the filter has. */
  in(filter: ReceivedFilter): string[] {
    const found: string[] = []
    const first = this.#first
    const second = this.#second
    for (let place = 0; place < this.#ids.length; place++)
      if (filter.hasHashes(first[place] as number, second[place] as number))
        found.push(this.#ids[place] as string)
    return found
  }

  #put(place: number, messageId: string, first: number, second: number): void {
    this.#ids[place] = messageId
    this.#places.set(messageId, place)
    this.#first[place] = first
    this.#second[place] = second
  }

  #grow(): void {
    const [first, second] = [this.#first, this.#second]
    this.#first = new Int32Array(first.length * 2)
    this.#second = new Int32Array(second.length * 2)
    this.#first.set(first)
    this.#second.set(second)
  }
}
