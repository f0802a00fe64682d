import { crc32 } from 'node:zlib'
import type { World } from '../world.ts'

/* Media files of the suite's own making, sound and harmful, bytes in hex. */

/** A file and what is looked for in what a client makes of it. */
export interface MediaFile {
  readonly kind: 'image' | 'audio'
  readonly hex: string
  /** The picture or the sound: has to stay. */
  readonly content: string
  /** What says something about it, or would do harm: has to go. */
  readonly unwanted: string
}

const hexOf = (text: string) => Buffer.from(text, 'latin1').toString('hex')
const be = (value: number, bytes: number) => value.toString(16).padStart(bytes * 2, '0')
const le32 = (value: number) => Buffer.from(be(value, 4), 'hex').reverse().toString('hex')
const length = (hex: string) => hex.length / 2

function pngChunk(type: string, content: string): string {
  const named = `${hexOf(type)}${content}`
  return `${be(length(content), 4)}${named}${be(crc32(Buffer.from(named, 'hex')), 4)}`
}

const PNG = '89504e470d0a1a0a'
const header = (width: number, height: number) =>
  pngChunk('IHDR', `${be(width, 4)}${be(height, 4)}0802000000`)

function png(data: string, ...more: string[]): string {
  return `${PNG}${header(1, 1)}${more.join('')}${pngChunk('IDAT', data)}${pngChunk('IEND', '')}`
}

const segment = (marker: string, content: string) =>
  `ff${marker}${be(length(content) + 2, 2)}${content}`

/** A scan with the table that it cannot be read without. */
const picture = (scan: string) =>
  `${segment('db', `00${'01'.repeat(64)}`)}${segment('da', '0101003f00')}${scan}ffd9`

function jpeg(scan: string, ...more: string[]): string {
  const jfif = segment('e0', `${hexOf('JFIF\0')}0101000001000100 00`.replaceAll(' ', ''))
  return `ffd8${jfif}${more.join('')}${picture(scan)}`
}

const gif = (data: string) =>
  `${hexOf('GIF89a')}01000100000000${hexOf(',')}0000000001000100000218${data}00${hexOf(';')}`

const riffChunk = (type: string, content: string) =>
  `${hexOf(type)}${le32(length(content))}${content}${length(content) % 2 ? '00' : ''}`

function webp(data: string, ...more: string[]): string {
  const body = `${hexOf('WEBP')}${riffChunk('VP8X', `0c${'00'.repeat(9)}`)}${riffChunk('VP8 ', data)}${more.join('')}`
  return `${hexOf('RIFF')}${le32(length(body))}${body}`
}

/** An ADTS header and what it says is sound. */
const aac = (sound: string) => `fff15080001ffc${sound}`
const amr = (sound: string) => `${hexOf('#!AMR\n')}${sound}`
const id3 = (content: string, claimed = length(content)) =>
  `${hexOf('ID3')}040000${[21, 14, 7, 0].map((bits) => be((claimed >> bits) & 127, 1)).join('')}${content}`
const id3v1 = (text: string) => `${hexOf('TAG')}${text.padEnd(250, '0').slice(0, 250)}`

/** Makes a file: `content` is new in every run, and so is what has to go. */
type Make = (
  content: string,
  secret: string,
  largest: () => number,
) => Partial<MediaFile> & { hex: string }

const exif = (secret: string) => `${hexOf('Exif\0\0')}${secret}`
const xmp = (secret: string) => `${hexOf('http://ns.adobe.com/xap/1.0/\0')}${secret}`
const image = (hex: string) => ({ kind: 'image' as const, hex })
const audio = (hex: string) => ({ kind: 'audio' as const, hex })
const padded = (start: string, total: number) => `${start}${'00'.repeat(total - length(start))}`

