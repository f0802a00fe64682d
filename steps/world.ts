import { World as CucumberWorld, setDefaultTimeout, setWorldConstructor } from '@cucumber/cucumber'
import type { Outcome } from '../adapters/contract/envelope.ts'
import type { Hello } from '../adapters/contract/hello.ts'
import type { Operation } from '../adapters/contract/operation.ts'
import { type Ok, type Op, operations, type Params } from '../adapters/contract/operations.ts'
import { type CaseRecord, type Counterexample, EPOCH, type Finding } from '../reports/case.ts'
import type { Cast } from './cast.ts'
import { Comparison, type Show } from './comparison.ts'
import { Dice } from './dice.ts'
import { Ledger } from './ledger.ts'
import { Observed } from './observed.ts'
import type { WorldParameters } from './parameters.ts'
import { Stage } from './stage.ts'

/** What a client may answer where a refusal can be right. */
export type Answer<O extends Op> = Extract<Outcome<Ok<O>>, { kind: 'ok' | 'rejected' }>

export { EPOCH }

// The suite has deadlines of its own, which blame the client; Cucumber's would blame the step.
setDefaultTimeout(-1)

/** What one scenario knows: who takes part, what time it is, what was said. It knows no area. */
export class World extends CucumberWorld<WorldParameters> {
  /** Virtual time, Unix epoch milliseconds. */
  now = EPOCH
  /** How values are shown in a failure; an area may know better names. */
  show: Show = (value) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing'))
  /** Randomness of this scenario, from the seed of the run. */
  dice = new Dice('')
  counterexample: Counterexample | undefined
  readonly notes: string[] = []

  readonly #granted = new Set<string>()
  readonly #scenes = new Map<unknown, unknown>()
  #finding: Finding | undefined
  #begun: { cast: Cast; seed: string; key: string; tags: ReadonlySet<string> } | undefined
  #stage: Stage | undefined
  #run = 0
  #ledger = new Ledger(false)

  /** Joins the clients of this run; `key` identifies the scenario whatever else runs. */
  begin(cast: Cast, seed: string, key: string, tags: readonly string[]): void {
    this.#begun = { cast, seed, key, tags: new Set(tags) }
    this.#ledger = new Ledger(this.parameters.tape === true)
    this.#stage = new Stage(cast, key, 0, this.#ledger)
    this.dice = new Dice(`${seed}/${key}`)
  }

  /** The seed of the run: the same in every scenario. */
  get seed(): string {
    return this.#client.seed
  }

  /** What one area keeps of the scenario; made when first asked for, disposed of at its end if it can be. */
  scene<S>(Scene: new (world: World) => S): S {
    let scene = this.#scenes.get(Scene) as S | undefined
    if (!scene) this.#scenes.set(Scene, (scene = new Scene(this)))
    return scene
  }

  /** Whether the client ended in the current run. */
  get ended(): boolean {
    return this.#stage?.ended ?? false
  }

  /** Starts over with new participants and forgets what was found: the next run of a property. */
  async startOver(): Promise<void> {
    const { cast, key } = this.#client
    const undone = await this.#clear()
    if (undone) this.fail(undone)
    this.#ledger.noted('again')
    this.#stage = new Stage(cast, key, ++this.#run, this.#ledger)
    this.#finding = undefined
    this.now = EPOCH
  }

  /** Who the client said it is; of several, what they have in common. */
  get hello(): Hello {
    return this.#client.cast.hello
  }

  /** Address at which the client of a participant finds servers of the suite. */
  suiteAddress(participant: string): Promise<string> {
    this.#ledger.noted('servers')
    return this.#client.cast.session(participant).suiteAddress()
  }

  /** Whether the client itself, not its adapter, has a capability. */
  has(capability: string): boolean {
    const { capabilities, emulated = [], clock } = this.hello
    if (capability === 'virtual-clock') return clock === 'virtual'
    return capabilities.includes(capability) && !emulated.includes(capability)
  }

  /** Whether the client has a capability that the scenario can also do without, so that no tag announces it. */
  may(capability: string): boolean {
    if (this.has(capability)) this.#granted.add(capability)
    return this.#granted.has(capability)
  }

