/** Milliseconds that a clock may be ahead of, or behind, the time of the layer below. */
export const WINDOW_MS = 120_000n

const HIGHEST = 2n ** 64n - 1n

/** The clock cannot be raised any more: sending would wrap it to the past. */
export class ClockExhausted extends Error {
  override name = 'ClockExhausted'
}

/** The clock of a message sent now: `max(timestamp, chat_clock + 1)` (62, Clock vs Timestamp). */
export function nextClock(chatClock: bigint, nowMs: number): bigint {
  if (chatClock >= HIGHEST) throw new ClockExhausted('the chat clock is at its highest value')
  const bid = BigInt(nowMs)
  return bid > chatClock ? bid : chatClock + 1n
}

/** The clock of a chat after a message with that clock was sent or accepted in it. */
export function advanced(chatClock: bigint, clock: bigint): bigint {
  return clock > chatClock ? clock : chatClock
}

/** More than 120 seconds above the time of the layer below (62: SHOULD be discarded). */
export function isAhead(clock: bigint, transportMs: number): boolean {
  return clock > BigInt(transportMs) + WINDOW_MS
}

/** More than 120 seconds below it (62: MAY be marked or discarded). */
export function isBehind(clock: bigint, transportMs: number): boolean {
  return clock + WINDOW_MS < BigInt(transportMs)
}
