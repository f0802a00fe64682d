import { Then } from '@cucumber/cucumber'
import type { Observed } from '../observed.ts'
import type { Answer, World } from '../world.ts'
import { became } from './outcome.ts'
import { plain, read, said } from './records.ts'

/* What a client read and wrote of records, however they came about. */

/** Bytes that a client was given, and what it made of them. */
export interface Reading {
  /** What the bytes are. */
  readonly name: string
  readonly record: string
  /** Absent where no client has to read it. */
  readonly value?: object | undefined
  readonly answer: Observed<Answer<'payloads.decode'>>
  /** Its answer to the twin, the same bytes without the fault. */
  readonly twin?: Reading
}

export class Readings {
  all: readonly Reading[] = []
  /** What was encoded, and from which value. */
  written: { readonly record: string; readonly value: object; readonly bytes: Observed<string> }[] =
    []
  /** A law about random inputs: named in the When and played in the Then, which says what has to hold. */
  law?: () => Promise<void>
}

/** What the client reads in bytes, with its refusal where it refuses. */
export function decode(world: World, record: string, bytes: string) {
  return world.attempt('Bob', 'payloads.decode', { record, bytes })
}

export function keep(world: World, all: readonly Reading[]): void {
  world.scene(Readings).all = all
  became(world, { answers: all.map(({ answer }) => answer) })
}

/** Lets the client encode a value, and keeps both. */
export async function write(world: World, record: string, value: object): Promise<void> {
  const bytes = await world.act('Bob', 'payloads.encode', { record, value: { ...value } })
  world.scene(Readings).written.push({ record, value, bytes: bytes.map(({ bytes }) => bytes) })
}

/** The value of an answer; a refusal is a deviation. */
function answered(
  world: World,
  subject: string,
  answer: Observed<Answer<'payloads.decode'>>,
): Observed<object> {
  const { value, call } = answer
  if (value.kind === 'ok') return answer.map((a) => (a.kind === 'ok' ? a.ok.value : {}))
  const got = `rejected (${value.rejected.code})`
  return world.fail({ kind: 'deviation', subject, wanted: 'a value', got, call })
}

/** The client had to read the value. */
export function readsIt(world: World, { name, record, value = {}, answer }: Reading): void {
  const subject = `${name} as Bob read it`
  const got = said(world, subject, record, answered(world, subject, answer))
  world.expect(subject, got).equals(plain(record, value))
}

/** Another decoder had to read the value in what the client encoded. */
export function wroteIt(world: World, { record, value, bytes }: Readings['written'][number]): void {
  const subject = `the ${record} that Bob encoded`
  world.expect(subject, read(world, subject, record, bytes)).equals(plain(record, value))
}

Then('he reads what was written', async function (this: World) {
  const { all, law } = this.scene(Readings)
  if (law) return law()
  if (all.length === 0) throw new Error('nothing was decoded: add a When')
  for (const one of all) readsIt(this, one)
})

Then('another decoder reads what was written', async function (this: World) {
  const { written, law } = this.scene(Readings)
  if (law) return law()
  if (written.length === 0) throw new Error('nothing was encoded: add a When')
  for (const one of written) wroteIt(this, one)
})

Then('he refuses each and reads its twin', function (this: World) {
  for (const { name, answer, twin } of this.scene(Readings).all) {
    this.expect(
      `Bob's answer to ${name}`,
      answer.map(({ kind }) => kind as string),
    ).equals('rejected')
    readsIt(this, twin as Reading)
  }
})

Then('he refuses or reads each, and reads its twin', async function (this: World) {
  const { all, law } = this.scene(Readings)
  if (law) return law()
  for (const { name, answer, twin } of all) {
    readOrRefused(this, `Bob's answer to ${name}`, answer)
    readsIt(this, twin as Reading)
  }
})

/** Either will do, as long as nothing else happens. */
export function readOrRefused(
  world: World,
  subject: string,
  answer: Observed<{ readonly kind: string }>,
): void {
  const got = answer.map(({ kind }) => kind)
  world.expect(subject, got).meets('read, or refused', (kind) => ['ok', 'rejected'].includes(kind))
}
