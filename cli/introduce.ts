import { commonHello } from '../adapters/contract/common.ts'
import type { Outcome } from '../adapters/contract/envelope.ts'
import type { Area, Hello } from '../adapters/contract/hello.ts'
import { type Probed, probe } from '../adapters/probes/probe.ts'
import { NoHello, type Session } from '../adapters/session.ts'
import type { Results } from '../reports/results.ts'
import { sessionsOf } from '../steps/cast.ts'
import type { WorldParameters } from '../steps/parameters.ts'

/** The clients of a run, started, and who they say they are. */
export interface Introduced {
  /** Of several clients: what they have in common. */
  readonly hello: Hello
  readonly digests: Readonly<Record<string, string>>
  readonly bindings: NonNullable<Results['bindings']>
  readonly sessions: ReadonlyMap<string, Session>
}

/** Starts every client of a run. Fails as `open` does; a NoHello of one among several says whose it is. */
export async function introduce(parameters: WorldParameters): Promise<Introduced> {
  const { adapter, bind = {} } = parameters
  const sessions = await sessionsOf(parameters)
  const bindings = Object.entries(bind).map(([name, address]) => ({
    name,
    adapter: described(address, sessions),
  }))
  const { digests } = described(adapter, sessions)
  const hello = commonHello([...sessions.values()].map((session) => session.hello))
  return { hello, digests, bindings, sessions }
}

function described(address: string, sessions: ReadonlyMap<string, Session>) {
  const session = sessions.get(address)
  if (!session) throw new NoHello(`there is no session with ${address}`)
  return { address, hello: session.hello, digests: { ...session.digests } }
}

/** Gets each answer to the probe. */
export type Hear = (client: string, op: string, outcome: Outcome) => void

function overheard(session: Session, hear: (op: string, outcome: Outcome) => void): Probed {
  return {
    get alive() {
      return session.alive
    },
    async raw(op, instance, now, params) {
      const outcome = await session.raw(op, instance, now, params)
      hear(op, outcome)
      return outcome
    },
  }
}

/** What is wrong with the first client that fails the probe; undefined where all pass. */
export async function probeAll(
  { sessions }: Introduced,
  areas: readonly Area[],
  hear: Hear = () => {},
): Promise<string | undefined> {
  for (const [address, session] of sessions) {
    const wrong = await probe(
      overheard(session, (op, outcome) => hear(address, op, outcome)),
      areas.filter((area) => session.hello.areas.includes(area)),
    )
    if (wrong !== undefined)
      return `${sessions.size > 1 ? address : 'the client'} failed the probe: ${wrong}`
  }
  return undefined
}

/** How the clients of a run are told in one line. */
export function castText({
  adapter,
  bind = {},
}: Pick<WorldParameters, 'adapter' | 'bind'>): string {
  const bound = Object.entries(bind).map(([name, address]) => `${name}=${address}`)
  return bound.length === 0 ? adapter : bound.join(' ')
}
