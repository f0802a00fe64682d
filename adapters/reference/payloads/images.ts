import { concatBytes } from '@noble/hashes/utils.js'

/*
Images without their metadata, and without decoding anything: the containers are walked, what holds
metadata is left out, every other byte stays (62, Image content type). Undefined: not such a file.
*/

/** ImageType names by how a file begins. */
export function imageType(bytes: Uint8Array): string | undefined {
  const starts = (text: string, at = 0) =>
    [...text].every((char, i) => bytes[at + i] === char.charCodeAt(0))
  if (starts('\x89PNG\r\n\x1a\n')) return 'PNG'
  if (starts('\xff\xd8\xff')) return 'JPEG'
  if (starts('RIFF') && starts('WEBP', 8)) return 'WEBP'
  if (starts('GIF8')) return 'GIF'
  return undefined
}

export function stripImage(bytes: Uint8Array): Uint8Array | undefined {
  switch (imageType(bytes)) {
    case 'PNG':
      return stripPng(bytes)
    case 'JPEG':
      return stripJpeg(bytes)
    case 'WEBP':
      return stripWebp(bytes)
    case 'GIF':
      return bytes
    default:
      return undefined
  }
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const ascii = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))

/** Chunks of PNG that say something about the picture rather than make it. */
const pngMetadata = ['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME']

function stripPng(bytes: Uint8Array): Uint8Array | undefined {
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8; at < bytes.length; ) {
    if (at + 12 > bytes.length) return undefined
    const end = at + 12 + view(bytes).getUint32(at)
    if (end > bytes.length) return undefined
    if (!pngMetadata.includes(ascii(bytes, at + 4))) kept.push(bytes.subarray(at, end))
    at = end
  }
  return concatBytes(...kept)
}

/** APP1 to APP15 and comments; APP0 (JFIF) and APP14 (Adobe) are needed to show the colours right. */
const isJpegMetadata = (marker: number) =>
  marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xee)

function stripJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const kept = [bytes.subarray(0, 2)]
  for (let at = 2; at < bytes.length; ) {
    const marker = bytes[at + 1] as number
    if (bytes[at] !== 0xff || at + 4 > bytes.length) return undefined
    // From the start of the scan on there is only picture.
    if (marker === 0xda) return concatBytes(...kept, bytes.subarray(at))
    const end = at + 2 + view(bytes).getUint16(at + 2)
    if (end > bytes.length || end < at + 4) return undefined
    if (!isJpegMetadata(marker)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return undefined
}

const webpMetadata = ['EXIF', 'XMP ']

function stripWebp(bytes: Uint8Array): Uint8Array | undefined {
  const kept = [bytes.slice(0, 12)]
  for (let at = 12; at < bytes.length; ) {
    if (at + 8 > bytes.length) return undefined
    const size = view(bytes).getUint32(at + 4, true)
    const end = at + 8 + size + (size % 2)
    if (end > bytes.length) return undefined
    const chunk = bytes.slice(at, end)
    // The flags that announce EXIF and XMP.
    if (ascii(bytes, at) === 'VP8X') chunk[8] = (chunk[8] as number) & ~0x0c
    if (!webpMetadata.includes(ascii(bytes, at))) kept.push(chunk)
    at = end
  }
  const whole = concatBytes(...kept)
  view(whole).setUint32(4, whole.length - 8, true)
  return whole
}
