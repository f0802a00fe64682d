import { recordTypes, type WakuMessage, wakuMessage } from '../../../proto/archives/messages.ts'
import { channelTopics } from './archiving.ts'
import { chatMessageOf, chatPayload, messageId } from './chat.ts'
import type { ChatMessage } from './chat-messages.ts'
import type { Community } from './communities.ts'
import { type Opened, unwrap, wrap } from './envelope.ts'
import type { Outbox } from './outbox.ts'
import { archiveFolder, assemble, type NodeConfig, type Parts } from './parts.ts'
import { publicKeyOf } from './signature.ts'
import { runDue } from './task.ts'
import { contentShard, controlShard, topicsOf } from './topics.ts'

/** A Status node with archives: control node of the communities whose key it has, member of the others. */
export class ArchiveNode {
  readonly publicKey: string
  readonly parts: Parts
  readonly #config: NodeConfig
  readonly #outbox: Outbox
  #now: number

  /** Opens the node's storage. What is due is done in `advance`. */
  constructor(config: NodeConfig, outbox: Outbox, now: number) {
    this.parts = assemble(config, outbox, (topic, wire, at) => this.receive(topic, wire, at))
    this.publicKey = publicKeyOf(config.privateKey)
    this.#config = config
    this.#outbox = outbox
    this.#now = now
  }

  /** Does everything that is due up to `now` and returns when nothing is under way. */
  async advance(now: number): Promise<void> {
    await runDue(this.parts.tasks, this.#now, now)
    this.#now = Math.max(this.#now, now)
  }

  /** After a restart: everybody is asked for what was published meanwhile (61, "Serving archives for missed messages"). */
  restarted(): void {
    for (const { id } of this.parts.communities.all()) this.parts.communities.setCaughtUp(id, false)
  }

  createCommunity(privateKey: Uint8Array, name: string, now: number, archiving?: boolean): string {
    const { id } = this.parts.communities.control(privateKey, name, now, archiving)
    this.parts.descriptions.changed(id, now)
    return id
  }

  /** Returns the id of the channel. */
  createChannel(id: string, name: string, now: number): string {
    const chatId = `${id}-${this.parts.communities.channels(id).length + 1}`
    this.parts.communities.addChannel(id, chatId, name)
    this.parts.descriptions.change(id, now, ({ chats }) =>
      chats.set(chatId, { identity: { display_name: name } }),
    )
    return chatId
  }

  rename(id: string, name: string, now: number): void {
    this.parts.communities.setName(id, name)
    this.parts.descriptions.change(id, now, (description) => {
      description.identity = { display_name: name }
    })
  }

  /** Becomes a member: listens to all topics of the community and asks for the last 30 days. */
  join(id: string, description: Uint8Array, now: number): void {
    this.parts.communities.join(id, now)
    this.parts.descriptions.learn(id, description)
    this.parts.communities.setCaughtUp(id, false)
  }

  /** Says something in a channel. Returns the id of the message. */
  post(id: string, chatId: string, text: string, now: number): string {
    const payload = chatPayload(chatId, text, this.parts.clock.next(now), now)
    const { universal } = topicsOf(id)
    const { privateKey } = this.#config
    const wire = wrap(id, universal, privateKey, recordTypes.CHAT_MESSAGE, payload, now)
    this.#outbox.send({ at: now, pubsubTopic: contentShard, wire })
    this.receive(contentShard, wire, now)
    return messageId(this.publicKey, payload)
  }

  /** Takes a WakuMessage from the network. Throws DecodeError if the bytes are none. */
  receive(pubsubTopic: string, wire: Uint8Array, now: number): void {
    const message = wakuMessage.decode(wire)
    const community = this.parts.communities.byTopic(message.content_topic)
    if (!community) return
    if (channelTopics(community.id).includes(message.content_topic))
      this.#keep(community, pubsubTopic, message, wire, now)
    const opened = unwrap(community.id, message)
    if (opened) this.#dispatch(community, message, opened, now)
  }

  stop(): void {
    if (!this.#config.database) this.parts.database.close()
  }

  /** The place set aside for archive files. */
  get archiveFolder(): string {
    return archiveFolder(this.#config)
  }

  leave(id: string, now: number): void {
    this.parts.membership.ask(id, 'leave', now)
    this.parts.communities.leave(id)
  }

  /** What the node listens to for each of its communities: all of its topics, on the shard of their scope. */
  subscriptions(): { pubsubTopic: string; contentTopic: string }[] {
    return this.parts.communities.all().flatMap(({ id }) => {
      const { universal, special, events } = topicsOf(id)
      return [
        { pubsubTopic: contentShard, contentTopic: universal },
        { pubsubTopic: controlShard, contentTopic: universal },
        { pubsubTopic: controlShard, contentTopic: special },
        { pubsubTopic: controlShard, contentTopic: events },
      ]
    })
  }

  /** Posts to the special channel, which the control node alone may; false where it is refused. */
  sendToSpecial(id: string, type: number, payload: Uint8Array, now: number): boolean {
    const { privateKey } = this.parts.communities.get(id)
    if (!privateKey) return false
    const wire = wrap(id, topicsOf(id).special, privateKey, type, payload, now)
    this.#outbox.send({ at: now, pubsubTopic: controlShard, wire })
    return true
  }

  /** Puts rows into the application's database as if they had come live. */
  seed(id: string, rows: readonly Omit<ChatMessage, 'clock' | 'contentTopic'>[]): void {
    const contentTopic = topicsOf(id).universal
    for (const row of rows)
      this.parts.chat.keep(id, { ...row, contentTopic, clock: BigInt(row.at) })
  }

  #keep(
    { id, privateKey, archivedUntil }: Community,
    pubsubTopic: string,
    message: WakuMessage,
    wire: Uint8Array,
    now: number,
  ): void {
    if (!privateKey) return
    this.parts.messages.keep(id, pubsubTopic, message, wire, archivedUntil)
    this.parts.communities.setLastReceived(id, message.timestamp ?? 0n, now)
  }

  #dispatch(community: Community, message: WakuMessage, opened: Opened, now: number): void {
    const { special, events } = topicsOf(community.id)
    if (message.content_topic === special) {
      if (!community.privateKey) this.parts.announcements.receive(community, opened, now)
      return
    }
    if (message.content_topic === events) {
      if (opened.type === recordTypes.COMMUNITY_DESCRIPTION)
        this.parts.descriptions.receive(community, opened)
      return
    }
    const chat = chatMessageOf(opened, message)
    if (!chat) return this.parts.membership.receive(community, opened, now)
    this.parts.clock.observe(chat.clock)
    this.parts.chat.keep(community.id, chat)
  }
}
