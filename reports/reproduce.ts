import { PINNED } from '../spec/pinned.ts'
import { plain } from './plain.ts'
import type { Results } from './results.ts'

/** The command that shows one requirement again with the same seed, to be copied. */
export function reproduce({ adapter, bindings, seed, revision }: Results, id: string): string {
  const against = revision.name === PINNED ? '' : ` --revision ${quoted(revision.name)}`
  const clients = bindings
    ? bindings.map((each) => `--bind ${quoted(`${each.name}=${each.adapter.address}`)}`).join(' ')
    : `--adapter ${quoted(adapter.address)}`
  return `npx vac-conformance run ${clients} --id ${id} --seed ${seed}${against}`
}

/** An argument as any POSIX shell reads it back. */
function quoted(text: string): string {
  const safe = plain(text)
  return /["$`\\!]/.test(safe) ? `'${safe.replaceAll("'", `'\\''`)}'` : `"${safe}"`
}
