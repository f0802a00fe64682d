import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { distance } from 'fastest-levenshtein'
import Type, { type Static } from 'typebox'
import { closed } from '../contract/scalars.ts'
import { Unavailable } from '../transports/transport.ts'

/** `adapters/clients/<name>.json`: how to build and reach one third-party implementation. */
const ClientFile = closed({
  /** Adapter address; an `exec:` command runs in `folder`. */
  adapter: Type.String({ pattern: '^[a-z]+:.' }),
  /** Folder below adapters/clients/; entries may share one. */
  folder: Type.String({ pattern: '^[a-z0-9-]+$' }),
  /** Shell command that builds the client, run in `folder`. Absent: nothing to build. */
  build: Type.Optional(Type.String({ minLength: 1 })),
  /** File or folder below `folder` that exists once it is built. */
  built: Type.Optional(Type.String({ minLength: 1 })),
  /** Programs that building or running it takes. */
  needs: Type.Array(Type.String({ minLength: 1 }), { uniqueItems: true }),
  homepage: Type.String({ pattern: '^https://' }),
})

export interface ClientEntry extends Readonly<Static<typeof ClientFile>> {
  readonly name: string
}

/** No such client. */
export class UnknownClient extends Error {
  override name = 'UnknownClient'
}

/** The client is known and cannot run yet; the message says what to do. */
export class NotBuilt extends Unavailable {
  override name = 'NotBuilt'
}

const check = new Ajv2020({ strict: true }).compile<Static<typeof ClientFile>>(ClientFile)

/** The names of all clients. */
export function clientNames(): string[] {
  return readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort()
}

/** One client, built or not; `folder` is absolute. Fails with UnknownClient. */
export function readClient(name: string): ClientEntry {
  const names = clientNames()
  if (!names.includes(name)) {
    // Whoever leaves out the version meant one that begins so.
    const far = (known: string) => (known.startsWith(name) ? 0 : distance(known, name))
    const nearest = names.toSorted((a, b) => far(a) - far(b)).slice(0, 3)
    throw new UnknownClient(`no client "${name}"; the nearest are ${nearest.join(', ') || 'none'}`)
  }
  const file = join(import.meta.dirname, `${name}.json`)
  const entry: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!check(entry)) {
    const { instancePath, message, params } = check.errors?.[0] ?? {}
    throw new Error(`${file}: ${instancePath || '/'} ${message} ${JSON.stringify(params)}`)
  }
  return { ...entry, name, folder: join(import.meta.dirname, entry.folder) }
}

/** The programs that a client needs and this machine has not. */
export function missingTools({ needs }: ClientEntry): string[] {
  return needs.filter((tool) => !onPath(tool))
}

/** What is missing as people call it: `no Rust toolchain, no docker`. */
export function told(missing: readonly string[]): string {
  return missing.map((tool) => `no ${tool === 'cargo' ? 'Rust toolchain' : tool}`).join(', ')
}

export function isBuilt({ folder, built }: ClientEntry): boolean {
  return built === undefined || existsSync(join(folder, built))
}

/** A client that is ready to run. Fails with UnknownClient or NotBuilt. */
export function clientEntry(name: string): ClientEntry {
  const entry = readClient(name)
  // What is built may run without the tools that built it.
  if (entry.built !== undefined && isBuilt(entry)) return entry
  const missing = missingTools(entry)
  if (missing.length > 0)
    throw new NotBuilt(
      `client:${name}: ${told(missing)}: install what is missing, then run npm run clients:build`,
    )
  if (!isBuilt(entry)) throw new NotBuilt(`client:${name} is not built: run npm run clients:build`)
  return entry
}

function onPath(tool: string): boolean {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : ['']
  return (process.env.PATH ?? '').split(delimiter).some((folder) =>
    endings.some((ending) => {
      try {
        accessSync(join(folder || '.', tool + ending), constants.X_OK)
        return true
      } catch {
        return false
      }
    }),
  )
}
