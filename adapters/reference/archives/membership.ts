import {
  type Description,
  description as descriptionCodec,
} from '../../../proto/archives/description.ts'
import { recordTypes } from '../../../proto/archives/messages.ts'
import { messageType } from '../../../proto/codec.ts'
import type { LamportClock } from './clock.ts'
import type { Communities, Community } from './communities.ts'
import type { Database } from './database.ts'
import type { Descriptions } from './descriptions.ts'
import { attempt, type Opened, wrap } from './envelope.ts'
import type { Outbox } from './outbox.ts'
import { controlShard, topicsOf } from './topics.ts'

interface Request {
  clock: bigint
  community_id: Uint8Array
}

interface Response extends Request {
  community?: Description
  accepted: boolean
  cid: string
}

const of62 = <T extends object>(name: string) =>
  messageType<T>('payloads/all.proto', `status62.${name}`)
const requestCodec = of62<Request>('CommunityRequestToJoin')
const cancelCodec = of62<Request>('CommunityCancelRequestToJoin')
const leaveCodec = of62<Request>('CommunityRequestToLeave')
const responseCodec = of62<Response>('CommunityRequestToJoinResponse')

/** What membership needs of the node. */
export interface MembershipParts {
  readonly database: Database
  readonly communities: Communities
  readonly clock: LamportClock
  readonly descriptions: Descriptions
  readonly outbox: Outbox
  /** The node's own key, for what it asks as a user. */
  readonly privateKey: Uint8Array
  /** The index announced last, if there is one. */
  readonly newestIndex: (communityId: string) => string | undefined
  /** An index that the control node told of in its response (62, CommunityRequestToJoinResponse). */
  readonly toldOf: (communityId: string, clock: bigint, cid: string, now: number) => void
}

/** How users become and cease to be members (56, "Community Management"): both sides of it. */
export class Membership {
  readonly #parts: MembershipParts

  constructor(parts: MembershipParts) {
    this.#parts = parts
  }

  /** Asks to join, to cancel that or to leave. Returns the clock of the request. */
  ask(id: string, what: 'join' | 'cancel' | 'leave', now: number): bigint {
    const { clock, privateKey } = this.#parts
    const next = clock.next(now)
    const request = { clock: next, community_id: Buffer.from(id, 'hex') }
    const [type, codec] = {
      join: [recordTypes.COMMUNITY_REQUEST_TO_JOIN, requestCodec] as const,
      cancel: [recordTypes.COMMUNITY_CANCEL_REQUEST_TO_JOIN, cancelCodec] as const,
      leave: [recordTypes.COMMUNITY_REQUEST_TO_LEAVE, leaveCodec] as const,
    }[what]
    this.#send(id, privateKey, type, codec.encode(request), now)
    return next
  }

  /** Takes a request or a response from the network. */
  receive(community: Community, opened: Opened, now: number): void {
    if (community.privateKey) this.#receiveRequest(community.id, opened, now)
    else if (opened.type === recordTypes.COMMUNITY_REQUEST_TO_JOIN_RESPONSE)
      this.#receiveResponse(community.id, opened, now)
  }

  pending(id: string): { member: string; clock: bigint }[] {
    return this.#parts.database
      .all('select * from requests where community = ? order by member', id)
      .map((row) => ({ member: row.member as string, clock: BigInt(row.clock as string) }))
  }

  accept(id: string, member: string, now: number): void {
    const { clock, communities, descriptions, newestIndex } = this.#parts
    if (!this.pending(id).some((request) => request.member === member))
      throw new Error(`expected a pending request of ${member}, there is none`)
    this.#forget(id, member)
    descriptions.change(id, now, ({ members }) => members.set(`0x${member}`, {}))
    const response = responseCodec.encode({
      clock: clock.next(now),
      community: descriptions.of(id),
      accepted: true,
      community_id: Buffer.from(id, 'hex'),
      cid: newestIndex(id) ?? '',
    })
    const { privateKey } = communities.get(id)
    const type = recordTypes.COMMUNITY_REQUEST_TO_JOIN_RESPONSE
    if (privateKey) this.#send(id, privateKey, type, response, now)
  }

  reject(id: string, member: string): void {
    this.#forget(id, member)
  }

  ban(id: string, member: string, now: number): void {
    this.#forget(id, member)
    this.#parts.descriptions.change(id, now, (description) => {
      description.members.delete(`0x${member}`)
      if (!description.ban_list.includes(`0x${member}`)) description.ban_list.push(`0x${member}`)
    })
  }

  #receiveRequest(id: string, { signer, type, payload }: Opened, now: number): void {
    const codec = {
      [recordTypes.COMMUNITY_REQUEST_TO_JOIN]: requestCodec,
      [recordTypes.COMMUNITY_CANCEL_REQUEST_TO_JOIN]: cancelCodec,
      [recordTypes.COMMUNITY_REQUEST_TO_LEAVE]: leaveCodec,
    }[type]
    const read = codec && attempt(() => codec.decode(payload))
    if (!read || Buffer.from(read.community_id).toString('hex') !== id) return
    this.#parts.clock.observe(read.clock)
    if (type === recordTypes.COMMUNITY_REQUEST_TO_LEAVE) this.#remove(id, signer, now)
    else if (type === recordTypes.COMMUNITY_CANCEL_REQUEST_TO_JOIN) this.#cancel(id, signer, read)
    else this.#request(id, signer, read)
  }

  #request(id: string, member: string, { clock }: Request): void {
    if (this.#parts.descriptions.of(id).ban_list.includes(`0x${member}`)) return
    const sql = 'insert or replace into requests values (?, ?, ?)'
    this.#parts.database.run(sql, id, member, String(clock))
  }

  /** Ends the request of its sender, if it is the later of the two. */
  #cancel(id: string, member: string, { clock }: Request): void {
    const request = this.pending(id).find((pending) => pending.member === member)
    if (request && clock > request.clock) this.#forget(id, member)
  }

  #remove(id: string, member: string, now: number): void {
    this.#parts.descriptions.change(id, now, ({ members }) => members.delete(`0x${member}`))
  }

  #receiveResponse(id: string, { signer, payload }: Opened, now: number): void {
    const read = attempt(() => responseCodec.decode(payload))
    if (!read?.accepted || !read.community || signer !== id) return
    const { descriptions, toldOf } = this.#parts
    descriptions.adopt(id, read.community, descriptionCodec.encode(read.community))
    if (read.cid !== '') toldOf(id, read.community.archive_clock, read.cid, now)
  }

  #forget(id: string, member: string): void {
    const sql = 'delete from requests where community = ? and member = ?'
    this.#parts.database.run(sql, id, member)
  }

  /** Requests go over the topic of requests, on the shard of control messages (56, "Community Requests"). */
  #send(id: string, key: Uint8Array, type: number, payload: Uint8Array, now: number): void {
    const wire = wrap(id, topicsOf(id).universal, key, type, payload, now)
    this.#parts.outbox.send({ at: now, pubsubTopic: controlShard, wire })
  }
}
