import { plain } from './plain.ts'
import type { Results } from './results.ts'

/** The command that shows one requirement again with the same seed, to be copied. */
export function reproduce({ adapter, seed }: Results, id: string): string {
  return `npx vac-conformance run --adapter ${quoted(adapter.address)} --id ${id} --seed ${seed}`
}

/** An argument as any POSIX shell reads it back. */
function quoted(text: string): string {
  const safe = plain(text)
  return /["$`\\!]/.test(safe) ? `'${safe.replaceAll("'", `'\\''`)}'` : `"${safe}"`
}
