import { okFault } from '../contract/validate.ts'
import { example } from './example.ts'
import type { Call, Said } from './manners.ts'

/** Answers with what it was given: each member of an answer is the last value given under its name. */
export function parrot(): (call: Call) => Said {
  const heard = new Map<string, unknown>()
  let turn = 0
  return ({ op, ok, given }) => {
    listen(given, heard)
    const made = example(ok, turn++) as object
    const said = repeat(made, heard) as object
    return { kind: 'ok', ok: okFault(op, said) ? made : said }
  }
}

function listen(value: unknown, heard: Map<string, unknown>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, member] of Object.entries(value)) {
    if (!Array.isArray(value)) heard.set(name, member)
    listen(member, heard)
  }
}

function repeat(value: unknown, heard: ReadonlyMap<string, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => repeat(item, heard))
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      heard.has(name) ? heard.get(name) : repeat(member, heard),
    ]),
  )
}
