import { Then, When } from '@cucumber/cucumber'
import fc from 'fast-check'
import type { Observed } from '../observed.ts'
import { holds } from '../property.ts'
import type { World } from '../world.ts'
import { Channel } from './channel.ts'
import { delivered } from './delivery.ts'
import { log } from './state.ts'

/* Properties: laws about any schedule of sends, losses, repeats and late repairs. */

const NAMES = ['Alice', 'Bob', 'Carol']

/** One step of a schedule. Whom and which message it means is taken modulo what there is by then. */
type Action =
  | { readonly does: 'send'; readonly who: number }
  | { readonly does: 'receive'; readonly who: number; readonly which: number }

interface Schedule {
  readonly actions: readonly Action[]
  /** Sorts the messages for the repair: everybody gets everything in the end, in an order of their own. */
  readonly repair: readonly number[]
}

const who = fc.nat({ max: NAMES.length - 1 })
const schedules: fc.Arbitrary<Schedule> = fc.record({
  actions: fc.array(
    fc.oneof(
      { weight: 2, arbitrary: fc.record({ does: fc.constant('send' as const), who }) },
      {
        weight: 3,
        arbitrary: fc.record({
          does: fc.constant('receive' as const),
          who,
          which: fc.nat({ max: 99 }),
        }),
      },
    ),
    { minLength: 2, maxLength: 30 },
  ),
  repair: fc.array(fc.nat({ max: 99 }), { minLength: 6, maxLength: 6 }),
})

/** What every schedule is checked for; the Then of the scenario names one of them. */
type Law = (world: World) => Promise<void>

const pending = new WeakMap<World, true>()

When(
  '3 participants play random schedules with loss, repeats and late repair',
  function (this: World) {
    // The law that they are played for comes with the Then, which plays them.
    pending.set(this, true)
  },
)

/* Of every schedule that is to be played, or of this one scenario. */
Then('{participants} have the same log', function (this: World, names: string[]) {
  const law = (world: World) => logsAreEqual(world, names)
  return pending.has(this) ? play(this, law) : law(this)
})

Then('in every schedule each delivery follows its dependencies', function (this: World) {
  return play(this, deliveriesAreCausal)
})

function play(world: World, law: Law): Promise<void> {
  if (!pending.has(world)) throw new Error('no schedule is to be played: add a When')
  return holds(world, {
    inputs: schedules,
    runs: 50,
    tell,
    play: async (schedule) => {
      await act(world, schedule)
      await law(world)
    },
  })
}

async function act(world: World, { actions, repair }: Schedule): Promise<void> {
  const channel = world.scene(Channel)
  for (const name of NAMES) await channel.join(name)
  const sent: string[] = []
  for (const action of actions) {
    const name = NAMES[action.who] ?? ''
    if (action.does === 'send') {
      const label = `m${sent.length + 1}`
      await channel.send(name, label)
      sent.push(label)
    } else if (sent.length > 0) await channel.receive(name, sent[action.which % sent.length] ?? '')
  }
  for (const [i, name] of NAMES.entries()) {
    const order = sent.toSorted((a, b) => rank(a, i) - rank(b, i))
    for (const label of order) await channel.receive(name, label, { settle: false })
    await channel.participant(name).settle()
  }

  function rank(label: string, i: number): number {
    const number = sent.indexOf(label)
    return ((number + 1) * (2 * (repair[2 * i] ?? 0) + 1) + (repair[2 * i + 1] ?? 0)) % 101
  }
}

async function logsAreEqual(world: World, participants: readonly string[]): Promise<void> {
  const channel = world.scene(Channel)
  // From the bytes on the wire alone: lamport_timestamp, then message id by its UTF-8 bytes.
  const wanted = channel.messages.all
    .map(({ label, message: { value } }) => ({
      label,
      lamport: value.lamportTimestamp ?? 0n,
      id: Buffer.from(value.messageId),
    }))
    .sort((a, b) => Number(a.lamport - b.lamport) || Buffer.compare(a.id, b.id))
    .map(({ label }) => label)
  for (const name of participants)
    world.expect(`${name}'s log`, await log(world, name)).equals(wanted)
}

async function deliveriesAreCausal(world: World): Promise<void> {
  const channel = world.scene(Channel)
  for (const name of NAMES) {
    const got: Observed<string[]> = delivered(world, name)
    const own = channel.participantId(name)
    const foreign = channel.messages.all.filter(({ message }) => message.value.senderId !== own)
    world
      .expect(
        `${name}'s deliveries, sorted`,
        got.map((labels) => labels.toSorted()),
      )
      .equals(foreign.map(({ label }) => label).toSorted())
    const places = new Map(got.value.map((label, place) => [label, place]))
    const early = got.map((labels) =>
      labels.filter((label) =>
        channel.messages
          .get(label)
          .message.value.causalHistory.map(({ messageId }) => channel.messages.labelOf(messageId))
          .some((dependency) => (places.get(dependency) ?? -1) > (places.get(label) ?? 0)),
      ),
    )
    world.expect(`${name}'s deliveries before a dependency`, early).equals([])
  }
}

function tell({ actions, repair }: Schedule): string {
  let sent = 0
  const lines = actions.map((action) => {
    const name = NAMES[action.who]
    if (action.does === 'send') return `${name} sends m${++sent}`
    return sent === 0
      ? `${name} receives nothing`
      : `${name} receives m${(action.which % sent) + 1}`
  })
  return [...lines, `everybody receives everything, ordered by ${repair.join(' ')}`].join('\n')
}
