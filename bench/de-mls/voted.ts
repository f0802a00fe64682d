import { hexToBytes } from '@noble/hashes/utils.js'
import type { Change } from '../../adapters/contract/de-mls.ts'
import { Node } from '../../adapters/reference/voting/de-mls/node.ts'
import { literalGroups } from '../../adapters/reference/voting/de-mls/profile.ts'
import { literal } from '../../adapters/reference/voting/profile.ts'
import type { Timer } from '../de-mls.ts'

const groupId = '00000000'
const now = 1_756_000_000_000

/**
 * A group of the reference with two consensuses: its only steward, the founder, decides on members alone, so that
 * making a group takes no votes of others; all of them vote on the next steward.
 */
export class Voted {
  readonly #nodes: Node[] = []
  #made = 0
  #announcement: Uint8Array | undefined

  /** Founds a group of one. */
  static async found(): Promise<Voted> {
    const group = new Voted()
    const founder = await group.#node()
    await founder.found(groupId, { stewards: [founder.account.memberId], voters: 'stewards' })
    ;[group.#announcement] = founder.announcements(now)
    group.#nodes.push(founder)
    return group
  }

  /** A member proposes another steward, which nobody wants, until that is decided; answers the bytes of each message. */
  async vote(count: number, vote: Timer): Promise<number[]> {
    const [first = '', second = ''] = this.#nodes.map(({ account }) => account.memberId)
    const change: Change = { kind: 'stewards', memberIds: [first, second] }
    const lengths: number[] = []
    let id = 0
    for (let by = 1; by <= count; by++)
      await vote(async () => {
        const member = this.#nodes[by]?.member(groupId)
        if (!member) throw new Error(`expected ${count + 1} members at least`)
        const proposed = by === 1 && (await member.propose(change, false, undefined, now))
        if (proposed) id = proposed.proposalId
        const wire = proposed ? proposed.wire : await member.vote(id, false, now)
        lengths.push(wire.length)
        await this.#spread([wire], by)
      })
    return lengths
  }

  /** The founder adds some, all others follow; then they join. */
  async add(count: number, commit: Timer, join: Timer): Promise<void> {
    const joining: Node[] = []
    for (let at = 0; at < count; at++) {
      const node = await this.#node()
      if (this.#announcement) node.hearAnnouncement(this.#announcement)
      const keyPackage = await node.requestJoin(groupId)
      for (const member of this.#nodes) await member.hear(keyPackage, now)
      await this.#approve({ kind: 'add', memberId: node.account.memberId })
      joining.push(node)
    }
    const welcome = await commit(() => this.#commit())
    for (const node of joining)
      await join(async () => {
        await node.hear(welcome ?? new Uint8Array(), now)
      })
    this.#nodes.push(...joining)
  }

  /** The founder removes the newest, all others follow. */
  async removeLast(commit: Timer): Promise<void> {
    const [last] = this.#nodes.slice(-1)
    if (last) await this.#approve({ kind: 'remove', memberId: last.account.memberId })
    await commit(() => this.#commit())
    this.#nodes.pop()
  }

  async #approve(change: Change): Promise<void> {
    const { wire } = await this.#founder.propose(change, true, undefined, now)
    await this.#spread([wire], 0)
  }

  async #commit(): Promise<Uint8Array | undefined> {
    const { group, welcome } = await this.#founder.runSteward(now)
    await this.#spread(group, 0)
    return welcome
  }

  async #spread(wires: readonly Uint8Array[], from: number): Promise<void> {
    for (const [at, node] of this.#nodes.entries())
      if (at !== from) for (const wire of wires) await node.hear(wire, now)
  }

  get #founder() {
    const [founder] = this.#nodes as [Node]
    return founder.member(groupId)
  }

  #node(): Promise<Node> {
    const key = hexToBytes(String(++this.#made).padStart(64, '0'))
    return Node.create(key, key, literal, literalGroups)
  }
}
