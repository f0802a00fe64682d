import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Event } from '../case.ts'
import { Unreadable } from '../read.ts'
import { type End, type Line, lines } from './lines.ts'

/** A line with its number in the file, from 1, and its text without the hash. */
export interface Numbered<T> {
  readonly number: number
  readonly text: string
  readonly value: T
}

/** One scenario as a transcript has it. */
export interface RecordedCase {
  readonly uri: string
  readonly line: number
  /** Number of its first line. */
  readonly number: number
  readonly events: readonly Numbered<Event>[]
  readonly end: Numbered<End>
}

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
const checks = new Map<string, ValidateFunction>(
  Object.entries(lines).map(([type, schema]) => [
    type,
    ajv.compile(JSON.parse(JSON.stringify(schema)) as object),
  ]),
)

/** Reads one line. Fails with Unreadable, naming its number. */
export function parseLine(number: number, text: string): Numbered<Line> {
  const at = `line ${number}`
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new Unreadable(`${at} is not JSON: ${(cause as Error).message}`)
  }
  const type = String((value as { type?: unknown } | null)?.type)
  const check = checks.get(type)
  if (!check) throw new Unreadable(`${at} is no line of a transcript: "${type.slice(0, 40)}"`)
  if (!check(value)) {
    const [first] = check.errors ?? []
    throw new Unreadable(`${at} (${type}): ${first?.instancePath || '/'} ${first?.message}`)
  }
  return { number, text, value: value as Line }
}

/** Puts lines together to cases; what belongs to none goes to `beside`. Fails with Unreadable where the order is none. */
export async function* casesOf(
  all: AsyncIterable<Numbered<Line>>,
  beside: (line: Numbered<Line>) => void,
): AsyncGenerator<RecordedCase> {
  let open: { uri: string; line: number; number: number; events: Numbered<Event>[] } | undefined
  for await (const each of all) {
    const { number, value } = each
    const misplaced = () => new Unreadable(`line ${number}: "${value.type}" does not belong here`)
    switch (value.type) {
      case 'case': {
        if (open) throw misplaced()
        const { uri, line } = value
        open = { uri, line, number, events: [] }
        break
      }
      case 'end':
        if (!open) throw misplaced()
        yield { ...open, end: each as Numbered<End> }
        open = undefined
        break
      case 'bundle':
      case 'probe':
      case 'requirement':
      case 'conclusion':
        if (open) throw misplaced()
        beside(each)
        break
      default:
        if (!open) throw misplaced()
        open.events.push(each as Numbered<Event>)
    }
  }
  if (open) throw new Unreadable(`line ${open.number}: the case has no end`)
}
