import { Then, When } from '@cucumber/cucumber'
import type { JsonObject } from '../../proto/payloads/json.ts'
import { record } from '../../proto/payloads/records.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { plain, read, said } from './records.ts'
import { enumNamed, samplesOf } from './samples.ts'
import { elementsAt, type Label, type Trial, trialsOf } from './trials.ts'
import { varint } from './wire.ts'

/* One field, or one enumeration value, at a time: its number, its type and its label. */

/** What the client made of one trial. */
interface Tried {
  readonly trial: Trial
  /** Number of the field. */
  readonly at: number
  readonly written: Observed<string>
  /** What it read from the right number, undefined where it refused. */
  readonly read: Observed<JsonObject | undefined>
  readonly beside: readonly Observed<JsonObject | undefined>[]
}

class FieldUnderTest {
  all: Tried[] = []
}

When(
  /^Bob encodes and decodes only "(\w+)\.(\w+)", number (\d+), (singular|repeated|map) ([\w.]+)$/,
  async function (
    this: World,
    name: string,
    field: string,
    number: string,
    label: Label,
    type: string,
  ) {
    const trials = trialsOf(this, name, field, label, samplesOf(type, this.dice))
    const numbers = [Number(number), ...neighbours(name, Number(number))]
    for (const trial of trials) await tryOut(this, trial, Number(number), numbers.map(trial.wire))
  },
)

When(
  /^Bob encodes and decodes (\w+) of ([\w.]+), number (\d+)$/,
  async function (this: World, value: string, type: string, number: string) {
    const { name, field, repeated } = holderOf(type)
    const sample = { json: value, wireType: 0, content: varint(BigInt(number)) } as const
    const label = repeated ? 'repeated' : 'singular'
    const at = record(name).type.fields[field]?.id ?? 0
    const beside = [Number(number) + 1, Number(number) - 1].filter((n) => n >= 0)
    for (const trial of trialsOf(this, name, field, label, [sample])) {
      const wires = beside.map((n) => {
        const other = { ...sample, content: varint(BigInt(n)) }
        const [first] = trialsOf(this, name, field, label, [other]) as [Trial]
        return first.wire(at)
      })
      await tryOut(this, trial, at, [trial.wire(at), ...(trial.record === name ? wires : [])])
    }
  },
)

/** Encodes the value, and decodes it from where it belongs and from where it does not. */
async function tryOut(
  world: World,
  trial: Trial,
  at: number,
  [wire = '', ...others]: string[],
): Promise<void> {
  const { record, value } = trial
  const written = await world.act('Bob', 'payloads.encode', { record, value: { ...value } })
  const beside: Observed<JsonObject | undefined>[] = []
  const read = await decodes(world, record, wire)
  for (const other of others) beside.push(await decodes(world, record, other))
  const bytes = written.map((ok) => ok.bytes)
  world.scene(FieldUnderTest).all.push({ trial, at, written: bytes, read, beside })
}

Then('{word} is written as number {int}', function (this: World, _name: string, _number: number) {
  for (const { trial, at, written } of this.scene(FieldUnderTest).all) {
    const { record: of, elements, value, wireType } = trial
    const subject = `the ${of} that Bob wrote`
    this.expect(subject, read(this, subject, of, written)).equals(plain(of, value))
    if (!elements) continue
    // A default that is written is no other value than one that is left out.
    const wanted = isDefault(trial) ? [] : [...elements]
    const got = written.map((hex) => {
      const found = elementsAt(hex, at, wireType)
      return isDefault(trial) && String(found) === '0' ? [] : found
    })
    this.expect(`field ${at} of ${subject}`, got).equals(wanted)
  }
})

function isDefault({ record: of, field, elements = [] }: Trial): boolean {
  return elements[0] === '0' && !record(of).type.fields[field]?.repeated
}

Then('it is read from number {int} and from none beside it', function (this: World, _: number) {
  for (const { trial, read, beside } of this.scene(FieldUnderTest).all) {
    const { record: of, field, value } = trial
    this.expect(`the ${of} that Bob read`, read).equals(plain(of, value))
    const unwanted = JSON.stringify(plain(of, value)[field] ?? null)
    for (const got of beside)
      this.expect(
        `${of}.${field} that Bob read from another number`,
        got.map((json) => JSON.stringify(json?.[field] ?? null)),
      ).avoids(`not ${unwanted}`, (shown) => shown !== unwanted)
  }
})

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

/** The first field of 62 or 56 that holds the enumeration. */
function holderOf(type: string): { name: string; field: string; repeated: boolean } {
  const wanted = enumNamed(type)
  const owner = type.includes('.') ? (type.split('.')[0] as string) : 'ChatMessage'
  for (const name of [owner, 'ChatMessage']) {
    const found = record(name).type.fieldsArray.find(
      ({ resolvedType }) => wanted !== undefined && resolvedType === wanted,
    )
    if (found) return { name, field: found.name, repeated: found.repeated }
  }
  throw new Error(`expected an enumeration of 62 that a record uses, got ${type}`)
}
