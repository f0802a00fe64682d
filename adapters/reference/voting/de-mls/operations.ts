import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import type { Channel } from '../../../contract/de-mls.ts'
import type { Table } from '../../../contract/handler.ts'
import type { VotingProfile } from '../profile.ts'
import { frameProposal, unframe } from './frame.ts'
import { payloadOf } from './motion.ts'
import { Node } from './node.ts'
import { announceMs, type DeMlsProfile, proposalsPerEpoch, voteMs } from './profile.ts'

/** The capabilities that the reference has in de-MLS, as it reads the text. */
export function deMlsCapabilities({ credential, mlsProposals, layout }: DeMlsProfile): string[] {
  return [
    'voting.announcements',
    'voting.multi-steward',
    'voting.two-consensuses',
    'voting.proposal-limit',
    ...(credential === 'signed-owner' ? ['voting.signed-credentials'] : []),
    ...(mlsProposals === 'by-reference' ? ['voting.by-reference'] : []),
    ...(layout === 'de-mls' ? ['voting.de-mls-votes'] : []),
    'voting.frame',
  ]
}

/** What the reference declares, by the keys of the readings. */
export function deMlsReadings({ credential, ownerBinding }: DeMlsProfile) {
  return { 'voting.credential': credential, 'voting.ownerBinding': ownerBinding }
}

export const deMlsSettings = {
  'voting.voteMs': voteMs,
  'voting.announceMs': announceMs,
  'voting.proposalsPerEpoch': proposalsPerEpoch,
}

/** The operations of de-MLS, on nodes that read the texts as the profiles say. */
export function deMlsTable(voting: VotingProfile, profile: DeMlsProfile) {
  const nodes = new Map<string, Node>()
  const node = (instance: string): Node => {
    const found = nodes.get(instance)
    if (!found) throw new Error(`no node ${instance}: call demls.create first`)
    return found
  }
  const sent = (channel: Channel, wires: readonly (Uint8Array | undefined)[]) =>
    wires.flatMap((wire) => (wire ? [{ channel, wire: bytesToHex(wire) }] : []))

  return {
    destroy: (_, { instance }) => {
      nodes.delete(instance)
      return {}
    },
    'demls.create': async ({ privateKey, seed }, { instance }) => {
      const made = await Node.create(hexToBytes(privateKey), hexToBytes(seed), voting, profile)
      nodes.set(instance, made)
      const { memberId } = made.account
      return { memberId, owner: memberId }
    },
    'demls.createGroup': async ({ groupId, stewards, voters }, { instance, now }) => {
      const founder = node(instance)
      const own = founder.account.memberId
      if (stewards && !stewards.includes(own))
        throw new Error(`expected the founder ${own} among the stewards, got ${stewards.join()}`)
      await founder.found(groupId, { stewards: stewards ?? [own], voters: voters ?? 'members' })
      return { sends: sent('announcement', founder.announcements(now)) }
    },
    'demls.tick': (_, { instance, now }) => ({
      sends: sent('announcement', node(instance).announcements(now)),
    }),
    'demls.requestJoin': async ({ groupId }, { instance }) => ({
      sends: sent('key-package', [await node(instance).requestJoin(groupId)]),
    }),
    'demls.propose': async ({ groupId, change, vote, livenessYes }, { instance, now }) => {
      const member = node(instance).member(groupId)
      const { proposalId, wire } = await member.propose(change, vote, livenessYes, now)
      return { proposalId, sends: sent('group', [wire]) }
    },
    'demls.vote': async ({ groupId, proposalId, vote }, { instance, now }) => ({
      sends: sent('group', [await node(instance).member(groupId).vote(proposalId, vote, now)]),
    }),
    'demls.runSteward': async ({ groupId }, { instance, now }) => {
      const { group, welcome } = await node(instance).member(groupId).runSteward(now)
      return { sends: [...sent('group', group), ...sent('welcome', [welcome])] }
    },
    'demls.send': async ({ groupId, content }, { instance }) => ({
      sends: sent('group', [await node(instance).member(groupId).send(hexToBytes(content))]),
    }),
    'demls.deliver': async ({ channel, wire }, { instance, now }) => {
      const bytes = hexToBytes(wire)
      if (channel === 'announcement') node(instance).hearAnnouncement(bytes)
      const said = channel === 'announcement' ? undefined : await node(instance).hear(bytes, now)
      return { sends: [], delivered: said ? [said] : [] }
    },
    'demls.state': ({ groupId }, { instance, now }) =>
      node(instance).known(groupId)?.view(now) ?? { role: 'node' },
    'demls.frame': ({ proposal }) => ({ data: bytesToHex(frameProposal(hexToBytes(proposal))) }),
    'demls.unframe': ({ data }) => {
      const inside = unframe(hexToBytes(data))
      return 'proposal' in inside ? { proposal: bytesToHex(inside.proposal) } : {}
    },
    'demls.payload': ({ change, keyPackage }) => ({
      payload: payloadOf(keyPackage === undefined ? { change } : { change, keyPackage }),
    }),
  } satisfies Table
}
