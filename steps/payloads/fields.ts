import { Then, When } from '@cucumber/cucumber'
import type { JsonObject } from '../../proto/payloads/json.ts'
import { record } from '../../proto/payloads/records.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { read, said } from './records.ts'
import { enumNamed, onWire, type Sample, samplesOf } from './samples.ts'
import { packed, rawFields, varint } from './wire.ts'

/* One field, or one enumeration value, at a time: its number, its type and its label. */

type Label = 'singular' | 'repeated' | 'map'

/** What is tried: a value of the field as JSON, and the same by hand on the wire under any number. */
interface Trial {
  readonly value: JsonObject
  readonly wire: (number: number) => string
  /** Elements on the wire: varints in decimal, contents in hex. */
  readonly elements: readonly string[]
  readonly wireType: 0 | 2
  written?: Observed<string>
  /** What the client read, undefined where it refused. */
  read?: Observed<JsonObject | undefined>
  beside?: Observed<JsonObject | undefined>[]
}

class FieldUnderTest {
  record = ''
  field = ''
  trials: Trial[] = []
}

When(
  /^Bob encodes and decodes an? (\w+) with only (\w+), number (\d+), (singular|repeated|map) ([\w.]+)$/,
  async function (
    this: World,
    name: string,
    field: string,
    number: string,
    label: Label,
    type: string,
  ) {
    const samples = samplesOf(type, this.dice)
    await tryOut(this, name, field, Number(number), trialsOf(field, label, samples))
  },
)

When(
  /^Bob encodes and decodes (\w+) of ([\w.]+), number (\d+)$/,
  async function (this: World, value: string, type: string, number: string) {
    const { name, field, repeated } = holderOf(type)
    const json = { [field]: repeated ? [value] : value }
    const at = record(name).type.fields[field]?.id ?? 0
    const written = (
      await this.act('Bob', 'payloads.encode', {
        record: name,
        value: json,
      })
    ).map(({ bytes }) => bytes)
    const numbers = [Number(number), Number(number) + 1, Number(number) - 1].filter((n) => n >= 0)
    const answers: Observed<JsonObject | undefined>[] = []
    for (const n of numbers)
      answers.push(await decodes(this, name, onWire(at, 0, varint(BigInt(n)))))
    Object.assign(this.scene(FieldUnderTest), {
      record: name,
      field,
      trials: [
        {
          value: json,
          wire: () => '',
          elements: [],
          wireType: 0,
          written,
          read: answers[0],
          beside: answers.slice(1),
        },
      ],
    })
  },
)

Then('{word} is written as number {int}', function (this: World, name: string, number: number) {
  const { record: of, field, trials } = this.scene(FieldUnderTest)
  const isValue = name !== field
  for (const { written, elements, value, wireType } of trials) {
    const bytes = written as Observed<string>
    const subject = `${of}.${field} as Bob wrote it`
    if (isValue) {
      const got = read(this, subject, of, bytes).map((json) => valueIn(json[field]))
      this.expect(subject, got).equals(isDefault(of, field, value) ? undefined : name)
      continue
    }
    const got = bytes.map((hex) => elementsAt(hex, number, wireType))
    this.expect(`field ${number} of the ${of} that Bob wrote`, got).equals([...elements])
    this.expect(subject, read(this, subject, of, bytes)).equals(value)
  }
})

Then('it is read from number {int}', function (this: World, _number: number) {
  const { record: of, field, trials } = this.scene(FieldUnderTest)
  for (const { read, value } of trials) {
    const wanted = isDefault(of, field, value) ? {} : value
    this.expect(`${of}.${field} as Bob read it`, read as Observed<JsonObject | undefined>).equals(
      wanted,
    )
  }
})

Then('it is not read from the numbers beside it', function (this: World) {
  const { record: of, field, trials } = this.scene(FieldUnderTest)
  for (const { beside = [], value } of trials)
    for (const got of beside)
      this.expect(
        `${of}.${field} as Bob read it from another number`,
        got.map((json) => JSON.stringify(json?.[field] ?? null)),
      ).avoids(
        `not ${JSON.stringify(value[field])}`,
        (shown) => shown !== JSON.stringify(value[field]),
      )
})

