import { EPOCH } from './case.ts'
import type { CaseResult } from './case-result.ts'
import { line, plain } from './plain.ts'
import { repeats } from './repeats.ts'

/** One call as a reader sees it. */
export interface Step {
  /** Number among all calls of the scenario, from 1. */
  readonly number: number
  /** Virtual milliseconds since the scenario began. */
  readonly at: number
  readonly participant: string
  readonly op: string
  readonly said: string
  readonly answered: string
  /** The answer is the one that was found to be otherwise. */
  readonly deviates: boolean
  /** This and the calls before it, `calls` together, came `times` times one after the other. */
  readonly again?: { readonly calls: number; readonly times: number }
}

/** The calls of a case in order, what repeats itself told once; each side in about `width` characters. */
export function trace({ calls, callsDropped, finding }: CaseResult, width = 80): Step[] {
  const blamed = (finding?.call ?? -1) - callsDropped
  const keys = calls.map((call, i) => (i === blamed ? 'deviates' : JSON.stringify(call)))
  return repeats(keys).flatMap(({ start, length, times }) =>
    calls.slice(start, start + length).map(({ participant, op, now, params, outcome }, i) => ({
      number: callsDropped + start + i + 1,
      at: now - EPOCH,
      participant: line(participant, 40),
      op: line(op, 60),
      said: brief(params, width),
      answered: answer(outcome, width),
      deviates: start + i === blamed,
      ...(times > 1 && i === length - 1 && { again: { calls: length, times } }),
    })),
  )
}

/** `the 2 calls to here 29 times`. */
export function againText({ again }: Step): string {
  if (!again) return ''
  return again.calls === 1
    ? `${again.times} times`
    : `these ${again.calls} calls ${again.times} times`
}

/** `+61001` for virtual milliseconds. */
export const moment = (at: number) => (at < 0 ? String(at) : `+${at}`)

/** Everybody who takes part, in the order of their first call. */
export function participants(steps: readonly Step[]): string[] {
  return [...new Set(steps.map(({ participant }) => participant))]
}

/** How a call ended: its kind, and what it brought. */
function answer(outcome: unknown, width: number): string {
  const { kind, ok, rejected, capability, message } = (outcome ?? {}) as Record<string, unknown>
  switch (kind) {
    case 'ok':
      return `ok ${brief(ok, width)}`.trim()
    case 'rejected': {
      const { code, native } = (rejected ?? {}) as Record<string, unknown>
      return line(`rejected (${code})${native === undefined ? '' : `: ${native}`}`, width)
    }
    case 'unsupported':
      return line(`unsupported (${capability})`, width)
    default:
      return line(`${kind}: ${message}`, width)
  }
}

/** The last words of a client that ended in the deviating call, at most `most` lines. */
export function lastWords({ calls, callsDropped, finding }: CaseResult, most: number): string[] {
  const outcome = calls[(finding?.call ?? -1) - callsDropped]?.outcome as { stderr?: unknown }
  if (typeof outcome?.stderr !== 'string') return []
  const lines = plain(outcome.stderr).trimEnd().split('\n')
  return lines.slice(-most).map((each) => line(each, 200))
}

/** A JSON value in one line, without quotes: `a 1, b [x, y]`; long bytes as their beginning and their length. */
function brief(value: unknown, width: number): string {
  const text = told(value, width, 4)
  const inner = typeof value === 'object' && value !== null && !Array.isArray(value)
  return line(inner ? text.slice(1, -1) : text, width)
}

function told(value: unknown, width: number, depth: number): string {
  if (typeof value === 'string') {
    // Bytes that were cut say themselves how many digits there were.
    const [hex, cut] = /^[0-9a-f]{25,}(?:… \((\d+) characters\))?$/.exec(value) ?? []
    return hex
      ? `${hex.slice(0, 12)}… (${Number(cut ?? hex.length) / 2} bytes)`
      : value.slice(0, width * 2)
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'nothing'
  if (depth === 0) return '…'
  // More members than characters cannot be shown.
  if (Array.isArray(value))
    return `[${value
      .slice(0, width)
      .map((each) => told(each, width, depth - 1))
      .join(', ')}]`
  const members = Object.entries(value).slice(0, width)
  return `{${members.map(([key, member]) => `${key} ${told(member, width, depth - 1)}`).join(', ')}}`
}
