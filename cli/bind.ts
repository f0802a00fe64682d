import type { Area } from '../adapters/contract/hello.ts'
import { type Bindings, parts, roles } from '../steps/roles.ts'
import { UsageError } from './usage.ts'

/** The flag, as every command explains it. */
export const BIND_FLAG = `--bind NAME=ADDRESS  another client for a role (sender, receiver) or a participant (Alice, Bob, …) of the
                     scenarios; may be repeated; without --adapter every role has to be bound`

/** The bindings that flags tell, and the client of everybody else. Fails with UsageError. */
export function castingOf(
  adapter: string | undefined,
  flags: readonly string[],
): { adapter: string; bind: Bindings } {
  const bind: Record<string, string> = {}
  for (const flag of flags) {
    const [, name, address] = /^([^=]+)=(.+)$/s.exec(flag) ?? []
    if (name === undefined || address === undefined)
      throw new UsageError(`expected --bind NAME=ADDRESS, got "${flag}"`)
    if (bind[name] !== undefined) throw new UsageError(`"${name}" is bound twice`)
    bind[name] = address
  }
  const free = roles.filter((role) => bind[role] === undefined)
  if (adapter === undefined && free.length === roles.length)
    throw new UsageError('expected --adapter ADDRESS: which client is tested? (run --help)')
  if (adapter === undefined && free.length > 0)
    throw new UsageError(
      `expected --adapter ADDRESS, for nothing is bound to ${free.join(' and ')}: who plays the rest?`,
    )
  if (flags.length === 0) return { adapter: adapter ?? '', bind }
  for (const role of free) bind[role] = adapter ?? ''
  return { adapter: bind[roles[0] as string] ?? '', bind }
}

/** Fails with UsageError for a name that nobody has in the areas of a run. */
export function checkBindings(bind: Bindings, areas: readonly Area[]): void {
  for (const name of Object.keys(bind)) {
    const known = areas.some((area) => parts[area].names.includes(name))
    if (known || roles.some((role) => role === name)) continue
    const told = areas.map((area) => {
      const { means, names } = parts[area]
      const each = roles.map((role) => `${role} (${means[role]})`).join(' and ')
      return `${area} has ${each}, of whom ${names.join(', ')} can be named`
    })
    throw new UsageError(`nobody is "${name}": ${told.join('; ')}`)
  }
}
