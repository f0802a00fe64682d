import { hexToBytes } from '@noble/hashes/utils.js'
import { base58btc } from 'multiformats/bases/base58'
import { CID } from 'multiformats/cid'
import * as Digest from 'multiformats/hashes/digest'
import protobuf from 'protobufjs'
import { record } from '../../proto/payloads/records.ts'
import type { World } from '../world.ts'
import { fileNames, mediaFile } from './files.ts'
import { momentAt } from './parameters.ts'
import { People } from './people.ts'
import { encoded } from './records.ts'
import { signPayload, wrap } from './wrapping.ts'

/*
Words of a table in the features as values of a record: numbers as moments, `{Carol}` as her key, `{m1}`
as the id of a message, JSON for what is a message or a list, and a few things by their description.
*/

/** What a message label stands for in text. */
export type IdOf = (label: string) => string

/** Texts that the features name rather than write. */
const texts: Readonly<Record<string, string>> = {
  'any form of text': 'e\u0301 \u00e9 \u{1f600} \ufeff \u200d \u0000 end ',
  'two lines, and a blank': 'one\ntwo ',
  'ten thousand letters': 'x'.repeat(10_000),
}

/** `absent` takes a field away. */
export const ABSENT = 'absent'

/** The value of one cell for one field of a record, as JSON. */
export function cellValue(world: World, name: string, field: string, words: string, idOf: IdOf) {
  const found = Object.hasOwn(record(name).type.fields, field) && record(name).type.fields[field]
  if (!found) throw new Error(`expected a field of ${name}, got "${field}"`)
  if (/^[[{]"/.test(words) || words === '[]' || words === '{}') return JSON.parse(words)
  if (/^\[\{/.test(words)) return JSON.parse(words)
  if (found.repeated) return list(world, words, idOf)
  if (field === 'community') return community(world, words)
  if (field === 'image' && fileNames.includes(words)) return imageOf(world, words)
  if (field === 'audio' && fileNames.includes(words)) return audioOf(world, words)
  if (found.resolvedType instanceof protobuf.Type) return JSON.parse(words)
  if (found.resolvedType instanceof protobuf.Enum)
    return /^-?\d+$/.test(words) ? named(found.resolvedType, Number(words)) : words
  switch (found.type) {
    case 'uint64':
    case 'int64':
      return String(momentAt(world.now, words))
    case 'bool':
      return words === 'true'
    case 'bytes':
      return words
    case 'string':
      return textOf(world, words, idOf)
    default:
      return Number(words)
  }
}

/** An enumeration value by name where it has one, as clients say it. */
function named(type: protobuf.Enum, value: number): string | number {
  return type.valuesById[value] ?? value
}

/** CIDs that Codex gives, of manifests that no other run has. */
const cids: readonly string[] = [
  'the first index',
  'the second index',
  'the first archive',
  'the second archive',
]

/** Multicodec of a Codex manifest. */
const MANIFEST = 0xcd01

class Cids {
  readonly #world: World
  readonly #made = new Map<string, string>()

  constructor(world: World) {
    this.#world = world
  }

  get(words: string): string {
    let cid = this.#made.get(words)
    if (cid === undefined) {
      const hash = Digest.create(0x12, hexToBytes(this.#world.dice.hex(32)))
      cid = CID.createV1(MANIFEST, hash).toString(base58btc)
      this.#world.dice.mark(cid)
      this.#made.set(words, cid)
    }
    return cid
  }
}

export function textOf(world: World, words: string, idOf: IdOf): string {
  if (cids.includes(words)) return world.scene(Cids).get(words)
  const people = world.scene(People)
  return (texts[words] ?? people.known(words)).replace(/\{([^}]+)\}/g, (_, name: string) =>
    /^(?:Alice|Bob|Carol|Dave|Mallory)$/.test(name) ? people.text(name) : idOf(name),
  )
}

function list(world: World, words: string, idOf: IdOf): string[] {
  return words.split(', ').map((word) => textOf(world, word, idOf))
}

/** A description of a community under the declared reading: bare, or in a wrapper of its own. */
function community(world: World, words: string): string {
  if (words !== 'a description') return words
  const people = world.scene(People)
  const { profile } = people
  const description = encoded('CommunityDescription', { clock: '1757930643000', tags: ['vac'] })
  if (profile.communityPayload === 'bare') return description
  const signature = signPayload(profile, description, people.get('Carol').privateKey)
  return wrap(profile, 'CommunityDescription', description, { signature })
}

function imageOf(world: World, words: string): object {
  return { payload: mediaFile(world, words).hex, type: 'PNG' }
}

function audioOf(world: World, words: string): object {
  return { payload: mediaFile(world, words).hex, type: 'AAC', duration_ms: '1500' }
}
