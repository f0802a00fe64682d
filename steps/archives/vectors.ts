import { isDeepStrictEqual } from 'node:util'
import { Then, When } from '@cucumber/cucumber'
import type { archiveRecords } from '../../adapters/contract/archives-pure.ts'
import { archiveRecord } from '../../proto/archives/records.ts'
import { fromJsonAs, type JsonObject, toJsonAs } from '../../proto/payloads/json.ts'
import {
  keyVectors,
  type MessageVector,
  messageVectors,
  topicVectors,
} from '../../vectors/archives/load.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { randomValue } from './random-value.ts'

/* What needs no node, against the vectors and against values of this run. */

type RecordName = (typeof archiveRecords)[number]

/** Messages with nothing in them that could be drawn are drawn as parts of another one. */
const carriers: Partial<Record<RecordName, RecordName>> = {
  CommunityMember: 'CommunityDescription',
  CommunityPermissions: 'CommunityDescription',
  CommunityAdminSettings: 'CommunityDescription',
}

/** One observation: what the client made of a vector, and what is right. */
interface Made {
  readonly of: string
  readonly got: Observed<unknown>
  readonly wanted: unknown
}

class Codec {
  readonly made: Made[] = []
}

When(
  /^a client encodes and decodes every (\w+) in "archives\/communities"$/,
  async function (this: World, record: RecordName) {
    const { made } = this.scene(Codec)
    for (const vector of messageVectors('communities').filter((one) => one.record === record))
      made.push(...(await tried(this, record, vector)))
    // A client that has only learnt the vectors fails here.
    const drawn = carriers[record] ?? record
    const { codec, type } = archiveRecord(drawn)
    const value = randomValue(type, this.dice)
    const bytes = Buffer.from(codec.encode(fromJsonAs(type, value))).toString('hex')
    const id = 'values of this run'
    made.push(await decoded(this, drawn, { id, record: drawn, result: 'valid', bytes, value }))
    const wire = await this.act('Alice', 'archives.encode', { record: drawn, value: { ...value } })
    const got = wire.map((one) => asRead(drawn, one.wire))
    made.push({ of: `${id}, encoded`, got, wanted: value })
  },
)

async function tried(world: World, record: RecordName, vector: MessageVector): Promise<Made[]> {
  const { id, canonical, bytes, value } = vector
  const made = [await decoded(world, record, vector)]
  if (canonical) {
    const params = { record, value: { ...value } }
    const wire = await world.act('Alice', 'archives.encode', params)
    made.push({ of: `${id}, encoded`, got: wire.map((one) => one.wire), wanted: bytes })
  }
  return made
}

async function decoded(
  world: World,
  record: RecordName,
  { id, bytes, result, value }: MessageVector,
): Promise<Made> {
  const answer = await world.attempt('Alice', 'archives.decode', { record, wire: bytes })
  const got = answer.map((one) => (one.kind === 'ok' ? one.ok.value : 'refused'))
  return { of: `${id}, decoded`, got, wanted: result === 'invalid' ? 'refused' : value }
}

/** What our own codec reads of bytes that the client made. */
function asRead(record: RecordName, wire: string): JsonObject | string {
  const { codec, type } = archiveRecord(record)
  try {
    return toJsonAs(type, codec.decode(Buffer.from(wire, 'hex')))
  } catch (error) {
    return (error as Error).message
  }
}

When(
  'a client encodes and decodes a CommunityRequestToJoin with clock {uint64}',
  async function (this: World, clock: bigint) {
    const record = 'CommunityRequestToJoin'
    const value = { clock: String(clock), display_name: this.dice.hex(4) }
    const wire = await this.act('Alice', 'archives.encode', { record, value })
    const back = await this.attempt('Alice', 'archives.decode', { record, wire: wire.value.wire })
    const read = asRead(record, wire.value.wire)
    const written = typeof read === 'string' ? read : String(read.clock)
    const got = back.map((answer) => [
      written,
      answer.kind === 'ok' ? String(answer.ok.value.clock) : 'refused',
    ])
    const of = 'the clock written, and read again'
    this.scene(Codec).made.push({ of, got, wanted: [String(clock), String(clock)] })
  },
)

Then(/^every (\w+) is as it should be$/, function (this: World, record: string) {
  const { made } = this.scene(Codec)
  if (made.length === 0) throw new Error(`no ${record} was encoded or decoded: add a When`)
  for (const { of, got, wanted } of made)
    this.expect(of, got).meets(this.show(wanted), (value) =>
      isDeepStrictEqual(JSON.parse(JSON.stringify(value)), JSON.parse(JSON.stringify(wanted))),
    )
})

/** The vectors that are compared one by one, by the name of their file. */
const subjects: Readonly<Record<string, (world: World) => Promise<void>>> = {
  async 'archives/indices'(world) {
    for (const { id, indexMetadata, key } of keyVectors()) {
      const made = await world.act('Alice', 'archives.indexKey', { indexMetadata })
      const got = made.map((answer) => answer.key)
      world.expect(id, got).equals(key)
    }
  },
  async 'archives/topics'(world) {
    const reading = world.hello.readings?.['archives.topics'] ?? 'status-go'
    const profiles = { 'status-go': 'A1/R1', 'literal-prose': 'A2/R1', 'literal-code': 'A2/R2' }
    for (const { id, publicKey, topics } of topicVectors()) {
      const wanted = topics[profiles[reading as keyof typeof profiles] ?? '']
      if (wanted === undefined) throw new Error(`${id} has no topic for the reading ${reading}`)
      const made = await world.act('Alice', 'archives.addresses', { publicKey })
      const got = made.map((answer) => answer.advertising)
      world.expect(`${id}, reading ${reading}`, got).equals(wanted)
    }
  },
}

Then('a client makes of every case in {string} what it should', async function (this: World, file) {
  const compare = subjects[file]
  if (!compare) throw new Error(`expected one of ${Object.keys(subjects).join(', ')}, got ${file}`)
  await compare(this)
})