  /** Demands a capability that the scenario's tags announce. Fails as not measured where the client lacks it. */
  need(capability: string): void {
    if (this.#granted.has(capability)) return
    if (!this.#client.tags.has(`@needs-${capability}`))
      throw new Error(`the scenario uses ${capability}: tag it @needs-${capability}`)
    const subject = `the capability ${capability}`
    if (!this.has(capability))
      this.fail({ kind: 'not-measured', subject, wanted: 'claimed', got: 'not claimed' })
  }

  /** Asks a participant and takes nothing but `ok` for an answer. */
  async act<O extends Op>(participant: string, op: O, params: Params<O>): Promise<Observed<Ok<O>>> {
    const { value, call } = await this.attempt(participant, op, params)
    if (value.kind === 'ok') return new Observed(value.ok, call)
    const { code, native } = value.rejected
    const got = `rejected (${code})${native ? `: ${native}` : ''}`
    return this.fail({
      kind: 'deviation',
      subject: `${participant}: ${op}`,
      wanted: 'ok',
      got,
      call,
    })
  }

  /** Asks a participant where a refusal may be right; comparing the answer is the step's. */
  async attempt<O extends Op>(
    participant: string,
    op: O,
    params: Params<O>,
  ): Promise<Observed<Answer<O>>> {
    const { needs } = operations[op] as Operation
    if (needs) this.need(needs)
    if (!this.#stage) throw new Error('the scenario has no client: begin() comes first')
    const { outcome, call } = await this.#stage.say(participant, op, this.now, params)
    this.#ledger.answered(() => this.dice.markIn(outcome))
    const subject = `${participant}: ${op}`
    switch (outcome.kind) {
      case 'ok':
      case 'rejected':
        return new Observed(outcome as Answer<O>, call)
      case 'unsupported': {
        const wanted = `support for ${needs ?? op}, as claimed in hello`
        const got = `unsupported (${outcome.capability})`
        return this.fail({ kind: 'false-claim', subject, wanted, got, call })
      }
      default: {
        const got = `${outcome.kind}: ${outcome.message}`
        return this.fail({ kind: outcome.kind, subject, wanted: 'an answer', got, call })
      }
    }
  }

  /** Compares something observed; `subject` names it in a failure. */
  expect<T>(subject: string, got: Observed<T>, show: Show = this.show): Comparison<T> {
    this.#judge(got.call)
    return new Comparison(subject, got, show, this.#ledger, (finding) => this.fail(finding))
  }

  /** Ends the scenario with what was found. Any other error in a step is a fault of the suite. */
  fail(finding: Finding): never {
    this.#finding ??= finding
    this.#ledger.found(finding)
    const { subject, wanted, got, call } = finding
    if (call !== undefined) this.#judge(call)
    throw new Error(`${subject}\n  wanted: ${wanted}\n  got:    ${got}`)
  }

  /** Dismisses the participants and tells what happened; `fault` is an error that no finding explains. */
  async end(fault: string | undefined): Promise<CaseRecord> {
    const undone = await this.#clear()
    const { cast, tags } = this.#client
    const harness = (wanted: string, got: string) =>
      ({ kind: 'harness', subject: 'the suite', wanted, got }) as const
    const untagged = cast.isPair && !tags.has('@pair')
    const finding =
      this.#finding ??
      (fault === undefined ? undone : harness('no error', fault)) ??
      (untagged ? harness('the tag @pair, as sender and receiver take part', 'none') : undefined)
    const record: CaseRecord = {
      seed: this.#client.seed,
      ...this.#ledger.counts,
      calls: this.#stage?.calls ?? [],
      callsDropped: this.#stage?.callsDropped ?? 0,
      ...(cast.seats.length > 0 && { seats: cast.seats }),
      ...(finding && { finding }),
      ...(this.counterexample && { counterexample: this.counterexample }),
      ...(this.notes.length > 0 && { notes: this.notes }),
    }
    return record
  }

  /** All that happened, where the run keeps it. */
  get tape(): Buffer | undefined {
    return this.#ledger.tape
  }

  /** The participants go first: what a scene serves is theirs until then. */
  async #clear(): Promise<Finding | undefined> {
    const undone = await this.#stage?.dismiss()
    for (const scene of this.#scenes.values())
      await (scene as Partial<AsyncDisposable>)[Symbol.asyncDispose]?.()
    this.#scenes.clear()
    return undone
  }

  #judge(call: number): void {
    const participant = this.#stage?.participant(call)
    if (participant !== undefined) this.#client.cast.judge(participant)
  }

  get #client() {
    if (!this.#begun) throw new Error('the scenario has no client: begin() comes first')
    return this.#begun
  }
}

setWorldConstructor(World)