async function tryOut(
  world: World,
  name: string,
  field: string,
  number: number,
  trials: Trial[],
): Promise<void> {
  const beside = neighbours(name, number)
  for (const trial of trials) {
    const { value } = trial
    const written = await world.act('Bob', 'payloads.encode', { record: name, value })
    trial.written = written.map(({ bytes }) => bytes)
    trial.read = await decodes(world, name, trial.wire(number))
    trial.beside = []
    for (const other of beside) trial.beside.push(await decodes(world, name, trial.wire(other)))
  }
  Object.assign(world.scene(FieldUnderTest), { record: name, field, trials })
}

async function decodes(
  world: World,
  name: string,
  bytes: string,
): Promise<Observed<JsonObject | undefined>> {
  const answer = await world.attempt('Bob', 'payloads.decode', { record: name, bytes })
  if (answer.value.kind === 'rejected') return answer.map(() => undefined)
  const value = answer.map((a) => (a.kind === 'ok' ? a.ok.value : {}))
  return said(world, `a ${name} as Bob read it`, name, value)
}

/** The numbers on either side, and those of the other fields beside them: a swap is the commonest mistake. */
function neighbours(name: string, number: number): number[] {
  const ids = record(name).type.fieldsArray.map(({ id }) => id)
  const next = ids.filter((id) => id > number).sort((a, b) => a - b)[0]
  const before = ids.filter((id) => id < number).sort((a, b) => b - a)[0]
  const all = [number + 1, number - 1, next, before].filter((n) => n !== undefined && n > 0)
  return [...new Set(all as number[])]
}

/** A single value is the last of two on the wire, a list is both, a map has an entry. */
function trialsOf(field: string, label: Label, samples: readonly Sample[]): Trial[] {
  const shown = ({ wireType, content }: Sample) => (wireType === 0 ? decimal(content) : content)
  if (label === 'singular') {
    return samples.map((sample, i) => ({
      value: { [field]: sample.json } as JsonObject,
      wire: (number) =>
        [samples[(i + 1) % samples.length] as Sample, sample]
          // Messages are merged rather than replaced, so they come once.
          .slice(typeof sample.json === 'object' ? 1 : 0)
          .map(({ wireType, content }) => onWire(number, wireType, content))
          .join(''),
      elements: [shown(sample)],
      wireType: sample.wireType,
    }))
  }
  if (label === 'map') {
    const [sample] = samples as [Sample]
    const entry = `${onWire(1, 2, Buffer.from('k').toString('hex'))}${onWire(2, 2, sample.content)}`
    return [
      {
        value: { [field]: { k: sample.json } } as JsonObject,
        wire: (number) => onWire(number, 2, entry),
        elements: [entry],
        wireType: 2,
      },
    ]
  }
  const pair = [samples[0] as Sample, samples.at(-1) as Sample]
  return [
    {
      value: { [field]: pair.map(({ json }) => json) } as JsonObject,
      wire: (number) =>
        pair.map(({ wireType, content }) => onWire(number, wireType, content)).join(''),
      elements: pair.map(shown),
      wireType: (samples[0] as Sample).wireType,
    },
  ]
}

/** What stands under a number, each element by itself, however a list of numbers was packed. */
function elementsAt(hex: string, number: number, wireType: 0 | 2): string[] | string {
  const fields = rawFields(hex)
  if (fields === undefined) return 'no protobuf bytes'
  return fields
    .filter((field) => field.number === number)
    .flatMap(({ value }) => {
      if (typeof value === 'bigint') return String(value)
      return (wireType === 0 ? packed(value)?.map(String) : undefined) ?? value
    })
}

function decimal(content: string): string {
  return String(rawFields(`08${content}`)?.[0]?.value)
}

/** The first field of 62 or 56 that holds the enumeration. */
function holderOf(type: string): { name: string; field: string; repeated: boolean } {
  const wanted = enumNamed(type)
  const [owner] = type.split('.')
  const holders = [owner as string, 'ChatMessage', 'EditMessage', 'IdentityImage']
  for (const name of holders) {
    const found = wanted && fieldsOf(name).find(({ resolvedType }) => resolvedType === wanted)
    if (found) return { name, field: found.name, repeated: found.repeated }
  }
  throw new Error(`expected an enumeration of 62 that a record uses, got ${type}`)
}

function fieldsOf(name: string) {
  try {
    return record(name).type.fieldsArray
  } catch {
    return []
  }
}

function valueIn(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value
}

/** The default of a field that is not in a list cannot be told from nothing. */
function isDefault(name: string, field: string, value: JsonObject): boolean {
  const found = record(name).type.fields[field]
  if (found?.repeated || !found?.resolvedType || !('values' in found.resolvedType)) return false
  return found.resolvedType.values[value[field] as string] === 0
}
