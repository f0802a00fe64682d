/** Nanoseconds of a moment or span given in milliseconds. */
export function nanoseconds(milliseconds: number): bigint {
  return BigInt(milliseconds) * 1_000_000n
}

/** Milliseconds, rounded down, of a moment given in nanoseconds. */
export function milliseconds(ns: bigint): number {
  return Number(ns / 1_000_000n)
}

export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

/** How long to wait after so many failures in a row: from a minute up to six hours. */
export function backOff(failures: number): number {
  return Math.min(minute * 2 ** failures, 6 * hour)
}

/** The range that one archive covers (61, "Exporting messages for bundling"). */
export const archivePeriod = 7 * day

/** How long store nodes keep messages (61, "Requirements / Assumptions"). */
export const storeRetention = 30 * day
