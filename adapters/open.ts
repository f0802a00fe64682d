import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import { Client } from './clients/client.ts'
import { readClient, UnknownClient } from './clients/entry.ts'
import { ImpostorDocker } from './impostors/docker-transport.ts'
import { ImpostorHttp } from './impostors/http-transport.ts'
import { impostors } from './impostors/impostors.ts'
import { mutantHandler, UnknownMutant } from './mutants/mutant.ts'
import { isRevision, type Revision, revisions } from './reference/revision.ts'
import { Session, type SessionOptions } from './session.ts'
import { Attach } from './transports/attach.ts'
import { Direct } from './transports/direct.ts'
import { Docker } from './transports/docker.ts'
import { Exec } from './transports/exec.ts'
import { Http } from './transports/http.ts'
import { InProc } from './transports/inproc.ts'
import type { Transport } from './transports/transport.ts'

/** The address names no client that can be found; the message says what can be written. */
export class UnknownAdapter extends Error {
  override name = 'UnknownAdapter'
}

export type OpenOptions = SessionOptions

/**
 * How an address is written, for messages and `--help`. The reference, its mutants and its variants
 * follow the pinned revision, or the one named before the colon: `reference@2026-04-02`.
 */
export const ADDRESSES = [
  'reference[@REVISION][:KEY=VALUE,…]',
  'inproc:FILE',
  'exec:COMMAND',
  'docker:IMAGE',
  'http(s)://HOST',
  'attach:PORT',
  'client:NAME',
  'impostor:NAME',
  'mutant:NAME',
  'variant:NAME',
]

const sessions = new Map<string, Promise<Session>>()

/** The session with the client at an address: one per process, introduced. */
export function open(address: string, options: OpenOptions = {}): Promise<Session> {
  let session = sessions.get(address)
  if (!session) sessions.set(address, (session = start(address, options)))
  return session
}

/** Lets a session answer at an address, one that nobody can write. */
export function install(address: string, session: Session): void {
  sessions.set(address, Promise.resolve(session))
}

/** Ends all clients of this process. */
export async function closeAll(): Promise<void> {
  const open = [...sessions.values()]
  sessions.clear()
  for (const session of await Promise.allSettled(open))
    if (session.status === 'fulfilled') await session.value.close()
}

async function start(address: string, options: OpenOptions): Promise<Session> {
  const session = new Session(await transportTo(address), options)
  try {
    await session.introduce()
    return session
  } catch (cause) {
    await session.close()
    throw cause
  }
}

/** The way to a client, nothing started yet; `folder` is where its command runs. Fails with UnknownAdapter. */
export async function transportTo(address: string, folder?: string): Promise<Transport> {
  const [, kind = '', after, rest = ''] = /^([a-z-]+)(?:@([^:]*))?(?::(.*))?$/s.exec(address) ?? []
  const revision = revisionOf(kind, after)
  switch (kind) {
    case 'reference':
      return directly(address, revision, rest)
    case 'inproc':
      if (existsSync(rest)) return new InProc(rest)
      throw new UnknownAdapter(`expected a file after "inproc:", and there is no "${rest}"`)
    case 'exec':
      return new Exec(rest, folder)
    case 'docker':
      return new Docker(rest, folder)
    case 'http':
    case 'https':
      return remote(address)
    case 'attach':
      if (/^\d{1,5}$/.test(rest) && Number(rest) <= 65_535) return new Attach(Number(rest))
      throw new UnknownAdapter(`expected a port from 0 to 65535 after "attach:", got "${rest}"`)
    case 'client':
      return client(rest)
    case 'impostor':
      return impostor(rest)
    case 'impostor-http':
      return new ImpostorHttp(rest)
    case 'impostor-docker': {
      const [image = '', ...words] = rest.split(' ')
      return new ImpostorDocker(image, words)
    }
    case 'mutant':
    case 'variant':
      return mutant(address, kind, rest, revision)
    default:
      throw new UnknownAdapter(
        `expected one of ${ADDRESSES.join(', ')} as adapter, got "${address}"`,
      )
  }
}

/** The reference in this process; `readings`: what it reads otherwise than to the letter. */
async function directly(
  address: string,
  { revision }: { revision?: Revision },
  readings: string,
): Promise<Transport> {
  const { optionsOf, parseReadings } = await import('./reference/readings.ts')
  const options = (() => {
    try {
      return optionsOf(revision, parseReadings(readings))
    } catch (cause) {
      throw new UnknownAdapter((cause as Error).message)
    }
  })()
  return new Direct(address, async () => {
    const { reference } = await import('./reference/adapter.ts')
    return () => reference(options)
  })
}

/** The revision that an address names, as the reference takes it. */
function revisionOf(kind: string, name: string | undefined): { revision?: Revision } {
  if (name === undefined) return {}
  if (!['reference', 'mutant', 'variant'].includes(kind))
    throw new UnknownAdapter(`only the reference takes a revision, "${kind}@${name}" does not`)
  if (isRevision(name)) return { revision: name }
  throw new UnknownAdapter(`the reference has no revision "${name}": ${revisions.join(', ')}`)
}

function remote(address: string): Transport {
  try {
    return new Http(address)
  } catch (cause) {
    throw new UnknownAdapter((cause as Error).message)
  }
}

async function client(name: string): Promise<Transport> {
  try {
    const { adapter, folder } = readClient(name)
    return new Client(name, await transportTo(adapter, folder))
  } catch (cause) {
    throw cause instanceof UnknownClient ? new UnknownAdapter(cause.message) : cause
  }
}

function impostor(words: string): Transport {
  const [name = ''] = words.split(' ')
  if (!Object.hasOwn(impostors, name))
    throw new UnknownAdapter(
      `no impostor "${name}": expected one of ${Object.keys(impostors).join(', ')}`,
    )
  // The same file as source and as what became of it in the package.
  const main = join(import.meta.dirname, 'impostors', `main${extname(import.meta.filename)}`)
  return new Exec(`"${process.execPath}" "${main}" ${words}`)
}

function mutant(
  address: string,
  kind: 'mutant' | 'variant',
  name: string,
  revision: { revision?: Revision },
): Transport {
  try {
    const load = mutantHandler(kind, name, revision)
    return new Direct(address, load)
  } catch (cause) {
    throw cause instanceof UnknownMutant ? new UnknownAdapter(cause.message) : cause
  }
}
