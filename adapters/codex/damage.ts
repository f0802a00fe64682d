/** Flips one bit in the middle of every chunk, so that the length stays and the content does not. */
export async function* corrupted(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    const damaged = Uint8Array.from(chunk)
    const middle = damaged.length >> 1
    damaged[middle] = (damaged[middle] ?? 0) ^ 0x80
    yield damaged
  }
}

/** Breaks off after half of the bytes, as a dying connection does. */
export function cut(size: number) {
  return async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let left = size >> 1
    for await (const chunk of source) {
      yield chunk.subarray(0, left)
      left -= Math.min(left, chunk.length)
      if (left === 0) throw new Error('the connection is cut here on purpose')
    }
  }
}
