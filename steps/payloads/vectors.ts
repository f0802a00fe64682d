import { Given, Then, When } from '@cucumber/cucumber'
import type { JsonObject } from '../../proto/payloads/json.ts'
import { type RecordVector, recordVectors, type Subject } from '../../vectors/payloads/load.ts'
import type { Observed } from '../observed.ts'
import type { Answer, World } from '../world.ts'
import { accompanied, companion } from './companion.ts'
import { plain, read, said } from './records.ts'
import { rawFields } from './wire.ts'

/* The golden vectors, named in the features and never written out there. */

const subjects: readonly Subject[] = ['records', 'fields', 'malformed', 'traps']
const byId = new Map(
  subjects.flatMap((subject) => recordVectors(subject).map((vector) => [vector.id, vector])),
)

function vector(id: string): RecordVector {
  const found = byId.get(id)
  if (!found) throw new Error(`expected the id of a vector in vectors/payloads, got "${id}"`)
  return found
}

/** What the client made of one vector. */
interface Reading {
  readonly vector: RecordVector
  readonly answer: Observed<Answer<'payloads.decode'>>
  /** Its answer to the twin, the same bytes without the fault. */
  readonly twin?: Reading
}

class Readings {
  all: Reading[] = []
  /** What was encoded, and from which value. */
  written: { readonly record: string; readonly value: object; readonly bytes: Observed<string> }[] =
    []
}

/** What the client reads in bytes, with its refusal where it refuses. */
export function decode(world: World, record: string, bytes: string) {
  return world.attempt('Bob', 'payloads.decode', { record, bytes })
}

/** Each vector as it is, and once more with a field of this run behind it. */
async function readVectors(world: World, vectors: readonly RecordVector[]): Promise<void> {
  const all: Reading[] = []
  for (const one of vectors) {
    all.push({ vector: one, answer: await decode(world, one.record, one.bytes) })
    const again = one.result === 'invalid' ? undefined : renewed(world, one)
    if (again) all.push({ vector: again, answer: await decode(world, one.record, again.bytes) })
  }
  world.scene(Readings).all = all
}

/** The vector with a field of this run; the last one on the wire counts, so any plain field will do. */
function renewed(world: World, one: RecordVector): RecordVector | undefined {
  const { value = {}, bytes, record, id } = one
  const beside = companion(world, record)
  if (!beside) return undefined
  const wanted = accompanied(value as JsonObject, beside)
  return { ...one, id: `${id} and ${beside.field}`, value: wanted, bytes: `${bytes}${beside.raw}` }
}

Given('Bob decoded the vector {string}', async function (this: World, id: string) {
  await readVectors(this, [vector(id)])
})

When('Bob decodes the vector {string}', async function (this: World, id: string) {
  await readVectors(this, [vector(id)])
})

When('Bob decodes the vectors of {string}', async function (this: World, subject: Subject) {
  await readVectors(this, recordVectors(subject))
})

When(
  'Bob decodes the malformed vectors {string} and their twins',
  async function (this: World, fault: string) {
    const vectors = recordVectors('malformed').filter((one) => one.class === fault)
    if (vectors.length === 0) throw new Error(`no vector has the fault "${fault}"`)
    const all: Reading[] = []
    for (const one of vectors) {
      const answer = await decode(this, one.record, one.bytes)
      const sound = byId.get(`${one.record}/plain`) as RecordVector
      const twin = renewed(this, sound) ?? sound
      const read = await decode(this, one.record, twin.bytes)
      all.push({ vector: one, answer, twin: { vector: twin, answer: read } })
    }
    this.scene(Readings).all = all
  },
)

Then(/^he reads (?:what|each as) it says$/, function (this: World) {
  const { all } = this.scene(Readings)
  for (const { vector: one, answer } of all) {
    const subject = `the vector ${one.id} as Bob read it`
    const value = answered(this, subject, answer)
    const wanted = plain(one.record, one.value ?? {})
    this.expect(subject, said(this, subject, one.record, value)).equals(wanted)
  }
})

