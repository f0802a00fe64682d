import { commonHello } from '../adapters/contract/common.ts'
import type { Area, Hello } from '../adapters/contract/hello.ts'
import { type OpenOptions, open } from '../adapters/open.ts'
import { NoHello, type Session } from '../adapters/session.ts'
import type { Seat } from '../reports/case.ts'
import type { WorldParameters } from './parameters.ts'
import { personOf, playedBy, roleOf } from './roles.ts'

/** Seats told of one scenario; a vote may have hundreds. */
const TOLD = 40

/** Which client plays whom in one scenario, and who of them was judged. */
export class Cast {
  /** What all clients of the run have in common. */
  readonly hello: Hello
  readonly #area: Area
  readonly #parameters: WorldParameters
  readonly #sessions: ReadonlyMap<string, Session>
  readonly #seats = new Map<string, Seat>()

  constructor(area: Area, parameters: WorldParameters, sessions: ReadonlyMap<string, Session>) {
    this.#area = area
    this.#parameters = parameters
    this.#sessions = sessions
    this.hello = commonHello([...sessions.values()].map(({ hello }) => hello))
  }

  /** The session with the client that plays a participant; who is asked for takes part from then on. */
  session(participant: string): Session {
    const person = personOf(participant)
    const { adapter, bind } = this.#parameters
    const client = playedBy(this.#area, person, adapter, bind)
    const session = this.#sessions.get(client)
    if (!session) throw new Error(`there is no session with ${client}, who plays ${participant}`)
    if (!this.#seats.has(person))
      this.#seats.set(person, {
        participant: person,
        role: roleOf(this.#area, person),
        client,
        judged: false,
      })
    return session
  }

  /** Something that this participant answered was compared. */
  judge(participant: string): void {
    const seat = this.#seats.get(personOf(participant))
    if (seat) this.#seats.set(seat.participant, { ...seat, judged: true })
  }

  /** Who took part, where it was more than one or could have been another client. */
  get seats(): readonly Seat[] {
    const told = this.#seats.size > 1 || this.#parameters.bind !== undefined
    return told ? [...this.#seats.values()].slice(0, TOLD) : []
  }

  /** Whether both roles took part. */
  get isPair(): boolean {
    return new Set([...this.#seats.values()].map(({ role }) => role)).size > 1
  }
}

/** The clients of a run, each started and introduced; by address. */
export async function sessionsOf(
  parameters: WorldParameters,
): Promise<ReadonlyMap<string, Session>> {
  const { adapter, bind = {} } = parameters
  const several = Object.keys(bind).length > 0
  const opened = async (address: string, options: OpenOptions) => {
    try {
      return await open(address, options)
    } catch (cause) {
      if (several && cause instanceof NoHello) throw new NoHello(`${address}: ${cause.message}`)
      throw cause
    }
  }
  const sessions = new Map<string, Session>()
  for (const address of new Set([adapter, ...Object.values(bind)]))
    sessions.set(address, await opened(address, parameters as OpenOptions))
  return sessions
}
