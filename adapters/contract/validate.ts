import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { TSchema } from 'typebox'
import { Reply, Request } from './envelope.ts'
import { type Op, operations } from './operations.ts'

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
const compiled = new WeakMap<TSchema, ValidateFunction>()

function fault(schema: TSchema, value: unknown): string | undefined {
  let check = compiled.get(schema)
  if (!check) compiled.set(schema, (check = ajv.compile(schema)))
  if (check(value)) return undefined
  const first = check.errors?.[0]
  const extra = first?.params.additionalProperty
  return `${first?.instancePath || '/'} ${first?.message}${extra ? ` ("${extra}")` : ''}`
}

/** What is wrong with a request's envelope, or undefined. */
export const requestFault = (value: unknown) => fault(Request, value)

/** What is wrong with a reply's envelope, or undefined. Names the four members where none or several came. */
export function replyFault(value: unknown): string | undefined {
  const wrong = fault(Reply, value)
  if (!wrong) return undefined
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'expected a JSON object'
  const members = ['ok', 'rejected', 'unsupported', 'error'].filter((m) => Object.hasOwn(value, m))
  if (members.length !== 1)
    return `expected exactly one of ok, rejected, unsupported, error; got ${members.join(' and ') || 'none'}`
  return wrong
}

/** What is wrong with the parameters of an operation, or undefined. */
export const paramsFault = (op: Op, value: unknown) => fault(operations[op].params, value)

/** What is wrong with the `ok` of an operation, or undefined. */
export const okFault = (op: Op, value: unknown) => fault(operations[op].ok, value)
