import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { recordTypes, type WakuMessage, wakuMessage } from '../../../proto/archives/messages.ts'
import { Announcements } from './announcements.ts'
import { Archives } from './archives.ts'
import { Archiving, channelTopics } from './archiving.ts'
import { CatchUp } from './catch-up.ts'
import { chatMessageOf, chatPayload, messageId } from './chat.ts'
import { ChatMessages } from './chat-messages.ts'
import { LamportClock } from './clock.ts'
import { CodexClient } from './codex-client.ts'
import { Communities, type Community } from './communities.ts'
import { Database } from './database.ts'
import { Descriptions } from './descriptions.ts'
import { Downloading } from './downloading.ts'
import { type Opened, unwrap, wrap } from './envelope.ts'
import { Importing } from './importing.ts'
import { Membership } from './membership.ts'
import type { Outbox } from './outbox.ts'
import { Publishing } from './publishing.ts'
import { publicKeyOf } from './signature.ts'
import { StoreClient } from './store-client.ts'
import { runDue, type Task } from './task.ts'
import { contentShard, topicsOf } from './topics.ts'
import { Upkeep } from './upkeep.ts'
import { WakuMessages } from './waku-messages.ts'

/** Where a node keeps its things and whom it asks. */
export interface NodeConfig {
  /** Database and archive files; kept over restarts. */
  readonly folder: string
  /** The node's own key, 32 bytes. */
  readonly privateKey: Uint8Array
  readonly codexUrl: string
  readonly storeUrl: string
}

/** A Status node with archives: control node of the communities whose key it has, member of the others. */
export class ArchiveNode {
  readonly publicKey: string
  readonly communities: Communities
  readonly messages: WakuMessages
  readonly chat: ChatMessages
  readonly importing: Importing
  readonly membership: Membership
  readonly descriptions: Descriptions
  readonly #config: NodeConfig
  readonly #database: Database
  readonly #clock: LamportClock
  readonly #announcements: Announcements
  readonly #archiving: Archiving
  readonly #outbox: Outbox
  readonly #tasks: readonly Task[]
  #now: number

  /** Opens the node's database, makes it on first use. What is due is done in `advance`. */
  constructor(config: NodeConfig, outbox: Outbox, now: number) {
    const downloads = join(config.folder, 'downloads')
    rmSync(downloads, { recursive: true, force: true })
    mkdirSync(downloads, { recursive: true })
    const database = new Database(join(config.folder, 'node.db'))
    const communities = new Communities(database)
    const clock = new LamportClock(database)
    const codex = new CodexClient(config.codexUrl)
    const archives = new Archives(database)
    const messages = new WakuMessages(database)
    const chat = new ChatMessages(database)
    const importing = new Importing(database, chat)
    const announcements = new Announcements(database, communities)
    const descriptions = new Descriptions(communities, clock, outbox)
    const root = join(config.folder, 'archives')
    const archiving = new Archiving(root, database, communities, messages, archives)
    const upkeep = new Upkeep({ database, communities, archives, messages, codex })
    this.#tasks = [
      new CatchUp({
        communities,
        store: new StoreClient(config.storeUrl),
        receive: (pubsubTopic, wire, at) => this.receive(pubsubTopic, wire, at),
      }),
      archiving,
      new Publishing({
        communities,
        archives,
        archiving,
        codex,
        clock,
        descriptions,
        outbox,
        upkeep,
      }),
      upkeep,
      descriptions,
      new Downloading({ folder: downloads, communities, announcements, importing, codex }),
    ]
    this.membership = new Membership({
      database,
      communities,
      clock,
      descriptions,
      outbox,
      privateKey: config.privateKey,
      newestIndex: (id) => archives.index(id).cid,
      toldOf: (id, told, cid, at) => announcements.note(id, told, cid, at),
    })
    this.publicKey = publicKeyOf(config.privateKey)
    this.communities = communities
    this.messages = messages
    this.chat = chat
    this.importing = importing
    this.descriptions = descriptions
    this.#config = config
    this.#database = database
    this.#clock = clock
    this.#announcements = announcements
    this.#archiving = archiving
    this.#outbox = outbox
    this.#now = now
  }

  /** Does everything that is due up to `now` and returns when nothing is under way. */
  async advance(now: number): Promise<void> {
    await runDue(this.#tasks, this.#now, now)
    this.#now = Math.max(this.#now, now)
  }

  /** After a restart: everybody is asked for what was published meanwhile (61, "Serving archives for missed messages"). */
  restarted(): void {
    for (const { id } of this.communities.all()) this.communities.setCaughtUp(id, false)
  }

  createCommunity(privateKey: Uint8Array, name: string, now: number, archiving?: boolean): string {
    const { id } = this.communities.control(privateKey, name, now, archiving)
    this.descriptions.changed(id, now)
    return id
  }

  createChannel(id: string, chatId: string, name: string, now: number): void {
    this.communities.addChannel(id, chatId, name)
    this.descriptions.change(id, now, ({ chats }) =>
      chats.set(chatId, { identity: { display_name: name } }),
    )
  }

  rename(id: string, name: string, now: number): void {
    this.communities.setName(id, name)
    this.descriptions.change(id, now, (description) => {
      description.identity = { display_name: name }
    })
  }

  /** Becomes a member: listens to all topics of the community and asks for the last 30 days. */
  join(id: string, description: Uint8Array, now: number): void {
    this.communities.join(id, now)
    this.descriptions.learn(id, description)
    this.communities.setCaughtUp(id, false)
  }

  /** Says something in a channel. Returns the id of the message. */
  post(id: string, chatId: string, text: string, now: number): string {
    const payload = chatPayload(chatId, text, this.#clock.next(now), now)
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
    const community = this.communities.byTopic(message.content_topic)
    if (!community) return
    if (channelTopics(community.id).includes(message.content_topic))
      this.#keep(community, pubsubTopic, message, wire, now)
    const opened = unwrap(community.id, message)
    if (opened) this.#dispatch(community, message, opened, now)
  }

  stop(): void {
    this.#database.close()
  }

  /** Folder of the archive files of a community. */
  archiveFolder(id: string): string {
    return this.#archiving.folder(id)
  }

  #keep(
    { id, privateKey, archivedUntil }: Community,
    pubsubTopic: string,
    message: WakuMessage,
    wire: Uint8Array,
    now: number,
  ): void {
    if (!privateKey) return
    this.messages.keep(id, pubsubTopic, message, wire, archivedUntil)
    this.communities.setLastReceived(id, message.timestamp ?? 0n, now)
  }

  #dispatch(community: Community, message: WakuMessage, opened: Opened, now: number): void {
    const { special, events } = topicsOf(community.id)
    if (message.content_topic === special) {
      if (!community.privateKey) this.#announcements.receive(community, opened, now)
      return
    }
    if (message.content_topic === events) {
      if (opened.type === recordTypes.COMMUNITY_DESCRIPTION)
        this.descriptions.receive(community, opened)
      return
    }
    const chat = chatMessageOf(opened, message)
    if (!chat) return this.membership.receive(community, opened, now)
    this.#clock.observe(chat.clock)
    this.chat.keep(community.id, chat)
  }
}
