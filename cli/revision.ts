import type { Hello } from '../adapters/contract/hello.ts'
import { PINNED } from '../spec/pinned.ts'
import { revisions } from '../spec/revisions.ts'
import { nearest } from './nearest.ts'
import { UsageError } from './usage.ts'

/** Asks for the revision that the client declares in its hello. */
export const DECLARED = 'declared'

/** The flag, as every command explains it. */
export const REVISION_FLAG = `--revision DATE    a frozen revision: ${revisions().join(', ')} (default ${PINNED})`

/** The name of a frozen revision. Fails with UsageError for one that there is not. */
export function knownRevision(name: string = PINNED): string {
  if (revisions().includes(name)) return name
  throw new UsageError(`no revision "${name}": ${nearest(name, revisions())}`)
}

/**
 * The one revision that a client declares for the areas asked for (none: all that it has). Fails with
 * UsageError where it declares several, or one that is not frozen here.
 */
export function declaredRevision(hello: Hello, asked: readonly string[]): string {
  const { areas, revisions: declared = {} } = hello
  const byArea = new Map(
    areas
      .filter((area) => asked.length === 0 || asked.includes(area))
      .map((area) => [area, declared[area] ?? PINNED]),
  )
  const [name, ...others] = new Set(byArea.values())
  if (others.length > 0) {
    const told = [...byArea].map(([area, each]) => `${each} for ${area}`).join(', ')
    throw new UsageError(`the client declares ${told}: ask for them apart, with --area`)
  }
  return knownRevision(name)
}
