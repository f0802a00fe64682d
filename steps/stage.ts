import type { Outcome } from '../adapters/contract/envelope.ts'
import { instanceName } from '../adapters/contract/instance.ts'
import type { Op, Params } from '../adapters/contract/operations.ts'
import type { Session } from '../adapters/session.ts'
import type { Call, Finding } from '../reports/case.ts'
import type { Cast } from './cast.ts'
import type { Ledger } from './ledger.ts'

/** Calls kept of one scenario; a longer one loses its oldest. */
const KEPT = 400

/** Wall time that one scenario may take. */
const DEADLINE_MS = 120_000

/** The participants of one scenario and what was said to them: instances of their own, shared with no other. */
export class Stage {
  readonly #cast: Cast
  readonly #key: string
  readonly #run: number
  readonly #ledger: Ledger
  readonly #instances = new Map<string, string>()
  /** The start of each client that heard the first call; later ones know nothing of the participants. */
  readonly #generations = new Map<Session, number>()
  readonly #started = performance.now()
  #calls: Call[] = []
  #dropped = 0

  /** `key` names the scenario and is the same in every run of the suite; `run` counts the runs of a property. */
  constructor(cast: Cast, key: string, run: number, ledger: Ledger) {
    this.#cast = cast
    this.#key = key
    this.#run = run
    this.#ledger = ledger
  }

  /** What was said, the oldest left out. */
  get calls(): readonly Call[] {
    return this.#calls.slice(-KEPT)
  }

  get callsDropped(): number {
    return this.#dropped + Math.max(0, this.#calls.length - KEPT)
  }

  /** One call; `call` is its position among all of the scenario. */
  async say<O extends Op>(participant: string, op: O, now: number, params: Params<O>) {
    const instance = instanceName(participant, this.#key, this.#run)
    this.#instances.set(participant, instance)
    const session = this.#cast.session(participant)
    const unsent = this.#endedIn(session)
    const outcome = (this.#lost(session) ??
      (await session.call(op, instance, now, params))) as Outcome<object>
    if (!this.#generations.has(session)) this.#generations.set(session, session.generation)
    const said = { participant, op, now, params, outcome }
    this.#keep(session, instance, said, unsent)
    this.#calls.push(said)
    if (this.#calls.length > 2 * KEPT) {
      this.#dropped += this.#calls.length - KEPT
      this.#calls = this.#calls.slice(-KEPT)
    }
    return { outcome, call: this.#dropped + this.#calls.length - 1 }
  }

  /** Lets the client forget the participants. What it says is nobody's concern; that it fails at it is a finding. */
  async dismiss(): Promise<Finding | undefined> {
    for (const [participant, instance] of this.#instances) {
      const session = this.#cast.session(participant)
      if (this.#lost(session)) continue
      const outcome = await session.call('destroy', instance, 0, {})
      const said = { participant, op: 'destroy', now: 0, params: {}, outcome }
      this.#keep(session, instance, said)
      if (!('message' in outcome) || outcome.kind === 'error') continue
      const { kind, message } = outcome
      const subject = `${participant}: destroy`
      return { kind, subject, wanted: 'an answer', got: `${kind}: ${message}` }
    }
    return undefined
  }

  /** Who gave an answer, by its position; undefined where it is kept no longer. */
  participant(call: number): string | undefined {
    return this.#calls[call - this.#dropped]?.participant
  }

  /** Whether a client ended in the midst of it. */
  get ended(): boolean {
    return [...this.#generations.keys()].some((session) => this.#endedIn(session))
  }

  #keep(session: Session, instance: string, call: Call, unsent = false): void {
    const ended = !unsent && this.#endedIn(session)
    this.#ledger.said({
      instance,
      ...call,
      ...(ended && { ended }),
      ...(unsent && { unsent }),
    })
  }

  #endedIn(session: Session): boolean {
    const generation = this.#generations.get(session)
    return generation !== undefined && (session.generation !== generation || !session.alive)
  }

  #lost(session: Session): Outcome | undefined {
    if (this.#endedIn(session))
      return { kind: 'crash', message: 'the client ended earlier in this scenario' }
    if (session.deadlines && performance.now() - this.#started > DEADLINE_MS)
      return { kind: 'timeout', message: `the scenario took longer than ${DEADLINE_MS} ms` }
    return undefined
  }
}
