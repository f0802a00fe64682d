import type { Outcome } from './contract/envelope.ts'
import type { Hello } from './contract/hello.ts'
import { scenarioOf } from './contract/instance.ts'
import type { Ok, Op, Params } from './contract/operations.ts'
import { Session } from './session.ts'
import type { Transport } from './transports/transport.ts'

/** A call of an earlier run. */
export interface RecordedCall {
  readonly instance: string
  readonly op: string
  readonly now: number
  readonly params: object
  readonly outcome: Outcome
  /** The client ended in it. */
  readonly ended?: true
}

/** What an earlier run left. */
export interface Recording {
  readonly hello: Hello
  /** Answers to what was asked before the first scenario. */
  readonly probes: readonly { readonly op: string; readonly outcome: Outcome }[]
  /** The calls of all scenarios with this key, in the order in which they come. */
  calls(key: string): readonly RecordedCall[]
}

/** A client that is not there: it answers what it answered in an earlier run, to the very same calls. */
export class Recorded extends Session {
  readonly #recording: Recording
  readonly #probes: Recording['probes'][number][]
  /** By scenario and instance what was not asked again yet. */
  readonly #waiting = new Map<string, Map<string, RecordedCall[]>>()
  #starts = 1
  #alive = true

  constructor(recording: Recording) {
    super(NOWHERE)
    this.#recording = recording
    this.#probes = [...recording.probes]
  }

  override get hello(): Hello {
    return this.#recording.hello
  }

  override get generation(): number {
    return this.#starts
  }

  override get alive(): boolean {
    return this.#alive
  }

  override get deadlines(): boolean {
    return false
  }

  override async raw(op: string): Promise<Outcome> {
    const { op: asked, outcome } = this.#probes.shift() ?? {}
    // The operation that does not exist is called otherwise each time.
    const same = asked === op || (op.startsWith('probe.') && asked?.startsWith('probe.'))
    return outcome && same ? outcome : otherwise(`the probe asks ${op}`, asked)
  }

  override async call<O extends Op>(
    op: O,
    instance: string | undefined,
    now: number,
    params: Params<O>,
  ): Promise<Outcome<Ok<O>>> {
    if (!this.#alive) [this.#starts, this.#alive] = [this.#starts + 1, true]
    const recorded = this.#next(instance ?? '')
    const made = JSON.stringify([op, now, params])
    if (!recorded) return otherwise(made, undefined)
    const was = JSON.stringify([recorded.op, recorded.now, recorded.params])
    if (made !== was) return otherwise(made, was)
    if (recorded.ended) this.#alive = false
    return recorded.outcome as Outcome<Ok<O>>
  }

  #next(instance: string): RecordedCall | undefined {
    const key = scenarioOf(instance)
    let scenario = this.#waiting.get(key)
    if (!scenario) {
      scenario = Map.groupBy(this.#recording.calls(key), (each) => each.instance)
      this.#waiting.set(key, scenario)
    }
    return scenario.get(instance)?.shift()
  }

  override async close(): Promise<void> {}
}

function otherwise(made: string, was: string | undefined): Outcome & { kind: 'harness' } {
  const told = (text: string) => (text.length > 400 ? `${text.slice(0, 400)}…` : text)
  return {
    kind: 'harness',
    message: `the suite asks ${told(made)}, recorded is ${was === undefined ? 'no further call' : told(was)}`,
  }
}

const NOWHERE: Transport = {
  address: 'recorded',
  connect: () => Promise.reject(new Error('a recorded client cannot be started')),
}