const files: Readonly<Record<string, Make>> = {
  'a sound PNG': (c) => image(png(c)),
  'a sound JPEG': (c) => ({ ...image(jpeg(c)), content: picture(c) }),
  'a sound GIF': (c) => image(gif(c)),
  'a sound WEBP': (c) => image(webp(c)),
  'a sound AAC': (c) => audio(aac(c)),
  'a sound AMR': (c) => ({ ...audio(amr(c)), unwanted: c }),
  'a JPEG with EXIF': (c, s) => image(jpeg(c, segment('e1', exif(s)))),
  'a JPEG with XMP': (c, s) => image(jpeg(c, segment('e1', xmp(s)))),
  'a JPEG with a comment': (c, s) => image(jpeg(c, segment('fe', s))),
  'a JPEG with EXIF that is broken': (c, s) =>
    image(jpeg(c, segment('e1', `${exif('4d4d002aff')}${s}`))),
  'a PNG with EXIF': (c, s) => image(png(c, pngChunk('eXIf', s))),
  'a PNG with text': (c, s) => image(png(c, pngChunk('tEXt', `${hexOf('Comment\0')}${s}`))),
  'a WEBP with EXIF': (c, s) => image(webp(c, riffChunk('EXIF', s))),
  'a WEBP with XMP': (c, s) => image(webp(c, riffChunk('XMP ', s))),
  'an AAC with ID3 in front': (c, s) => audio(`${id3(s)}${aac(c)}`),
  'an AAC with ID3 behind': (c, s) => audio(`${aac(c)}${id3v1(s)}`),
  'an AAC with broken ID3': (c, s) => audio(`${id3(`ffffffff${s}`)}${aac(c)}`),
  'a PNG that claims 65535 by 65535 pixels': (c) =>
    image(`${PNG}${header(65535, 65535)}${pngChunk('IDAT', c)}${pngChunk('IEND', '')}`),
  'a PNG whose chunk is longer than the file': (_, s) =>
    image(`${PNG}${header(1, 1)}7fffffff${hexOf('IDAT')}${s}`),
  'a JPEG whose segment has no length': (_, s) => image(`ffd8ffe10000${s}`),
  'an HTML page': (_, s) => image(`${hexOf('<!doctype html><script>')}${s}`),
  'an SVG with a script': (_, s) => image(`${hexOf('<svg><script>')}${s}`),
  'random bytes': (_, s) => image(`00${s}`),
  'an AAC whose tag is longer than the file': (_, s) => audio(`${id3(s, 0xfffffff)}`),
  'a PNG of the largest size': (c, _, largest) => image(sized(c, largest())),
  'a PNG one byte larger': (c, _, largest) => image(sized(c, largest() + 1)),
  'an AAC of the largest size': (c, _, largest) => audio(padded(aac(c), largest())),
  'an AAC one byte larger': (c, _, largest) => audio(padded(aac(c), largest() + 1)),
}

/** A PNG of exactly so many bytes. */
function sized(content: string, total: number): string {
  return png(`${content}${'00'.repeat(total - length(png(content)))}`)
}

export const fileNames: readonly string[] = Object.keys(files)

/** The file that the features call so; the type of a file that is none depends on where it goes. */
export function mediaFile(world: World, name: string, kind?: MediaFile['kind']): MediaFile {
  const make = files[name]
  if (!make) throw new Error(`expected one of ${fileNames.join(', ')}, got "${name}"`)
  const [content, secret] = [world.dice.hex(24), world.dice.hex(24)]
  const made = make(content, secret, () => largest(world))
  return {
    kind: kind ?? made.kind ?? 'image',
    content,
    unwanted: secret,
    ...made,
    ...(kind && { kind }),
  }
}

/** The size that the client declares. Without one there is nothing to measure. */
function largest(world: World): number {
  const declared = Number(world.hello.settings?.['payloads.maxPayloadBytes'])
  if (declared >= 200 && declared <= 2 ** 21) return declared
  return world.fail({
    kind: 'not-measured',
    subject: 'the setting payloads.maxPayloadBytes',
    wanted: 'a number of bytes from 200 to 2097152',
    got: String(world.hello.settings?.['payloads.maxPayloadBytes'] ?? 'not declared'),
  })
}
