import { strictEqual } from 'node:assert/strict'
import type { Change } from '../../../adapters/contract/de-mls.ts'
import type { Ok, Op, Params } from '../../../adapters/contract/operations.ts'
import { type ReferenceOptions, reference } from '../../../adapters/reference/adapter.ts'

type Sends = Ok<'demls.send'>['sends']

/** Nodes of the reference on one network, of which everything arrives unless a test holds it back. */
export class Town {
  readonly groupId = '6772'
  readonly ids = new Map<string, string>()
  now = 1_700_000_000_000
  readonly #client
  #call = 0

  constructor(options?: ReferenceOptions) {
    this.#client = reference(options)
  }

  /** The code where the call is refused. */
  async call<O extends Op>(
    instance: string,
    op: O,
    params: Params<O>,
  ): Promise<{ ok: Ok<O> } | { code: string }> {
    const reply = await this.#client({ id: ++this.#call, op, instance, now: this.now, params })
    if ('ok' in reply) return reply as unknown as { ok: Ok<O> }
    if ('rejected' in reply) return { code: reply.rejected.code }
    throw new Error(`${op} of ${instance}: ${JSON.stringify(reply)}`)
  }

  async ok<O extends Op>(instance: string, op: O, params: Params<O>): Promise<Ok<O>> {
    const outcome = await this.call(instance, op, params)
    if ('code' in outcome) throw new Error(`${op} of ${instance} was refused: ${outcome.code}`)
    return outcome.ok
  }

  /** Starts nodes. */
  async settle(...names: string[]): Promise<void> {
    for (const name of names) {
      const key = String(this.ids.size + 1)
      const { memberId } = await this.ok(name, 'demls.create', {
        privateKey: key.padStart(64, '0'),
        seed: key.padStart(64, '7'),
      })
      this.ids.set(name, memberId)
    }
  }

  id(name: string): string {
    return this.ids.get(name) ?? ''
  }

  /** Hands messages to nodes, and answers the codes of those refused. */
  async deliver(sends: Sends, ...to: string[]): Promise<string[]> {
    const refused: string[] = []
    for (const name of to)
      for (const sent of sends) {
        const outcome = await this.call(name, 'demls.deliver', sent)
        if ('code' in outcome) refused.push(outcome.code)
      }
    return refused
  }

  /** A group of these, the first of them its founder; the others are voted in. */
  async group(names: readonly string[], more: Partial<Params<'demls.createGroup'>> = {}) {
    const [founder = '', ...others] = names
    const { groupId } = this
    const { sends } = await this.ok(founder, 'demls.createGroup', { groupId, ...more })
    await this.deliver(sends, ...others)
    if (others.length === 0) return
    for (const name of others) {
      const asked = await this.ok(name, 'demls.requestJoin', { groupId })
      await this.deliver(asked.sends, founder)
      await this.propose(founder, { kind: 'add', memberId: this.id(name) })
    }
    await this.commit(founder, [], others)
  }

  /** Proposes with a YES, heard by `others`. */
  async propose(by: string, change: Change, ...others: string[]): Promise<number> {
    const { groupId } = this
    const made = await this.ok(by, 'demls.propose', { groupId, change, vote: true })
    await this.all(made.sends, others)
    return made.proposalId
  }

  async vote(by: string, proposalId: number, vote: boolean, ...others: string[]): Promise<void> {
    const { groupId } = this
    const { sends } = await this.ok(by, 'demls.vote', { groupId, proposalId, vote })
    await this.all(sends, others)
  }

  /** Has the steward commit, heard by the members and the nodes that join. */
  async commit(by: string, members: readonly string[], joining: readonly string[] = []) {
    const { sends } = await this.ok(by, 'demls.runSteward', { groupId: this.groupId })
    const of = (channel: string) => sends.filter((each) => each.channel === channel)
    await this.all(of('group'), members)
    await this.all(of('welcome'), joining)
    return sends
  }

  async all(sends: Sends, to: readonly string[]): Promise<void> {
    const refused = await this.deliver(sends, ...to)
    strictEqual(refused.join(), '')
  }

  state(name: string) {
    return this.ok(name, 'demls.state', { groupId: this.groupId })
  }
}
