import { randomBytes } from 'node:crypto'
import type { Outcome } from '../contract/envelope.ts'
import type { Hello } from '../contract/hello.ts'
import { transportTo } from '../open.ts'
import { describe, Session } from '../session.ts'
import { programOf, type Source, sourceOf } from './source.ts'
import { archivesStory } from './stories/archives.ts'
import { payloadsStory } from './stories/payloads.ts'
import { sdsStory } from './stories/sds.ts'
import type { Call, Story } from './stories/story.ts'
import { votingStory } from './stories/voting.ts'

type StoryOf = (has: (capability: string) => boolean) => Story

const stories: readonly StoryOf[] = [
  () => sdsStory,
  votingStory,
  () => payloadsStory,
  () => archivesStory,
]

/** Restarts that one lint may cost: a check that ends the client must not end the next ones. */
const RESTARTS = 30

/** The adapter that is looked at. */
export class Subject implements AsyncDisposable {
  readonly address: string
  readonly deadlineMs: number
  readonly source: Source
  readonly session: Session
  readonly #more: Session[] = []
  #alone: Promise<readonly Alone[]> | undefined
  #instances = 0

  private constructor(address: string, deadlineMs: number, session: Session) {
    this.address = address
    this.deadlineMs = deadlineMs
    this.source = sourceOf(address)
    this.session = session
  }

  /** Starts nothing yet. Fails with UnknownAdapter. */
  static async at(address: string, deadlineMs: number): Promise<Subject> {
    return new Subject(address, deadlineMs, await sessionWith(address, deadlineMs))
  }

  /** Who it said it is; only after the first check. */
  get hello(): Hello {
    return this.session.hello
  }

  /** How to start it as a program; undefined for what is reached in another way. */
  get program() {
    return programOf(this.address)
  }

  /** The stories of the areas that it claims. */
  get stories(): readonly Story[] {
    return stories
      .map((storyOf) => storyOf((capability) => this.claims(capability)))
      .filter(({ area }) => this.hello.areas.includes(area))
  }

  claims(capability: string): boolean {
    return this.hello.capabilities.includes(capability)
  }

  /** The client once more from the beginning, where it can be started. */
  async fresh(): Promise<Session> {
    const session = await sessionWith(this.address, this.deadlineMs)
    this.#more.push(session)
    await session.introduce()
    return session
  }

  /** The same story with the same nonce, each time as the first thing that a fresh client does. */
  twiceAlone(): Promise<readonly Alone[]> {
    return (this.#alone ??= this.#tellAlone())
  }

  async #tellAlone(): Promise<readonly Alone[]> {
    const word = nonce()
    const sessions = [await this.fresh(), await this.fresh()]
    const all: Alone[] = []
    for (const story of this.stories) {
      const calls = story.calls(word)
      const [first, second] = [
        await tell(sessions[0] as Session, this.instance(), calls),
        await tell(sessions[1] as Session, this.instance(), calls),
      ]
      all.push({ story, calls, first, second })
    }
    return all
  }

  /** A name that no instance had; not only of ASCII, because names are any text. */
  instance(): string {
    return `lint-${process.pid}-${++this.#instances}-ż`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const session of [this.session, ...this.#more]) await session.close()
  }
}

/** What came of a story that was told twice; the same, where the client repeats itself. */
export interface Alone {
  readonly story: Story
  readonly calls: readonly Call[]
  readonly first: Told
  readonly second: Told
}

async function sessionWith(address: string, deadlineMs: number): Promise<Session> {
  return new Session(await transportTo(address), { deadlineMs, restarts: RESTARTS })
}

/** A moment to begin at. */
export const NOW = Date.UTC(2026, 0, 1)
export const YEAR = 365 * 24 * 3_600_000

export const nonce = (): string => randomBytes(16).toString('hex')

/** What came of a story: the answers, or the first call that was not `ok`. */
export interface Told {
  readonly answers: readonly object[]
  readonly stuck?: { readonly call: Call; readonly outcome: Outcome }
}

/** Lets one instance live its story. */
export async function tell(
  session: Session,
  instance: string,
  calls: readonly Call[],
  now = NOW,
): Promise<Told> {
  const answers: object[] = []
  for (const call of calls) {
    const outcome = await session.raw(call.op, instance, now, call.params)
    if (outcome.kind !== 'ok') return { answers, stuck: { call, outcome } }
    answers.push(outcome.ok)
  }
  return { answers }
}

/** What stopped a story, in words. */
export const stuckAt = ({ call, outcome }: NonNullable<Told['stuck']>): string =>
  `${call.op} answered ${describe(outcome)}`
