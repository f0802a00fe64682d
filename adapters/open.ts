import { Session, type SessionOptions } from './session.ts'
import { Direct } from './transports/direct.ts'
import { Exec } from './transports/exec.ts'
import type { Transport } from './transports/transport.ts'

/** The address names no client that can be found; the message says what can be written. */
export class UnknownAdapter extends Error {
  override name = 'UnknownAdapter'
}

export type OpenOptions = SessionOptions

/** How an address is written, for messages and `--help`. */
export const ADDRESSES = ['reference', 'exec:COMMAND', 'client:NAME']

const sessions = new Map<string, Promise<Session>>()

/** The session with the client at an address: one per process, introduced. */
export function open(address: string, options: OpenOptions = {}): Promise<Session> {
  let session = sessions.get(address)
  if (!session) sessions.set(address, (session = start(address, options)))
  return session
}

/** Ends all clients of this process. */
export async function closeAll(): Promise<void> {
  const open = [...sessions.values()]
  sessions.clear()
  for (const session of await Promise.allSettled(open))
    if (session.status === 'fulfilled') await session.value.close()
}

async function start(address: string, options: OpenOptions): Promise<Session> {
  const session = new Session(await transport(address), options)
  await session.introduce()
  return session
}

async function transport(address: string): Promise<Transport> {
  const [, kind, rest = ''] = /^([a-z]+)(?::(.*))?$/s.exec(address) ?? []
  switch (kind) {
    case 'reference':
      return new Direct(address, async () => (await import('./reference/adapter.ts')).reference)
    case 'exec':
      return new Exec(rest)
    default:
      throw new UnknownAdapter(
        `expected one of ${ADDRESSES.join(', ')} as adapter, got "${address}"`,
      )
  }
}
