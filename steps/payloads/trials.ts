import type { JsonObject } from '../../proto/payloads/json.ts'
import { record, recordNames } from '../../proto/payloads/records.ts'
import type { World } from '../world.ts'
import { accompanied, type Companion, companion } from './companion.ts'
import { onWire, type Sample } from './samples.ts'
import { delimited, packed, rawFields } from './wire.ts'

export type Label = 'singular' | 'repeated' | 'map'

/** One value of a field under test: as JSON, and by hand on the wire under any number. */
export interface Trial {
  /** The record that is encoded and decoded. */
  readonly record: string
  /** The field of it that is under test, or that holds it. */
  readonly field: string
  readonly value: JsonObject
  readonly wire: (number: number) => string
  /** Elements on the wire: varints in decimal, contents in hex; absent where the field is further down. */
  readonly elements?: readonly string[]
  readonly wireType: 0 | 2
}

/** Values of one field, each beside something that no other run has. */
export function trialsOf(
  world: World,
  name: string,
  field: string,
  label: Label,
  samples: readonly Sample[],
): Trial[] {
  const trials = { singular: singles, repeated: lists, map: maps }[label](name, field, samples)
  const beside = companion(world, name, [field])
  if (beside) return trials.map((trial) => withCompanion(trial, beside))
  return trials.flatMap((trial) => [trial, ...inside(world, trial)])
}

function withCompanion(trial: Trial, beside: Companion): Trial {
  return {
    ...trial,
    value: accompanied(trial.value, beside),
    wire: (number) => `${trial.wire(number)}${beside.raw}`,
  }
}

/** A record that has no field to be renewed is tried inside one that has. */
function inside(world: World, trial: Trial): Trial[] {
  for (const parent of recordNames) {
    const holder = record(parent).type.fieldsArray.find(
      (field) =>
        field.resolvedType === record(trial.record).type &&
        !field.repeated &&
        !field.map &&
        !field.partOf,
    )
    const beside = holder && companion(world, parent)
    if (!beside) continue
    const { elements: _, ...rest } = trial
    const nested: Trial = {
      ...rest,
      record: parent,
      field: holder.name,
      value: { [holder.name]: trial.value },
      wire: (number) => delimited(holder.id, trial.wire(number)),
    }
    return [withCompanion(nested, beside)]
  }
  return []
}

/** Of two values on the wire the last counts; messages are merged instead, so they come once. */
function singles(name: string, field: string, samples: readonly Sample[]): Trial[] {
  return samples.map((sample, i) => ({
    record: name,
    field,
    value: { [field]: sample.json } as JsonObject,
    wire: (number) =>
      [samples[(i + 1) % samples.length] as Sample, sample]
        .slice(typeof sample.json === 'object' ? 1 : 0)
        .map(({ wireType, content }) => onWire(number, wireType, content))
        .join(''),
    elements: [shown(sample)],
    wireType: sample.wireType,
  }))
}

function lists(name: string, field: string, samples: readonly Sample[]): Trial[] {
  const pair = [samples[0] as Sample, samples.at(-1) as Sample]
  return [
    {
      record: name,
      field,
      value: { [field]: pair.map(({ json }) => json) } as JsonObject,
      wire: (number) =>
        pair.map(({ wireType, content }) => onWire(number, wireType, content)).join(''),
      elements: pair.map(shown),
      wireType: (samples[0] as Sample).wireType,
    },
  ]
}

function maps(name: string, field: string, samples: readonly Sample[]): Trial[] {
  const [sample] = samples as [Sample]
  const entry = `${delimited(1, Buffer.from('k').toString('hex'))}${onWire(2, 2, sample.content)}`
  return [
    {
      record: name,
      field,
      value: { [field]: { k: sample.json } } as JsonObject,
      wire: (number) => delimited(number, entry),
      elements: [entry],
      wireType: 2,
    },
  ]
}

function shown({ wireType, content }: Sample): string {
  return wireType === 0 ? String(rawFields(`08${content}`)?.[0]?.value) : content
}

/** What stands under a number, each element by itself, however a list of numbers was packed. */
export function elementsAt(hex: string, number: number, wireType: 0 | 2): string[] | string {
  const fields = rawFields(hex)
  if (fields === undefined) return 'no protobuf bytes'
  return fields
    .filter((field) => field.number === number)
    .flatMap(({ value }) => {
      if (typeof value === 'bigint') return String(value)
      return (wireType === 0 ? packed(value)?.map(String) : undefined) ?? value
    })
}
