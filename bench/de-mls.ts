/*
Groups of 3, 10 and, with --full, 50: what a commit, a join and a vote cost all members together, in the reference and in ts-mls
alone, which does the same on as many bytes.

A commit is the steward's proposal and commit of one addition or one removal, and all others following; a join is
the welcome opened; a vote is one message with the whole proposal, as long as the votes cast before make it, sent
and read by all others. "bare" is ts-mls with the cryptography that it brings, no votes, no checks of who may commit,
and bytes of no meaning in the messages; `vote` is set against the message alone, `signed` against the message and one
signature of secp256k1, made by the voter and verified by each reader, without which a vote is none. Time is
processor time in milliseconds, each figure the median of the rounds.

node bench/de-mls.ts [ROUNDS] [--full]: 3 if not given.
*/
import { Bare } from './de-mls/bare.ts'
import { Voted } from './de-mls/voted.ts'
import { CpuClock } from './harness/cpu-clock.ts'
import { full, median, spreadOf, tell, words } from './harness/figure.ts'

/** Does something and takes the time of it. */
export type Timer = <T>(act: () => Promise<T>) => Promise<T>

const acts = ['add', 'remove', 'join', 'vote', 'signed'] as const
type Act = (typeof acts)[number]

const untimed: Timer = (act) => act()
const rounds = Number(words[0] ?? 3)

/** Times of the acts of one round, in milliseconds an act. */
class Round {
  readonly #times: Record<Act, number[]> = { add: [], remove: [], join: [], vote: [], signed: [] }

  timer(act: Act): Timer {
    return async (run) => {
      const clock = new CpuClock()
      clock.start()
      const made = await run()
      clock.stop()
      this.#times[act].push(clock.ms)
      return made
    }
  }

  mean(act: Act): number {
    const times = this.#times[act]
    return times.reduce((sum, time) => sum + time, 0) / times.length
  }
}

async function grown<G extends { add(count: number, commit: Timer, join: Timer): Promise<void> }>(
  group: G,
  size: number,
): Promise<G> {
  // No more in an epoch than a member may propose.
  for (let more = size - 1; more > 0; more -= 16)
    await group.add(Math.min(more, 16), untimed, untimed)
  return group
}

async function turn(group: Bare | Voted, round: Round): Promise<void> {
  await group.add(1, round.timer('add'), round.timer('join'))
  await group.removeLast(round.timer('remove'))
}

/** What an act is called in a figure. */
const named: Record<Act, string> = {
  add: 'commit of an addition',
  remove: 'commit of a removal',
  join: 'join',
  vote: 'vote',
  signed: 'vote, the peer signing too',
}

for (const size of full ? [3, 10, 50] : [3, 10]) {
  const bare = await grown(await Bare.found(), size)
  const voted = await grown(await Voted.found(), size)
  const done: { bare: Round; voted: Round }[] = []
  // One round more, so that all are warm, which is not counted.
  for (let round = 0; round <= rounds; round++) {
    const now = { bare: new Round(), voted: new Round() }
    // In turns, so that what else the machine does meets both alike.
    await turn(bare, now.bare)
    await turn(voted, now.voted)
    const lengths = await voted.vote(Math.ceil((2 * size) / 3), now.voted.timer('vote'))
    for (const [at, length] of lengths.entries()) {
      await now.bare.timer('vote')(() => bare.say(at + 1, length, false))
      await now.bare.timer('signed')(() => bare.say(at + 1, length, true))
    }
    if (round > 0) done.push(now)
  }
  for (const act of acts) {
    const [alone, whole] = [
      done.map((each) => each.bare.mean(act)),
      done.map((each) => each.voted.mean(act === 'signed' ? 'vote' : act)),
    ]
    tell({
      what: `${named[act]}, ${size} members`,
      unit: 'ms',
      value: median(whole),
      spread: spreadOf(whole),
      peer: { name: 'ts-mls alone', value: median(alone) },
      ratio: median(whole.map((ms, at) => ms / (alone[at] ?? Number.NaN))),
      growth: { series: act, size, cost: median(whole) },
    })
  }
}
