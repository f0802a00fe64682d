import { type Check, type Fault, notAsked } from './check.ts'
import { NOW, nonce, type Subject, stuckAt, tell, YEAR } from './subject.ts'

/** The fastest that the wall clock could move a time while lint runs, in milliseconds. */
const WALL = 3_600_000

const useNow = {
  does: 'give `now` to the library as its clock; or say `clock: "real"`, and what needs the time is not measured',
  line: {
    python: 'node.set_time(request["now"])',
    ts: 'node.wake(request.now)',
    go: 'node.SetTime(request.Now)',
    rust: 'node.set_time(request.now);',
  },
  near: [/time\.time|Date\.now|time\.Now|SystemTime|perf_counter/, /\bnow\b/, /clock/],
}

/** Time goes by in `now` alone: a year is a call later, and what is told of time follows it. */
export const clock: Check = {
  name: 'clock',
  async run(subject) {
    if (subject.hello.clock === 'real') return notAsked('it says that it reads the wall clock')
    const faults: Fault[] = []
    let moments = 0
    for (const story of subject.stories) {
      const late = await yearLater(subject, story.calls(nonce()))
      if (late !== undefined)
        faults.push({
          weight: 'protocol',
          wanted: 'ok, also where `now` is a year later than in the call before',
          got: late,
          repair: useNow,
        })
      const times = []
      for (const now of [NOW, NOW + YEAR]) {
        const told = await tell(subject.session, subject.instance(), story.calls(nonce()), now)
        if (!told.stuck) times.push(story.moment?.(told.answers))
      }
      const [first, second] = times
      if (first === undefined || second === undefined) continue
      moments++
      // In seconds or in milliseconds, a year is more than the wall clock moved meanwhile.
      if (second - first < BigInt(WALL))
        faults.push({
          weight: 'false-claim',
          wanted: 'a time that follows `now`, as `clock: "virtual"` says',
          got: `${first} for one \`now\`, and ${second} for a year later`,
          repair: useNow,
        })
    }
    if (faults.length === 0 && moments === 0)
      return notAsked('its answers tell no time that can be read')
    return faults
  },
}

/** What went wrong when a year passed within a story, or undefined. */
async function yearLater(subject: Subject, calls: Parameters<typeof tell>[2]) {
  const name = subject.instance()
  const [create, ...others] = calls
  if (!create || others.length === 0) return undefined
  const begun = await tell(subject.session, name, [create])
  if (begun.stuck) return undefined
  const { stuck } = await tell(subject.session, name, others, NOW + YEAR)
  return stuck && stuckAt(stuck)
}
