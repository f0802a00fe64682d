/* Scenarios count time from the creation of the community; clients are told Unix milliseconds. */

/** 1 September 2025, so that clients that check for plausible times are content. */
const first = 1_756_684_800_000

const day = 86_400_000
export const week = BigInt(7 * day) * 1_000_000n

/** The moment of the creation in Unix milliseconds, another one in every run. `random`: 32 bits. */
export function creation(random: number): number {
  return first + (Math.abs(random) % (30 * day))
}

/** Unix nanoseconds of Unix milliseconds. */
export function nanoseconds(milliseconds: number): bigint {
  return BigInt(milliseconds) * 1_000_000n
}

/** Unix milliseconds, rounded down, of Unix nanoseconds. */
export function milliseconds(ns: bigint): number {
  return Number(ns / 1_000_000n)
}

/** The latest of some moments, and of `least`. */
export function latest(moments: readonly bigint[], least: bigint): bigint {
  let found = least
  for (const moment of moments) if (moment > found) found = moment
  return found
}
