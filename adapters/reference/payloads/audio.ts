/*
Recordings without their metadata, and without decoding anything (62, Audio content type).
Undefined: not such a file.
*/

/** AudioType names by how a file begins, after any ID3 tag. */
export function audioType(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(id3Length(bytes) ?? 0)
  if (String.fromCharCode(...start.subarray(0, 5)) === '#!AMR') return 'AMR'
  // An ADTS header: twelve bits set, layer 0.
  if (start[0] === 0xff && ((start[1] ?? 0) & 0xf6) === 0xf0) return 'AAC'
  return undefined
}

/** Without the ID3v2 tag before and the ID3v1 tag after the sound; neither is read. */
export function stripAudio(bytes: Uint8Array): Uint8Array | undefined {
  const from = id3Length(bytes)
  if (from === undefined || audioType(bytes) === undefined) return undefined
  const tail = bytes.length - 128
  const tagged = tail >= from && String.fromCharCode(...bytes.subarray(tail, tail + 3)) === 'TAG'
  return bytes.slice(from, tagged ? tail : bytes.length)
}

/** Length of the ID3v2 tag at the start: 0 where there is none, undefined where it runs past the end. */
function id3Length(bytes: Uint8Array): number | undefined {
  if (String.fromCharCode(...bytes.subarray(0, 3)) !== 'ID3') return 0
  const size = [...bytes.subarray(6, 10)].reduce((sum, byte) => sum * 128 + (byte & 127), 0)
  return bytes.length >= 10 + size ? 10 + size : undefined
}
