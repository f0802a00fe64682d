import type { Dice } from './dice.ts'

/** When the next periodic sync message is due on a channel. */
export class SyncTimer {
  readonly #intervalMs: number
  readonly #dice: Dice
  #heardAt: number
  #sentAt: number
  #backOffMs = 0

  constructor(intervalMs: number, dice: Dice, now: number) {
    this.#intervalMs = intervalMs
    this.#dice = dice
    this.#heardAt = now
    this.#sentAt = now
    this.throwDice()
  }

  /** A message was broadcast in the channel, by whomever: the back-off begins anew. */
  heard(now: number): void {
    this.#heardAt = now
  }

  /** The participant itself sent a sync message. */
  sent(now: number): void {
    this.#sentAt = now
  }

  /** Whether it would be due if nobody else had been heard (SDS-R Periodic Sync Message). */
  isDueUnheard(now: number): boolean {
    return now - this.#sentAt >= this.#backOffMs
  }

  isDue(now: number): boolean {
    return now - this.#heardAt >= this.#backOffMs
  }

  /**
   * The next back-off: random, so that a large group does not sync in one burst, and between half
   * the interval and all of it, so that a silent channel has a sync in every interval.
   */
  throwDice(): void {
    this.#backOffMs = this.#intervalMs * (1 - this.#dice.fraction() / 2)
  }
}
