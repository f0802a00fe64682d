import fc from 'fast-check'
import type { World } from '../../world.ts'
import { names, stranger } from '../people.ts'
import { commit, commitAsMallory } from './commits.ts'
import { gather } from './founding.ts'
import { Group, type Wish } from './group.ts'
import type { Catching } from './network.ts'
import { propose, vote } from './votes.ts'

/** One thing put to the vote, and how it goes on; numbers are taken modulo those there are. */
export interface Turn {
  readonly by: number
  readonly adds: boolean
  readonly whom: number
  /** What the other members answer, in order; undefined: nothing. */
  readonly answers: readonly (boolean | undefined)[]
  /** Who gets none of it until the next commit; undefined: nobody. */
  readonly away: number | undefined
  readonly catching: Catching
  readonly commits: boolean
  /** Whom Mallory, where she is, commits to remove without a vote; undefined: nobody. */
  readonly intrusion: number | undefined
}

/** Courses of a group of `n`: what is proposed, who votes what, and what the network does. */
export function courses(n: number): fc.Arbitrary<readonly Turn[]> {
  const which = fc.nat({ max: 99 })
  const turn = fc.record({
    by: which,
    adds: fc.boolean(),
    whom: which,
    answers: fc.array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constant<boolean | undefined>(true) },
        { weight: 2, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(undefined) },
      ),
      { minLength: n, maxLength: n },
    ),
    away: fc.option(which, { nil: undefined }),
    catching: fc.constantFrom<Catching>('in order', 'backwards', 'twice'),
    commits: fc.boolean(),
    intrusion: fc.option(which, { nil: undefined }),
  })
  return fc.array(turn, { minLength: 2, maxLength: 4 })
}

export function tell(course: readonly Turn[]): string {
  return course
    .map(({ by, adds, whom, answers, away, catching, commits, intrusion }) => {
      const votes = answers.map((yes) => (yes === undefined ? '–' : yes ? 'YES' : 'NO')).join(' ')
      const absent = away === undefined ? '' : `, ${away} away and then ${catching}`
      const intruding = intrusion === undefined ? '' : `, Mallory: ${intrusion}`
      return `${by} moves to ${adds ? 'add' : 'remove'} ${whom}: ${votes}${absent}${intruding}${commits ? ', commit' : ''}`
    })
    .join('; ')
}

/** Acts out courses, and keeps count of who has to be in the group: whom the votes let in and nobody voted out. */
export class Course {
  readonly group: Group
  readonly #members: string[]
  /** Who may come to the group. */
  readonly #reach: readonly string[]
  readonly #intruded: boolean
  /** Approved since the last commit. */
  readonly #approved: Wish[] = []
  readonly #away: { name: string; catching: Catching }[] = []

  /** `members`: at the beginning; Mallory among them commits and does not vote. */
  constructor(world: World, members: readonly string[]) {
    this.group = world.scene(Group)
    this.#members = members.filter((name) => name !== stranger)
    this.#intruded = members.includes(stranger)
    this.#reach = names.slice(0, this.#members.length + 2)
  }

  /** Who has to be in the group. */
  get members(): readonly string[] {
    return this.#intruded ? [...this.#members, stranger] : this.#members
  }

  async play(turns: readonly Turn[]): Promise<void> {
    const [founder = '', ...others] = this.members
    await gather(this.group.world, founder, others)
    for (const turn of turns) await this.#turn(turn)
    await this.#commit()
  }

  async #turn(turn: Turn): Promise<void> {
    const { by, adds, whom, answers, away, catching, commits, intrusion } = turn
    const [steward = '', ...others] = this.#members
    const absent = away === undefined ? undefined : others[away % (others.length || 1)]
    const here = [steward, ...others].filter((name) => !this.group.network.isHeld(name))
    const proposer = here[by % here.length] ?? steward
    const wish = this.#wish(adds, whom, others)
    if (wish) {
      if (adds) await this.group.request(wish.names[0] ?? '')
      if (absent !== undefined && absent !== proposer && !this.group.network.isHeld(absent)) {
        this.group.network.hold(absent)
        this.#away.push({ name: absent, catching })
      }
      await this.#vote(proposer, wish, answers)
    }
    if (this.#intruded && intrusion !== undefined) await this.#intrude(intrusion)
    if (commits) await this.#commit()
  }

  /** Mallory commits to remove somebody, with the proposal inside or before it, or to nothing but new keys. */
  #intrude(whom: number): Promise<void> {
    const victim = this.#members[whom % (this.#members.length + 1)]
    const wishes: Wish[] = victim === undefined ? [] : [{ kind: 'remove', names: [victim] }]
    return commitAsMallory(this.group, wishes, whom % 2 === 0 ? 'by value' : 'by reference')
  }

  /** Undefined: there is nobody to add or to remove. Alice stays, who is steward. */
  #wish(adds: boolean, whom: number, others: readonly string[]): Wish | undefined {
    const outside = this.#reach.filter((name) => !this.#members.includes(name))
    const some = adds ? outside : others
    const name = some[whom % (some.length || 1)]
    return name === undefined ? undefined : { kind: adds ? 'add' : 'remove', names: [name] }
  }

  async #vote(proposer: string, wish: Wish, answers: Turn['answers']): Promise<void> {
    const motion = await propose(this.group, proposer, wish)
    if (!motion) return
    let [yes, no] = [1, 0]
    const voters = this.#members.filter((name) => name !== proposer)
    for (const [at, name] of voters.entries()) {
      const answer = answers[at]
      if (answer === undefined || this.group.network.isHeld(name)) continue
      await vote(this.group, name, answer, motion)
      if (answer) yes++
      else no++
    }
    const n = this.members.length
    const approved = n <= 2 ? yes === n : 3 * (yes + no) >= 2 * n && 2 * yes > n
    if (approved) this.#approved.push(wish)
  }

  async #commit(): Promise<void> {
    await commit(this.group)
    for (const {
      kind,
      names: [name = ''],
    } of this.#approved.splice(0)) {
      const at = this.#members.indexOf(name)
      if (kind === 'add' && at < 0) this.#members.push(name)
      if (kind === 'remove' && at >= 0) this.#members.splice(at, 1)
    }
    for (const { name, catching } of this.#away.splice(0))
      await this.group.network.release(this.group.existing(name), catching)
  }
}