Then('he refuses it', function (this: World) {
  for (const { vector: one, answer } of this.scene(Readings).all)
    this.expect(
      `Bob's answer to the vector ${one.id}`,
      answer.map(({ kind }) => kind as string),
    ).equals('rejected')
})

Then('he refuses each and reads its twin', function (this: World) {
  for (const { vector: one, answer, twin } of this.scene(Readings).all) {
    const subject = `Bob's answer to the vector ${one.id}`
    this.expect(
      subject,
      answer.map(({ kind }) => kind as string),
    ).equals('rejected')
    const sound = twin as Reading
    const value = answered(this, `${subject}, its twin`, sound.answer)
    const got = said(this, `${subject}, its twin`, one.record, value)
    this.expect(`${subject}, its twin`, got).equals(plain(one.record, sound.vector.value ?? {}))
  }
})

/** The value of an answer; a refusal is a deviation. */
export function answered(
  world: World,
  subject: string,
  answer: Observed<Answer<'payloads.decode'>>,
): Observed<object> {
  const { value, call } = answer
  if (value.kind === 'ok') return answer.map((a) => (a.kind === 'ok' ? a.ok.value : {}))
  const got = `rejected (${value.rejected.code})`
  return world.fail({ kind: 'deviation', subject, wanted: 'a value', got, call })
}

When(
  'Bob encodes the values of the vectors of {string}',
  async function (this: World, subject: Subject) {
    for (const { record, value = {} } of recordVectors(subject)) {
      await write(this, record, value)
      const beside = companion(this, record, Object.keys(value))
      if (beside) await write(this, record, accompanied(value as JsonObject, beside))
    }
  },
)

/** Lets the client encode a value, and keeps both. */
export async function write(world: World, record: string, value: object): Promise<void> {
  const bytes = await world.act('Bob', 'payloads.encode', { record, value: { ...value } })
  world.scene(Readings).written.push({ record, value, bytes: bytes.map(({ bytes }) => bytes) })
}

Then(/^another decoder reads (?:each|it) as it was$/, function (this: World) {
  const { written } = this.scene(Readings)
  if (written.length === 0) throw new Error('nothing was encoded: add a When')
  for (const { record, value, bytes } of written) {
    const subject = `the ${record} that Bob encoded`
    this.expect(subject, read(this, subject, record, bytes)).equals(plain(record, value))
  }
})

Then(/^only fields ([\d, ]+ and \d+) are written$/, function (this: World, words: string) {
  const numbers = words.split(/, | and /)
  for (const { record, bytes } of this.scene(Readings).written) {
    const got = bytes.map((hex) =>
      (rawFields(hex) ?? [])
        .map(({ number }) => String(number))
        .filter((n) => !numbers.includes(n)),
    )
    this.expect(`other fields of the ${record} that Bob encoded`, got).equals([])
    const some = bytes.map((hex) => (rawFields(hex) ?? []).length)
    this.expect(`the fields of the ${record} that Bob encoded`, some).meets('some', (n) => n > 0)
  }
})

When('Bob decodes and encodes the vector {string}', async function (this: World, id: string) {
  const one = renewed(this, vector(id)) ?? vector(id)
  const { record, bytes, value = {} } = one
  const again = await this.act('Bob', 'payloads.reencode', { record, bytes })
  this.scene(Readings).written = [{ record, value, bytes: again.map((ok) => ok.bytes) }]
  this.scene(Readings).all = [{ vector: one, answer: await decode(this, record, bytes) }]
})

Then('another decoder reads the same', function (this: World) {
  for (const { record, value, bytes } of this.scene(Readings).written) {
    const subject = `the ${record} that Bob encoded again`
    this.expect(subject, read(this, subject, record, bytes)).equals(plain(record, value))
  }
})

/** The bytes of each unknown field are somewhere in what was encoded again; their order is free. */
Then('its unknown fields are still there', function (this: World) {
  const { written, all } = this.scene(Readings)
  for (const [i, { record, bytes }] of written.entries())
    for (const raw of all[i]?.vector.unknown ?? [])
      this.expect(`the ${record} that Bob encoded again`, bytes).meets(
        `with the field ${raw}`,
        (hex) => hex.includes(raw),
      )
})
