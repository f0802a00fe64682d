import type { Session } from '../session.ts'
import { type Check, type Fault, notAsked } from './check.ts'
import { type Alone, NOW, nonce, type Subject, stuckAt, tell } from './subject.ts'

const shown = (answer: object | undefined) => JSON.stringify(answer ?? {}).slice(0, 200)

/** What is answered follows from what was asked. */
export const freshAnswers: Check = {
  name: 'fresh answers',
  async run(subject) {
    const faults: Fault[] = []
    for (const { area, calls } of subject.stories) {
      const told = []
      for (const word of [nonce(), nonce()]) {
        const name = subject.instance()
        told.push(await tell(subject.session, name, calls(word)))
        await subject.session.raw('destroy', name, NOW, {})
      }
      const stuck = told.find((each) => each.stuck)?.stuck
      if (stuck)
        faults.push({
          weight: 'protocol',
          wanted: `ok, as answer to what every client of ${area} can do`,
          got: stuckAt(stuck),
          repair: {
            does: `answer ${stuck.call.op} with ok, or take "${area}" out of areas`,
            near: [stuck.call.op, 'areas'],
          },
        })
      else if (difference(told[0]?.answers ?? [], told[1]?.answers ?? []) === -1)
        faults.push({
          weight: 'protocol',
          wanted: 'two answers to two different inputs',
          got: `twice ${shown(told[0]?.answers)}`,
          repair: {
            does: 'make the answer of what came in params: a fixed one measures nothing',
            near: [calls(nonce()).at(1)?.op ?? area],
          },
        })
    }
    return faults
  },
}

/** The same seed, time and calls give the same answers, also in another process: only so can a run be repeated. */
export const sameSeed: Check = {
  name: 'same seed',
  async run(subject) {
    const faults: Fault[] = []
    for (const { story, calls, first, second } of await subject.twiceAlone()) {
      const at = difference(first.answers, second.answers)
      if (first.stuck || second.stuck || at === -1) continue
      faults.push({
        weight: 'advice',
        wanted: `one answer to ${calls[at]?.op}, whenever it is asked with this seed and \`now\``,
        got: `${shown(first.answers[at])} and then ${shown(second.answers[at])}`,
        repair: {
          does: 'draw all randomness from `seed` and all time from `now`; where the library cannot, runs of it cannot be repeated',
          line: {
            python: 'rng = random.Random(bytes.fromhex(params["seed"]))',
            ts: 'const dice = diceOf(params.seed) // and no Math.random(), no Date.now()',
            go: 'rng := rand.New(rand.NewChaCha8([32]byte(seed)))',
            rust: 'let rng = StdRng::from_seed(seed);',
          },
          near: [
            /random|uuid|urandom|randomBytes|rand::|thread_rng|crypto\/rand/i,
            /time\.time|Date\.now|time\.Now|SystemTime/,
            `${story.area}.create`,
          ],
        },
      })
    }
    return faults
  },
}

/** Two instances are two participants: what one does, the other neither has nor tells. */
export const apart: Check = {
  name: 'two instances',
  async run(subject) {
    const faults: Fault[] = []
    const keeping = (await subject.twiceAlone()).filter(({ calls }) =>
      calls[0]?.op.endsWith('.create'),
    )
    if (keeping.length === 0) return notAsked('its areas keep nothing between calls')
    const session = await subject.fresh()
    for (const alone of keeping) {
      const mixed = await beside(subject, session, alone)
      if (mixed === undefined) continue
      faults.push({
        weight: 'protocol',
        wanted: 'an instance that is as if it were alone',
        got: mixed,
        repair: {
          does: 'keep everything in the object of the instance, nothing in globals',
          line: {
            python: 'node = nodes[request["instance"]]',
            ts: 'const node = nodes.get(request.instance)',
            go: 'node := nodes[request.Instance]',
            rust: 'let node = nodes.get_mut(&request.instance)',
          },
          near: [`${alone.story.area}.create`, /global |nodes|instances|participants/],
        },
      })
    }
    return faults
  },
}

/** Lives one story beside another in a fresh client; tells how the other shows, or undefined. */
async function beside(subject: Subject, session: Session, { story, calls, first, second }: Alone) {
  if (first.stuck || second.stuck) return undefined
  const other = nonce()
  const [one, two] = [subject.instance(), subject.instance()]
  const answers: object[] = []
  for (const [i, call] of calls.entries()) {
    const stranger = story.calls(other)[i]
    if (stranger) await tell(session, two, [stranger])
    const { answers: now, stuck } = await tell(session, one, [call])
    if (stuck) return `with another instance beside it ${stuckAt(stuck)}`
    answers.push(...now)
  }
  if (JSON.stringify(answers).includes(other)) return `it tells what another was given: ${other}`
  // Only of one that repeats itself can a difference be laid at the other's door.
  const at = difference(answers, first.answers)
  if (difference(first.answers, second.answers) !== -1 || at === -1) return undefined
  return `${calls[at]?.op} answered ${shown(answers[at])}, alone ${shown(first.answers[at])}`
}

/** Where two lives first differ; -1: nowhere. */
const difference = (one: readonly object[], two: readonly object[]) =>
  one.findIndex((answer, i) => JSON.stringify(answer) !== JSON.stringify(two[i]))
