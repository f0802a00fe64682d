import { When } from '@cucumber/cucumber'
import fc from 'fast-check'
import type { JsonObject } from '../../proto/payloads/json.ts'
import { holds } from '../property.ts'
import type { World } from '../world.ts'
import { type Damage, damaged, damages, type Sampled, sampled } from './arbitrary.ts'
import { accompanied, companion } from './companion.ts'
import { decode, Readings, readOrRefused, readsIt, wroteIt } from './readings.ts'
import { encoded } from './records.ts'
import { delimited, rawFields, tag, varint } from './wire.ts'

/* Laws about any record: random inputs, shrunk when they fail. */

function law<T>(
  world: World,
  inputs: fc.Arbitrary<T>,
  tell: (input: T) => string,
  play: (input: T) => Promise<void>,
): void {
  world.scene(Readings).law = () => holds(world, { inputs, runs: 200, tell, play })
}

const tell = ({ record, value }: Sampled) => `${record} ${JSON.stringify(value)}`

/** The value with a field of this run. */
function fresh(world: World, { record, value }: Sampled): JsonObject {
  return accompanied(value as JsonObject, companion(world, record))
}

When('Bob encodes many random records of every kind', function (this: World) {
  law(this, sampled, tell, async (one) => {
    const { record } = one
    const value = fresh(this, one)
    const ok = await this.act('Bob', 'payloads.encode', { record, value: { ...value } })
    wroteIt(this, { record, value, bytes: ok.map(({ bytes }) => bytes) })
  })
})

When('Bob decodes many random records of every kind', function (this: World) {
  law(this, sampled, tell, async (one) => {
    const { record } = one
    const value = fresh(this, one)
    const answer = await decode(this, record, encoded(record, value))
    readsIt(this, { name: `a ${record}`, record, value, answer })
  })
})

/** Unknown fields of every wire type, with numbers that no record has. */
const unknown = fc.array(
  fc.oneof(
    fc.bigInt(0n, 2n ** 64n - 1n).map((n) => `${tag(20001, 0)}${varint(n)}`),
    fc.uint8Array({ minLength: 8, maxLength: 8 }).map((b) => `${tag(20002, 1)}${hex(b)}`),
    fc.uint8Array({ maxLength: 20 }).map((b) => delimited(20003, hex(b))),
    fc.uint8Array({ minLength: 4, maxLength: 4 }).map((b) => `${tag(20004, 5)}${hex(b)}`),
  ),
  { minLength: 1, maxLength: 4 },
)
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** The fields of bytes that have such numbers, in one order. */
function unknownIn(bytes: string): string[] {
  return (rawFields(bytes) ?? [])
    .filter(({ number }) => number >= 20001 && number <= 20004)
    .map(({ number, value }) => `${number}: ${value}`)
    .sort()
}

When('Bob decodes and encodes many random records with unknown fields', function (this: World) {
  law(
    this,
    fc.tuple(sampled, unknown),
    ([one, more]) => `${tell(one)} and ${more.join(' ')}`,
    async ([{ record, value }, more]) => {
      const bytes = `${encoded(record, value)}${more.join('')}`
      const ok = await this.act('Bob', 'payloads.reencode', { record, bytes })
      const got = ok.map((one) => unknownIn(one.bytes))
      this.expect(`the unknown fields of the ${record}`, got).equals(unknownIn(more.join('')))
    },
  )
})

When('Bob decodes many damaged records of every kind', function (this: World) {
  law(
    this,
    fc.tuple(sampled, damages),
    ([one, changes]) => damagedHex(one, changes),
    async ([one, changes]) => {
      const { record } = one
      const answer = await decode(this, record, damagedHex(one, changes))
      readOrRefused(this, `Bob's answer to a damaged ${record}`, answer)
      // Undamaged, the same record is read: refusing everything is no answer.
      const value = fresh(this, one)
      const whole = await decode(this, record, encoded(record, value))
      readsIt(this, { name: `the undamaged ${record}`, record, value, answer: whole })
    },
  )
})

function damagedHex({ record, value }: Sampled, changes: readonly Damage[]): string {
  return damaged(encoded(record, value), changes)
}
