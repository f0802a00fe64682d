import { Then, When } from '@cucumber/cucumber'
import type { JsonObject } from '../../proto/payloads/json.ts'
import { type RecordVector, recordVectors, type Subject } from '../../vectors/payloads/load.ts'
import type { World } from '../world.ts'
import { accompanied, companion } from './companion.ts'
import { decode, keep, type Reading, Readings, write } from './readings.ts'
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

async function reading(world: World, one: RecordVector): Promise<Reading> {
  const { id, record, value, bytes } = one
  return { name: `the vector ${id}`, record, value, answer: await decode(world, record, bytes) }
}

/** Each vector as it is, and once more with a field of this run behind it. */
async function readVectors(world: World, vectors: readonly RecordVector[]): Promise<Reading[]> {
  const all: Reading[] = []
  for (const one of vectors) {
    all.push(await reading(world, one))
    const again = one.result === 'invalid' ? undefined : renewed(world, one)
    if (again) all.push(await reading(world, again))
  }
  return all
}

/** The vector with a field of this run; the last one on the wire counts, so any plain field will do. */
function renewed(world: World, one: RecordVector): RecordVector | undefined {
  const { value = {}, bytes, record, id } = one
  const beside = companion(world, record)
  if (!beside) return undefined
  const wanted = accompanied(value as JsonObject, beside)
  return { ...one, id: `${id} and ${beside.field}`, value: wanted, bytes: `${bytes}${beside.raw}` }
}

/** Each vector with its fault, and the same record without one. */
async function readTwins(world: World, vectors: readonly RecordVector[]): Promise<Reading[]> {
  const all: Reading[] = []
  for (const one of vectors) {
    const sound = vector(`${one.record}/plain`)
    const faulty = await reading(world, one)
    const twin = await reading(world, renewed(world, sound) ?? sound)
    all.push({ ...faulty, twin: { ...twin, name: `${faulty.name}, its twin` } })
  }
  return all
}

When('Bob decodes the vector {string}', async function (this: World, id: string) {
  keep(this, await readVectors(this, [vector(id)]))
})

/** Of a file, with a fault, or the one of that name: those that nobody has to read come with a twin. */
When('Bob decodes the vectors of {string}', async function (this: World, words: string) {
  if (words === 'records' || words === 'fields')
    return keep(this, await readVectors(this, recordVectors(words)))
  const faulty = recordVectors('malformed').filter((one) => one.class === words)
  keep(this, await readTwins(this, faulty.length > 0 ? faulty : [vector(words)]))
})

When('Bob encodes the vectors of {string}', async function (this: World, subject: Subject) {
  for (const { record, value = {} } of recordVectors(subject)) {
    await write(this, record, value)
    const beside = companion(this, record, Object.keys(value))
    if (beside) await write(this, record, accompanied(value as JsonObject, beside))
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

class Again {
  unknown: readonly string[] = []
}

When('Bob decodes and encodes the vector {string}', async function (this: World, id: string) {
  const one = renewed(this, vector(id)) ?? vector(id)
  const { record, bytes, value = {} } = one
  const again = await this.act('Bob', 'payloads.reencode', { record, bytes })
  keep(this, [await reading(this, one)])
  this.scene(Readings).written = [{ record, value, bytes: again.map((ok) => ok.bytes) }]
  this.scene(Again).unknown = one.unknown ?? []
})

/** The bytes of each unknown field are somewhere in what was encoded again; their order is free. */
Then('the unknown fields are still there', async function (this: World) {
  const { written, law } = this.scene(Readings)
  if (law) return law()
  for (const { record, bytes } of written)
    for (const raw of this.scene(Again).unknown)
      this.expect(`the ${record} that Bob encoded again`, bytes).meets(
        `with the field ${raw}`,
        (hex) => hex.includes(raw),
      )
})
