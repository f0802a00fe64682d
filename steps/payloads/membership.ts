import { type DataTable, When } from '@cucumber/cucumber'
import type { Observed } from '../observed.ts'
import type { Answer, World } from '../world.ts'
import { Nodes } from './chats.ts'
import { EVENT } from './group-events.ts'
import { oddly } from './oddities.ts'
import { became, type Seen } from './outcome.ts'
import { People } from './people.ts'
import { decoded, encoded, plain, said } from './records.ts'
import { delimited } from './wire.ts'
import { eventSigner, signEvent } from './wrapping.ts'

/* Events of a private group one by one, without a node: 65 bytes of signature and the event. */

const SIGNATURE = 130

/** An event that names Carol and Bob, and no other run has. */
function freshEvent(world: World): object {
  const people = world.scene(People)
  return {
    clock: String(world.now),
    members: [people.text('Carol'), people.text('Bob')],
    type: 'MEMBERS_ADDED',
    name: `group ${world.dice.hex(4)}`,
  }
}

/** The members that an event has, and those that a cell names. */
function members(world: World, event: Observed<object>, words: string): Seen {
  const people = world.scene(People)
  return {
    subject: 'the members of the event',
    got: event.map((value) => (value as { members?: unknown[] }).members ?? []),
    wanted: words.split(', ').map((name) => people.text(name)),
  }
}

When('Bob signs a membership event for {person}', async function (this: World, who: string) {
  const people = this.scene(People)
  const value = freshEvent(this)
  const chatId = this.scene(Nodes).groupId()
  const { privateKey } = people.get(who)
  const params = { chatId, event: { ...value }, privateKey }
  const ok = await this.act('Bob', 'payloads.signEvent', params)
  const element = ok.map((one) => one.element)
  const event = element.map((hex) => readable(hex.slice(SIGNATURE)))
  became(this, {
    part: (name, words) => {
      if (name === 'members') return members(this, event, words)
      const got = element.map((hex) => people.nameOf(eventSigner(people.profile, chatId, hex)))
      return name === 'signer' ? { subject: 'the signer', got, wanted: words } : undefined
    },
    signed: () => [{ subject: 'the event', got: event, wanted: plain(EVENT, value) }],
  })
})

function readable(event: string): object {
  try {
    return decoded(EVENT, event)
  } catch (cause) {
    return { message: (cause as Error).message }
  }
}

When('Bob opens a membership event of {person}', async function (this: World, who: string) {
  await opens(this, who, {})
})

When(
  'Bob opens a membership event of {person} with',
  async function (this: World, who: string, table: DataTable) {
    await opens(this, who, table.rowsHash())
  },
)

/** `encoded with`: an oddity, `added`: a field after signing, `opened in`: another group, `cut to`: less. */
async function opens(
  world: World,
  who: string,
  how: Readonly<Record<string, string>>,
): Promise<void> {
  const people = world.scene(People)
  const value = freshEvent(world)
  const group = world.scene(Nodes).groupId()
  const oddity = how['encoded with']
  const event = oddity ? oddly(oddity, encoded(EVENT, value)) : encoded(EVENT, value)
  const signed = signEvent(people.profile, group, event, people.get(who).privateKey)
  const whole = how.added ? `${signed}${delimited(99, '6c61746572')}` : signed
  const element = how['cut to'] ? cut(signed, how['cut to']) : whole
  const chatId = how['opened in'] ? `${group}x` : group
  const answer = await world.attempt('Bob', 'payloads.verifyEvent', { chatId, element })
  const opened = (view: (ok: Opened) => unknown, other: unknown): Observed<unknown> =>
    answer.map((one) => (one.kind === 'ok' ? view(one.ok) : other))
  const read = opened((ok) => ok.event, {}) as Observed<object>
  became(world, {
    answers: [answer],
    author: () => ({
      name: opened((ok) => people.nameOf(ok.author), 'nobody') as Observed<string>,
    }),
    part: (name, words) => (name === 'members' ? members(world, read, words) : undefined),
    signed: () => [
      {
        subject: 'the bytes of the event',
        got: opened((ok) => ok.eventBytes, ''),
        wanted: event,
      },
      {
        subject: 'the event',
        got: said(world, 'the event', EVENT, read),
        wanted: plain(EVENT, value),
      },
    ],
  })
}

type Opened = Extract<Answer<'payloads.verifyEvent'>, { kind: 'ok' }>['ok']

/** An element that is too short to hold both. */
function cut(element: string, words: string): string {
  const lengths: Readonly<Record<string, number>> = {
    nothing: 0,
    '64 bytes': 128,
    'its signature': SIGNATURE,
  }
  const length = lengths[words]
  if (length === undefined) throw new Error(`expected a length, got "${words}"`)
  return element.slice(0, length)
}
