import { isDeepStrictEqual } from 'node:util'
import { description as codec, type Description } from '../../../proto/archives/description.ts'
import { recordTypes } from '../../../proto/archives/messages.ts'
import type { LamportClock } from './clock.ts'
import type { Communities, Community } from './communities.ts'
import { attempt, type Opened, wrap } from './envelope.ts'
import type { Outbox } from './outbox.ts'
import type { Task } from './task.ts'
import { day } from './time.ts'
import { controlShard, topicsOf } from './topics.ts'

/** 56, CommunityPermissions: membership on request. */
const onRequest = 3

/** Publishes what a community is: on every change, and once a day without one (56, "Community Creation Flow"). */
export class Descriptions implements Task {
  readonly #communities: Communities
  readonly #clock: LamportClock
  readonly #outbox: Outbox

  constructor(communities: Communities, clock: LamportClock, outbox: Outbox) {
    this.#communities = communities
    this.#clock = clock
    this.#outbox = outbox
  }

  due(): number | undefined {
    const moments = this.#communities.all().map(({ described }) => described)
    const sent = moments.filter((moment) => moment !== undefined)
    return sent.length > 0 ? Math.min(...sent) + day : undefined
  }

  run(now: number): void {
    for (const community of this.#communities.all())
      if (community.described !== undefined && community.described + day <= now)
        this.#send(community, now)
  }

  /** What the community is at present; a new one on request, without channels. */
  of(id: string): Description {
    const { description, name } = this.#communities.get(id)
    if (description) return codec.decode(description)
    return {
      clock: 0n,
      members: new Map(),
      permissions: { access: onRequest },
      identity: { display_name: name },
      chats: new Map(),
      ban_list: [],
      archive_clock: 0n,
    }
  }

  /** Applies a change and publishes the result with a higher clock; a change of nothing is not published. */
  change(id: string, now: number, apply: (description: Description) => void): void {
    const before = this.of(id)
    const next = this.of(id)
    apply(next)
    next.archive_clock = this.#communities.get(id).archiveClock
    if (before.clock > 0n && isDeepStrictEqual(before, next)) return
    next.clock = this.#clock.next(now)
    this.#communities.setDescription(id, codec.encode(next), next.clock, now)
    this.#send(this.#communities.get(id), now)
  }

  /** Publishes again because something outside the description has changed. */
  changed(id: string, now: number): void {
    this.change(id, now, () => {})
  }

  /** Takes a description from the network: only the community's own, only a newer one (56, "Clock"). */
  receive(community: Community, opened: Opened): void {
    if (opened.signer !== community.id || community.privateKey) return
    const read = attempt(() => codec.decode(opened.payload))
    if (read) this.adopt(community.id, read, opened.payload)
  }

  /** Takes a description that came with an invitation to join. */
  learn(id: string, payload: Uint8Array): void {
    this.adopt(id, codec.decode(payload), payload)
  }

  /** Makes a description that the member trusts the current one. */
  adopt(id: string, read: Description, payload: Uint8Array): void {
    const community = this.#communities.get(id)
    if (read.clock <= community.descriptionClock) return
    this.#communities.setDescription(id, payload, read.clock)
    this.#communities.setName(id, read.identity?.display_name ?? '')
    for (const [chatId, chat] of read.chats)
      this.#communities.addChannel(id, chatId, chat.identity?.display_name ?? '')
    if (read.archive_clock > community.archiveClock)
      this.#communities.setArchiveClock(id, read.archive_clock)
  }

  #send({ id, privateKey, description, descriptionClock }: Community, now: number): void {
    if (!privateKey || !description) return
    const type = recordTypes.COMMUNITY_DESCRIPTION
    const wire = wrap(id, topicsOf(id).events, privateKey, type, description, now)
    this.#outbox.send({ at: now, pubsubTopic: controlShard, wire })
    this.#communities.setDescription(id, description, descriptionClock, now)
  }
}
