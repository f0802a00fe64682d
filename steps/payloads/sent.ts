import { type DataTable, Then } from '@cucumber/cucumber'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { type Draft, Drafts } from './drafts.ts'
import { People } from './people.ts'
import { drain } from './posts.ts'
import { read } from './records.ts'
import { ABSENT } from './values.ts'
import { open } from './wrapping.ts'

/* What others read in a message that a node sent. */

/** The wrapper that a client sent under a label; a refusal to send it is a deviation. */
export function sentOf(world: World, draft: Draft): Observed<string> {
  const { author, label, record, refused, sent } = draft
  if (refused)
    world.fail({
      kind: 'deviation',
      subject: `${author} sending the ${record} "${label}"`,
      wanted: 'ok',
      got: refused.value,
      call: refused.call,
    })
  if (!sent) throw new Error(`"${label}" is not a message that a client sent`)
  return sent
}

/** The record that a client sent under a label, as another decoder reads it. */
function recordSent(world: World, draft: Draft) {
  return read(
    world,
    `the ${draft.record} "${draft.label}"`,
    draft.record,
    payloadSent(world, draft),
  )
}

function payloadSent(world: World, draft: Draft): Observed<string> {
  const { profile } = world.scene(People)
  const opened = sentOf(world, draft).map((hex) => open(profile, hex))
  if (opened.value === undefined)
    world.fail({
      kind: 'deviation',
      subject: `the wrapper of "${draft.label}"`,
      wanted: 'a wrapper',
      got: draft.wrapper,
      call: opened.call,
    })
  return opened.map((one) => one?.payload ?? '')
}

Then('{string} has', function (this: World, label: string, table: DataTable) {
  const draft = this.scene(Drafts).get(label)
  const got = recordSent(this, draft)
  for (const [field, words] of Object.entries(table.rowsHash())) {
    const wanted =
      words === ABSENT ? undefined : this.scene(Drafts).cell(draft.record, field, words)
    this.expect(
      `${field} of "${label}"`,
      got.map((value) => value[field] as unknown),
    ).equals(wanted)
  }
})

Then('one wrapper holds {string} as Bob sent it', function (this: World, label: string) {
  const draft = this.scene(Drafts).get(label)
  const { profile } = this.scene(People)
  const wrappers = sentOf(this, draft).map((hex) => {
    const opened = open(profile, hex)
    if (!opened) return 'no wrapper'
    const inner = open(profile, opened.payload)
    if (inner && inner.payload !== '' && inner.others.length === 0) return 'a wrapper in a wrapper'
    return opened.payload !== '' && opened.others.length === 0 ? 'one wrapper' : 'something else'
  })
  this.expect(`what "${label}" travels in`, wrappers).equals('one wrapper')
  const wanted = JSON.stringify(draft.value)
  const got = recordSent(this, draft).map((record) =>
    JSON.stringify(Object.fromEntries(Object.keys(draft.value).map((key) => [key, record[key]]))),
  )
  this.expect(`the ${draft.record} "${label}"`, got).equals(wanted)
})

Then('nothing but {drafts} is sent', async function (this: World, labels: string[]) {
  for (const label of labels) {
    const draft = this.scene(Drafts).get(label)
    const wrapper = sentOf(this, draft)
    this.expect(`what Bob sent with "${label}"`, draft.beside as Observed<string[]>).equals([])
    this.expect(`the wrapper of "${label}"`, wrapper).meets('sent', (hex) => hex !== '')
  }
  const more = await drain(this, 'Bob')
  this.expect(
    'what Bob sent afterwards',
    more.map((all) => all.map(({ record }) => record)),
  ).equals([])
})
