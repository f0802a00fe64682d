import { hexToBytes } from '@noble/hashes/utils.js'
import type { Act } from '../../contract/payloads-acts.ts'
import * as communities from './communities.ts'
import { addContact, setProfile } from './contacts.ts'
import { describeDevice } from './devices.ts'
import type { Profile } from './profile.ts'
import type { NodeState } from './state.ts'

/** Does what a user does besides sending. */
export function perform(node: NodeState, profile: Profile, now: number, act: Act): void {
  switch (act.action) {
    case 'addContact':
      return addContact(node, profile, now, act.publicKey)
    case 'setProfile': {
      const image = act.image === undefined ? undefined : hexToBytes(act.image)
      return setProfile(node, profile, now, act.ensName, image)
    }
    case 'pairDevice':
      node.paired = true
      return
    case 'describeDevice':
      return describeDevice(node, profile, now, act.name, act.deviceType)
    case 'createCommunity':
      return communities.createCommunity(node, act.privateKey, act.channelIds)
    case 'publishCommunity':
      return communities.publish(node, profile, now, act.communityId)
    case 'requestToJoin':
      return communities.requestToJoin(node, profile, now, act.communityId, act.accounts)
    case 'answerRequest':
      return communities.answerRequest(
        node,
        profile,
        now,
        act.communityId,
        act.publicKey,
        act.accept,
      )
    case 'leaveCommunity':
      return communities.leaveCommunity(node, profile, now, act.communityId)
    case 'announceArchive':
      return communities.announceArchive(node, profile, now, act.communityId, act.indexCid)
  }
}
