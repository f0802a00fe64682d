import type { Ok, Params } from '../../adapters/contract/operations.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { compressed } from './keys.ts'
import { People } from './people.ts'

export type ChatKind = Params<'payloads.join'>['kind']

/** A chat of the scenario. */
export interface Chat {
  readonly kind: ChatKind
  /** What messages in it carry as chat id when the suite sends them to Bob. */
  readonly wireId: string
  /** Whom the transport is told: a channel's name, a public key, the id of a group or a community. */
  readonly to: string
  /** Of a one-to-one chat: its two users. */
  readonly between?: string
  /** Its id as each node says it. */
  readonly ids: Map<string, Observed<string>>
  /** Of a channel: the community's id as the node says it, and the channel's own. */
  readonly community?: Observed<string>
  readonly channelId?: string
}

/** Nodes of the client under test, and the chats that they are in. */
export class Nodes {
  /** The chat that the scenario is about: the last one joined. */
  current: Chat | undefined
  readonly #world: World
  readonly #started = new Set<string>()
  readonly #chats: Chat[] = []
  readonly ens: Record<string, string> = {}

  constructor(world: World) {
    this.#world = world
  }

  /** Starts a node for a user, once; `device` tells two nodes of one user apart. */
  async start(name: string, device = name): Promise<void> {
    if (this.#started.has(device)) return
    this.#started.add(device)
    const { privateKey } = this.#world.scene(People).get(name)
    const seed = this.#world.dice.hex(32)
    await this.#world.act(device, 'payloads.create', { privateKey, seed, ens: this.ens })
  }

  get chat(): Chat {
    if (!this.current) throw new Error('nobody is in a chat: add a Given')
    return this.current
  }

  get others(): readonly Chat[] {
    return this.#chats.filter((chat) => chat !== this.current)
  }

  /** Puts the nodes of these users into one chat of the same kind. */
  async join(names: readonly string[], kind: ChatKind, options: Partial<Params<'payloads.join'>>) {
    const ids = new Map<string, Observed<string>>()
    let last: Observed<Ok<'payloads.join'>> | undefined
    for (const name of names) {
      await this.start(name)
      last = await this.#world.act(name, 'payloads.join', { kind, ...options })
      ids.set(
        name,
        last.map(({ chatId }) => chatId),
      )
    }
    const community = last?.value.communityId === undefined ? undefined : last
    const chat: Chat = {
      kind,
      wireId: options.id ?? '',
      to: options.communityId ?? options.id ?? '',
      ids,
      ...(community && {
        community: community.map(({ communityId = '' }) => communityId),
        // The form of the id is the client's own (AMB-18).
        wireId: [...ids.values()][0]?.value ?? '',
        channelId: options.id ?? '',
      }),
    }
    return this.enter(chat)
  }

  /** Whoever enters a chat in which another node already is shares it. */
  enter(chat: Chat): Chat {
    const at = this.#chats.findIndex((one) => same(one, chat))
    if (at < 0) this.#chats.push(chat)
    else {
      for (const [name, id] of this.#chats[at]?.ids ?? []) chat.ids.set(name, id)
      this.#chats[at] = chat
    }
    this.current = chat
    return chat
  }

  /** A one-to-one chat. A message from the other carries the receiver's key as chat id. */
  async joinPrivate(name: string, peer: string): Promise<Chat> {
    await this.start(name)
    const people = this.#world.scene(People)
    const to = people.get(peer).publicKey
    const joined = await this.#world.act(name, 'payloads.join', { kind: 'ONE_TO_ONE', peer: to })
    const ids = new Map([[name, joined.map(({ chatId }) => chatId)]])
    const between = [name, peer].sort().join(' and ')
    return this.enter({ kind: 'ONE_TO_ONE', wireId: people.text(name), to, between, ids })
  }

  async joinChannel(name: string, channelId: string): Promise<Chat> {
    const communityId = compressed(
      this.#world.scene(People).get(`community ${this.#chats.length}`).publicKey,
    )
    return this.join([name], 'COMMUNITY_CHAT', { id: channelId, communityId })
  }

  async joinGroup(names: readonly string[], others: readonly string[]): Promise<Chat> {
    const people = this.#world.scene(People)
    const members = [...names, ...others].map((name) => people.get(name).publicKey)
    return this.join(names, 'PRIVATE_GROUP', { id: this.groupId(), members })
  }

  /** An id that no other group has. */
  groupId(): string {
    return `${this.#world.scene(People).text('Carol')}-${this.#world.dice.hex(16)}`
  }
}

function same(one: Chat, other: Chat): boolean {
  if (one.kind !== other.kind) return false
  return one.kind === 'ONE_TO_ONE' ? one.between === other.between : one.wireId === other.wireId
}
