import { type Check, type Fault, notAsked } from './check.ts'
import { NOW, nonce, type Subject, stuckAt, tell } from './subject.ts'

const shown = (answers: readonly object[]) => JSON.stringify(answers).slice(0, 200)

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
      else if (shown(told[0]?.answers ?? []) === shown(told[1]?.answers ?? []))
        faults.push({
          weight: 'protocol',
          wanted: 'two answers to two different inputs',
          got: `twice ${shown(told[0]?.answers ?? [])}`,
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
    const again = await subject.fresh()
    const faults: Fault[] = []
    for (const { area, calls } of subject.stories) {
      const word = nonce()
      const one = await tell(subject.session, subject.instance(), calls(word))
      const two = await tell(again, subject.instance(), calls(word))
      if (one.stuck || two.stuck) continue
      const at = one.answers.findIndex(
        (answer, i) => shown([answer]) !== shown([two.answers[i] ?? {}]),
      )
      if (at === -1) continue
      faults.push({
        weight: 'advice',
        wanted: `one answer to ${calls(word)[at]?.op}, whenever it is asked with this seed and \`now\``,
        got: `${shown([one.answers[at] ?? {}])} and then ${shown([two.answers[at] ?? {}])}`,
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
            `${area}.create`,
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
    let asked = 0
    for (const { calls } of subject.stories) {
      const word = nonce()
      if (!calls(word)[0]?.op.endsWith('.create')) continue
      asked++
      const mixed = await beside(subject, calls, word)
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
          near: [/global |nodes|instances|participants/, calls(word)[0]?.op ?? 'create'],
        },
      })
    }
    return asked > 0 ? faults : notAsked('its areas keep nothing between calls')
  },
}

type Calls = Subject['stories'][number]['calls']

/** Runs one story alone and again beside another; tells how the other shows, or undefined. */
async function beside(subject: Subject, calls: Calls, word: string): Promise<string | undefined> {
  const { session } = subject
  const alone = await tell(session, subject.instance(), calls(word))
  const same = await tell(await subject.fresh(), subject.instance(), calls(word))
  if (alone.stuck || same.stuck) return undefined
  const other = nonce()
  const [one, two] = [subject.instance(), subject.instance()]
  const answers: object[] = []
  for (const [i, call] of calls(word).entries()) {
    const stranger = calls(other)[i]
    if (stranger) await tell(session, two, [stranger])
    const { answers: now, stuck } = await tell(session, one, [call])
    if (stuck) return `with another instance beside it ${stuckAt(stuck)}`
    answers.push(...now)
  }
  if (JSON.stringify(answers).includes(other)) return `it tells what another was given: ${other}`
  // Only of one that repeats itself can a difference be laid at the other's door.
  const repeats = JSON.stringify(alone.answers) === JSON.stringify(same.answers)
  const at = answers.findIndex((answer, i) => shown([answer]) !== shown([alone.answers[i] ?? {}]))
  if (!repeats || at === -1) return undefined
  return `${calls(word)[at]?.op} answered ${shown([answers[at] ?? {}])}, alone ${shown([alone.answers[at] ?? {}])}`
}
