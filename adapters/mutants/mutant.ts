import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import Type, { type Static } from 'typebox'
import type { Handler } from '../contract/handler.ts'
import { closed } from '../contract/scalars.ts'
import type { ReferenceOptions } from '../reference/adapter.ts'
import { numberMutants } from './payloads/numbers.ts'
import { fieldNumberMutants } from './voting/numbers.ts'

/*
The reference with one rule changed: a file of data that names a place in its source, and what
stands there instead. Mutants break one requirement, and the suite has to notice; variants take
another way that the text leaves open, and the suite has to let them pass.
*/

const Text = Type.String({ minLength: 1 })
const Change = closed({
  /** Source file below adapters/reference/. */
  file: Text,
  /** Text that stands there exactly once. */
  replace: Text,
  by: Type.String(),
})
type Change = Static<typeof Change>
const common = {
  /** What is different, in a sentence. */
  what: Text,
  changes: Type.Array(Change, { minItems: 1 }),
}
/**
 * `breaks`: the requirement that has to fail. `shownBy`: it fails by how a call ends, where a mutant
 * otherwise has to fail by what the client says.
 */
const MutantFile = closed({
  breaks: Text,
  shownBy: Type.Optional(Type.Literal('error')),
  ...common,
})
/** `allowedBy`: the reading or requirement that leaves the choice. */
const VariantFile = closed({ allowedBy: Text, ...common })

/** One file of adapters/mutants/<area>/: a fault that the suite has to find. */
export interface Mutant extends Readonly<Static<typeof MutantFile>> {
  readonly name: string
  readonly area: string
  /** Tried with the scenarios of the requirement that it breaks, and no others: one of very many alike. */
  readonly alone?: true
}

/** One file of adapters/variants/<area>/: a choice that the suite has to allow. */
export interface Variant extends Readonly<Static<typeof VariantFile>> {
  readonly name: string
  readonly area: string
}

/** No such mutant or variant. */
export class UnknownMutant extends Error {
  override name = 'UnknownMutant'
}

const ajv = new Ajv2020({ strict: true })
const checks = { mutant: ajv.compile(MutantFile), variant: ajv.compile(VariantFile) }

const REFERENCE = join(import.meta.dirname, '..', 'reference')

export const mutants = (): readonly Mutant[] => read('mutant')
export const variants = (): readonly Variant[] => read('variant')

/** Loads the changed reference beside the true one. Fails with UnknownMutant, or names what no longer fits. */
export function mutantHandler(
  kind: 'mutant' | 'variant',
  name: string,
  options: ReferenceOptions = {},
) {
  const found = read(kind).find((each) => each.name === name)
  if (!found) throw new UnknownMutant(`no ${kind} "${name}" in adapters/${kind}s/`)
  const sources = new Map<string, string>()
  for (const change of found.changes) apply(change, sources, `${kind}s/${found.area}/${name}.json`)
  return async (): Promise<() => Handler> => {
    const hooks = substitute(`${kind}=${name}`, sources)
    try {
      const entry = pathToFileURL(join(REFERENCE, 'adapter.ts'))
      const { reference } = await import(`${entry.href}?${kind}=${name}`)
      return () => reference(options)
    } finally {
      hooks.deregister()
    }
  }
}

/** Changes one source file. A mutant whose text is no longer there, or is ambiguous, is stale and says so. */
function apply({ file, replace, by }: Change, sources: Map<string, string>, where: string): void {
  const target = join(REFERENCE, file)
  if (!existsSync(target))
    throw new Error(`adapters/${where}: there is no adapters/reference/${file}`)
  const source = sources.get(target) ?? readFileSync(target, 'utf8')
  const times = source.split(replace).length - 1
  if (times !== 1)
    throw new Error(`adapters/${where}: expected its text once in ${file}, found it ${times} times`)
  sources.set(
    target,
    source.replace(replace, () => by),
  )
}

/**
 * Loads the modules of the changed areas anew, under a query, some of them with another text; all
 * others are those that the process has anyway.
 */
function substitute(query: string, sources: ReadonlyMap<string, string>) {
  const areas = [...sources.keys()]
    .map((file) => relative(REFERENCE, file).split(sep)[0])
    .map((area) => `${pathToFileURL(REFERENCE).href}/${area}/`)
  return registerHooks({
    resolve(specifier, context, next) {
      const resolved = next(specifier, context)
      const inside =
        context.parentURL?.endsWith(`?${query}`) &&
        areas.some((area) => resolved.url.startsWith(area))
      return inside ? { ...resolved, url: `${resolved.url}?${query}` } : resolved
    },
    load(url, context, next) {
      const loaded = next(url, context)
      if (!url.endsWith(`?${query}`)) return loaded
      const source = sources.get(fileURLToPath(url.slice(0, -query.length - 1)))
      return source === undefined ? loaded : { ...loaded, source }
    },
  })
}

const known = new Map<'mutant' | 'variant', readonly (Mutant & Variant)[]>()

function read(kind: 'mutant' | 'variant') {
  const files = known.get(kind) ?? readAll(kind)
  const found = kind === 'mutant' && !known.has(kind) ? [...files, ...derived()] : files
  known.set(kind, found)
  return found
}

/** Those that follow from a schema and have no file each. */
function derived(): (Mutant & Variant)[] {
  return [...numberMutants(), ...fieldNumberMutants()] as unknown as (Mutant & Variant)[]
}

function readAll(kind: 'mutant' | 'variant'): (Mutant & Variant)[] {
  const folder = join(REFERENCE, '..', `${kind}s`)
  if (!existsSync(folder)) return []
  const areas = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isDirectory())
  return areas.flatMap(({ name: area }) =>
    readdirSync(join(folder, area))
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => {
        const content: unknown = JSON.parse(readFileSync(join(folder, area, file), 'utf8'))
        if (!checks[kind](content)) {
          const [first] = checks[kind].errors ?? []
          throw new Error(
            `adapters/${kind}s/${area}/${file}: ${first?.instancePath} ${first?.message}`,
          )
        }
        return { ...(content as Mutant & Variant), name: file.slice(0, -'.json'.length), area }
      }),
  )
}
