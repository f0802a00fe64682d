import { recordNames } from '../../proto/payloads/records.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { Nodes } from './chats.ts'
import { Accounts, communityOf } from './community.ts'
import { People } from './people.ts'
import { encoded } from './records.ts'
import { ABSENT, cellValue, textOf } from './values.ts'
import { signPayload, wrap } from './wrapping.ts'

/** A message of the scenario by its label, whoever made it. */
export interface Draft {
  readonly label: string
  readonly record: string
  readonly author: string
  /** The wrapper, and what is in it. */
  readonly wrapper: string
  readonly payload: string
  readonly value: Readonly<Record<string, unknown>>
  /** Id that a client gave it, when it sent or took it. */
  id?: string
  /** Position of the answer in which a client took it and gave it none. */
  unnamed?: number
  /** The wrapper as the client sent it. */
  sent?: Observed<string>
  /** How the client refused to send it. */
  refused?: Observed<string>
  /** Names of other records that the client sent with it. */
  beside?: Observed<string[]>
}

/** The messages of one scenario. */
export class Drafts {
  readonly #world: World
  readonly #byLabel = new Map<string, Draft>()

  constructor(world: World) {
    this.#world = world
  }

  get all(): readonly Draft[] {
    return [...this.#byLabel.values()]
  }

  get(label: string): Draft {
    const found = this.#byLabel.get(label)
    if (!found) throw new Error(`the scenario has no message "${label}" yet: send or make it first`)
    return found
  }

  keep(draft: Draft): Draft {
    this.#byLabel.set(draft.label, draft)
    return draft
  }

  /** Id of a message as a client said it. */
  readonly idOf = (label: string): string => {
    const { id, unnamed: call, record } = this.get(label)
    const subject = `the id of the ${record} "${label}"`
    if (id === undefined && call !== undefined)
      return this.#world.fail({ kind: 'deviation', subject, wanted: 'one', got: 'none', call })
    if (id === undefined) throw new Error(`no client has said an id for "${label}" yet`)
    return id
  }

  /** The label of an id that a client said. */
  labelOf(id: string): string {
    return this.all.find((draft) => draft.id === id)?.label ?? `an unknown message ${id}`
  }

  /** The last message that somebody wrote, on which reactions and pins act. */
  get target(): string {
    const said = this.all.filter(({ record, id }) => record === 'ChatMessage' && id !== undefined)
    return said.at(-1)?.id ?? '0x00'
  }

  /**
   * Makes a record as a user of the suite would, changed as the rows of a table say. A kind of record that
   * nobody knows has the fields of a ChatMessage.
   */
  make(
    label: string,
    record: string,
    author: string,
    rows: Readonly<Record<string, string>>,
    { encode = (bytes: string) => bytes, sign = (good: string): string | undefined => good } = {},
  ): Draft {
    const people = this.#world.scene(People)
    const { profile } = people
    const known = recordNames.includes(record) ? record : 'ChatMessage'
    const value = this.#value(record, known, author, rows)
    const payload = encode(encoded(known, value))
    const { privateKey } = people.get(author)
    const signature = sign(signPayload(profile, payload, privateKey))
    const wrapper = wrap(profile, record, payload, { signature })
    return this.keep({ label, record, author, wrapper, payload, value })
  }

  #value(record: string, known: string, author: string, rows: Readonly<Record<string, string>>) {
    const value: Record<string, unknown> = this.#defaults(record, author)
    for (const [field, words] of Object.entries(rows)) {
      if (words === ABSENT) delete value[field]
      else value[field] = this.cell(known, field, words)
    }
    return value
  }

  /** One cell of a table as a value. */
  cell(record: string, field: string, words: string): unknown {
    const special = field === 'chat_id' ? this.#chatId(words) : undefined
    return special ?? cellValue(this.#world, record, field, words, this.idOf)
  }

  #chatId(words: string): string | undefined {
    const nodes = this.#world.scene(Nodes)
    if (words === 'a group that nobody knows') return nodes.groupId()
    const { community, channelId = '', wireId } = nodes.current ?? { wireId: '' }
    const prefix = community?.value ?? ''
    if (words === 'this chat') return nodes.chat.ids.get('Bob')?.value
    if (words.includes('{community}')) return words.replace('{community}', prefix)
    if (words === 'another channel') return `${prefix}${channelId}-2`
    if (words === 'the channel of another community') {
      const [, x = ''] = /^(.*)[0-9a-f]{4}$/.exec(prefix) ?? []
      return `${x}0000${wireId.slice(prefix.length)}`
    }
    return undefined
  }

  /** What a user's client would write without being told. */
  #defaults(record: string, author: string): Record<string, unknown> {
    const clock = String(this.#world.now)
    const { current } = this.#world.scene(Nodes)
    const chat = current ? { chat_id: current.wireId, message_type: current.kind } : {}
    const about = { clock, ...chat, message_id: this.target }
    switch (record) {
      case 'ChatMessage':
        return {
          clock,
          timestamp: clock,
          ...chat,
          text: `hello ${this.#world.dice.hex(6)}`,
          content_type: 'TEXT_PLAIN',
          display_name: `${author} of the suite`,
        }
      case 'EmojiReaction':
        return { ...about, type: 'LOVE' }
      case 'PinMessage':
        return { ...about, pinned: true }
      case 'EditMessage':
        return { ...about, text: 'edited', content_type: 'TEXT_PLAIN' }
      case 'DeleteMessage':
        return { ...about, deleted_by: this.#world.scene(People).text(author) }
      case 'CommunityRequestToJoin':
        return {
          clock,
          community_id: communityOf(this.#world, 'Bob'),
          display_name: `${author} of the suite`,
          revealed_accounts: this.#world.scene(Accounts).draw(),
        }
      default:
        return { clock }
    }
  }

  text(words: string): string {
    return textOf(this.#world, words, this.idOf)
  }
}
