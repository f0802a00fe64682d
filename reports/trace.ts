import { EPOCH } from './case.ts'
import type { CaseResult } from './case-result.ts'
import { line, plain } from './plain.ts'

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
}

/** The calls of a case in order, long bytes shortened to `width` characters. */
export function trace({ calls, callsDropped, finding }: CaseResult, width = 60): Step[] {
  return calls.map(({ participant, op, now, params, outcome }, i) => ({
    number: callsDropped + i + 1,
    at: now - EPOCH,
    participant: line(participant, 40),
    op: line(op, 60),
    said: brief(params, width),
    answered: answer(outcome, width),
    deviates: finding?.call === callsDropped + i,
  }))
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

/** A JSON value in one line: members without braces, long bytes as their beginning and their length. */
function brief(value: unknown, width: number): string {
  if (typeof value !== 'object' || value === null) return one(value, width)
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return line(members.map(([key, member]) => `${key} ${one(member, width / 2)}`).join(', '), width)
}

function one(value: unknown, width: number): string {
  if (typeof value === 'string')
    return /^[0-9a-f]+$/.test(value) && value.length > 24
      ? `${value.slice(0, 16)}… (${value.length / 2} bytes)`
      : line(value, Math.max(12, width))
  return line(JSON.stringify(value) ?? 'nothing', Math.max(12, width))
}
