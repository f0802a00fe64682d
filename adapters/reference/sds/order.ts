/*
The order of the local log: Lamport timestamp, then message id (SDS, Participant state and Resolve
Conflicts). Message ids ascend by their UTF-8 bytes (AMB-07).
*/

/** A place in the log. */
export interface Position {
  readonly lamportTimestamp: bigint
  readonly messageId: string
}

/** Negative if `a` stands before `b`, 0 if they are one place. */
export function comparePositions(a: Position, b: Position): number {
  if (a.lamportTimestamp !== b.lamportTimestamp)
    return a.lamportTimestamp < b.lamportTimestamp ? -1 : 1
  return compareIds(a.messageId, b.messageId)
}

/** Compares by UTF-8 bytes without encoding: that is the order of code points. */
export function compareIds(a: string, b: string): number {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i++) {
    const left = a.charCodeAt(i)
    const right = b.charCodeAt(i)
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

/** UTF-16 puts surrogates, which stand for the highest code points, below U+E000..U+FFFF. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}
