import fc from 'fast-check'
import type { TSchema } from 'typebox'

/** The keywords of JSON Schema that the contract uses. */
interface Keywords {
  const?: unknown
  enum?: unknown[]
  anyOf?: TSchema[]
  type?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  items?: TSchema
  minItems?: number
  maxItems?: number
  properties?: Record<string, TSchema>
  required?: string[]
  patternProperties?: Record<string, TSchema>
}

const known = new WeakMap<TSchema, fc.Arbitrary<unknown>>()

/** A value that the schema allows; the same for the same seed. */
export function example(schema: TSchema, seed: number): unknown {
  return fc.sample(valuesOf(schema), { seed, numRuns: 1 })[0]
}

/** A value that the schema allows, with as little in it as can be. */
export function least(schema: TSchema): unknown {
  return fc
    .sample(valuesOf(schema), { seed: 1, numRuns: 50 })
    .reduce((a, b) => (JSON.stringify(b).length < JSON.stringify(a).length ? b : a))
}

/** All values that a schema of the contract allows. Fails at a schema that this cannot fill yet. */
function valuesOf(schema: TSchema): fc.Arbitrary<unknown> {
  let values = known.get(schema)
  if (!values) known.set(schema, (values = make(schema)))
  return values
}

function make(schema: TSchema): fc.Arbitrary<unknown> {
  const word: Keywords = schema
  if ('const' in word) return fc.constant(word.const)
  if (word.enum) return fc.constantFrom(...word.enum)
  if (word.anyOf) return fc.oneof(...word.anyOf.map(valuesOf))
  switch (word.type) {
    case undefined:
      return fc.jsonValue({ maxDepth: 1 })
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
    case 'number': {
      const { minimum: min = 0, maximum = Number.MAX_SAFE_INTEGER } = word
      return fc.integer({ min, max: Math.min(maximum, min + 0x7fff_ffff) })
    }
    case 'string':
      return strings(word)
    case 'array':
      return fc.uniqueArray(valuesOf(word.items ?? {}), {
        minLength: word.minItems ?? 0,
        maxLength: Math.min(word.maxItems ?? 3, Math.max(word.minItems ?? 0, 3)),
        selector: (item) => JSON.stringify(item),
      })
    case 'object':
      return objects(word)
    default:
      throw new Error(`expected a schema that the contract uses, got ${JSON.stringify(schema)}`)
  }
}

function strings({ pattern, minLength = 0, maxLength = Infinity }: Keywords) {
  if (pattern === undefined)
    return fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 10) })
  const fits = (text: string) => text.length >= minLength && text.length <= maxLength
  return fc.stringMatching(new RegExp(pattern), { size: 'xsmall' }).filter(fits)
}

function objects({ properties = {}, required = [], patternProperties = {} }: Keywords) {
  const [named] = Object.entries(patternProperties)
  if (named)
    return fc.dictionary(fc.stringMatching(new RegExp(named[0])), valuesOf(named[1]), {
      maxKeys: 2,
      noNullPrototype: true,
    })
  const members = Object.entries(properties).map(([name, schema]) => [name, valuesOf(schema)])
  return fc.record(Object.fromEntries(members) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: required,
    noNullPrototype: true,
  })
}
