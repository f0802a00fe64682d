import { parseManifestCid } from './cid.ts'
import type { Call } from './journal.ts'

/** A request understood: which call it is and about which dataset. */
export interface Route {
  readonly call: Call
  readonly cid?: string
}

/** The path of nim-codex 0.2; Logos Storage renamed it to /api/storage/v1. */
export const defaultPrefix = '/api/codex/v1'

const table: readonly (readonly [method: string, path: RegExp, call: Call])[] = [
  ['POST', /^\/data$/, 'upload'],
  ['GET', /^\/data$/, 'list'],
  ['GET', /^\/data\/(?<cid>[^/]*)$/, 'local'],
  ['DELETE', /^\/data\/(?<cid>[^/]*)$/, 'delete'],
  ['POST', /^\/data\/(?<cid>[^/]*)\/network$/, 'fetch'],
  ['GET', /^\/data\/(?<cid>[^/]*)\/network\/stream$/, 'stream'],
  ['GET', /^\/data\/(?<cid>[^/]*)\/network\/manifest$/, 'manifest'],
  ['GET', /^\/data\/(?<cid>[^/]*)\/exists$/, 'exists'],
  ['GET', /^\/space$/, 'space'],
  ['GET', /^\/(?:debug\/info|spr|peerid)$/, 'info'],
]

/** Finds the call a request means; undefined where the node has none. */
export function routeOf(method: string, path: string): Route | undefined {
  for (const [verb, pattern, call] of table) {
    const match = verb === method && pattern.exec(path)
    if (match)
      return { call, ...(match.groups?.cid !== undefined && { cid: decode(match.groups.cid) }) }
  }
  return undefined
}

/** Whether a node would take this text for the name of a dataset. */
export function isCid(text: string): boolean {
  try {
    parseManifestCid(text)
    return true
  } catch {
    return false
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
