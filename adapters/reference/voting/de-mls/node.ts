import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { type CiphersuiteImpl, createGroup, type Welcome } from 'ts-mls'
import { ciphersuite } from '../../../../proto/mls/ciphersuite.ts'
import { ownerOf } from '../../../../proto/vote-signature.ts'
import { Refused } from '../../../contract/handler.ts'
import { Dice } from '../dice.ts'
import type { VotingProfile } from '../profile.ts'
import { decodeAnnouncement, encodeAnnouncement } from './announcement.ts'
import { KeyPackages } from './key-packages.ts'
import { type Account, Member, type Said } from './member.ts'
import { decodeMessage } from './messages.ts'
import { clientConfig, MlsGroup } from './mls-group.ts'
import { OwnKeyPackages } from './own-key-packages.ts'
import { extensionOf, type GroupParameters } from './parameters.ts'
import { announceMs, type DeMlsProfile } from './profile.ts'

/** One peer of the network: its Ethereum account, its key packages, and the groups that it is in. */
export class Node {
  readonly account: Account
  readonly #cs: CiphersuiteImpl
  readonly #own: OwnKeyPackages
  readonly #members = new Map<string, Member>()
  /** Groups heard of. */
  readonly #announced = new Set<string>()
  /** When this node announced a group last. */
  readonly #announcedAt = new Map<string, number>()

  private constructor(account: Account, cs: CiphersuiteImpl, own: OwnKeyPackages) {
    this.account = account
    this.#cs = cs
    this.#own = own
  }

  static async create(
    privateKey: Uint8Array,
    seed: Uint8Array,
    voting: VotingProfile,
    profile: DeMlsProfile,
  ): Promise<Node> {
    const owner = ownerOf(voting, privateKey)
    const dice = new Dice(concatBytes(seed, utf8ToBytes('mls')), owner)
    const cs = ciphersuite(() => dice.bytes())
    const keyPackages = new KeyPackages(cs, profile)
    const memberId = bytesToHex(owner)
    const account = { memberId, privateKey, seed, voting, profile, keyPackages }
    return new Node(account, cs, await OwnKeyPackages.create(account, cs))
  }

  /** Founds a group with this node as its only member (Single steward, 1). */
  async found(groupId: string, parameters: GroupParameters): Promise<void> {
    if (this.#members.has(groupId)) throw new Refused('exists', 'this node knows the group')
    const { publicPackage, privatePackage } = await this.#own.fresh()
    const state = await createGroup(
      hexToBytes(groupId),
      publicPackage,
      privatePackage,
      [extensionOf(parameters)],
      this.#cs,
      clientConfig(this.account.profile),
    )
    this.#enter(groupId, state)
  }

  /** A fresh key package for a group that was announced (Single steward, 3), as an MLSMessage. */
  async requestJoin(groupId: string): Promise<Uint8Array> {
    const member = this.#members.get(groupId)
    if (member && !member.removed) throw new Refused('member', 'this node is in the group')
    if (!this.#announced.has(groupId))
      throw new Refused('no-announcement', 'no announcement of the group has come')
    return this.#own.offer()
  }

  /** Announcements that are due of the groups that it is steward of (Single steward, 2). */
  announcements(now: number): Uint8Array[] {
    return [...this.#members].flatMap(([groupId, member]) => {
      const last = this.#announcedAt.get(groupId)
      if (!member.isSteward || (last !== undefined && now - last < announceMs)) return []
      this.#announcedAt.set(groupId, now)
      const steward = hexToBytes(this.account.memberId)
      const told = { groupId: hexToBytes(groupId), steward, at: now }
      return [encodeAnnouncement(told, this.account.privateKey)]
    })
  }

  hearAnnouncement(wire: Uint8Array): void {
    this.#announced.add(bytesToHex(decodeAnnouncement(wire).groupId))
  }

  /** Takes an MLSMessage. Fails with Refused and without effect. */
  async hear(wire: Uint8Array, now: number): Promise<Said | undefined> {
    const message = decodeMessage(wire)
    switch (message.wireformat) {
      case 'mls_key_package':
        await this.account.keyPackages.keep(message.keyPackage, now)
        return undefined
      case 'mls_welcome':
        await this.#join(message.welcome)
        return undefined
      case 'mls_private_message': {
        const { groupId, epoch, contentType } = message.privateMessage
        const member = this.#at(groupId, epoch)
        if (contentType === 'application') return member.hear(message, now)
        await member.follow(message, now)
        return undefined
      }
      case 'mls_public_message': {
        const { groupId, epoch } = message.publicMessage.content
        await this.#at(groupId, epoch).follow(message, now)
        return undefined
      }
      default:
        throw new Refused('malformed', `no use for ${message.wireformat}`)
    }
  }

  /** This node in a group. Fails with Refused where it is not in it. */
  member(groupId: string): Member {
    const member = this.#members.get(groupId)
    if (!member || member.removed) throw new Refused('not-member', 'this node is not in the group')
    return member
  }

  /** Also where it was removed. */
  known(groupId: string): Member | undefined {
    return this.#members.get(groupId)
  }

  /** What is sent in one epoch is for that epoch: nothing of another has an effect (AMB-68). */
  #at(groupId: Uint8Array, epoch: bigint): Member {
    const member = this.member(bytesToHex(groupId))
    if (epoch !== member.epoch)
      throw new Refused('epoch', `a message of epoch ${epoch} in epoch ${member.epoch}`)
    return member
  }

  /** Enters a group by the welcome that goes with the commit (Creating welcome message). */
  async #join(welcome: Welcome): Promise<void> {
    const state = await this.#own.open(welcome)
    if (!state) throw new Refused('not-for-me', 'the welcome is for other nodes')
    this.#enter(bytesToHex(state.groupContext.groupId), state)
  }

  #enter(groupId: string, state: ConstructorParameters<typeof MlsGroup>[0]): void {
    const mls = new MlsGroup(state, this.#cs, this.account.profile)
    this.#members.set(groupId, new Member(this.account, mls))
  }
}
