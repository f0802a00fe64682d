import type { Table } from '../../contract/handler.ts'
import type { Instances } from './instances.ts'
import { bytes } from './node-table.ts'

/** Operations of a control node. */
export function controlTable(instances: Instances): Table {
  return {
    'archives.createCommunity': async ({ privateKey, name, archiving }, { instance, now }) => {
      const node = await instances.at(instance, now)
      return { communityId: node.createCommunity(bytes(privateKey), name, now, archiving) }
    },
    'archives.createChannel': async ({ communityId, name }, { instance, now }) => {
      const node = await instances.at(instance, now)
      return { chatId: node.createChannel(communityId, name, now) }
    },
    'archives.rename': async ({ communityId, name }, { instance, now }) => {
      const node = await instances.at(instance, now)
      node.rename(communityId, name, now)
      return {}
    },
    'archives.setArchiving': async ({ communityId, enabled }, { instance, now }) => {
      const { communities } = (await instances.at(instance, now)).parts
      communities.setArchiving(communityId, enabled)
      return {}
    },
    'archives.requests': async ({ communityId }, { instance, now }) => {
      const { membership } = (await instances.at(instance, now)).parts
      const pending = membership.pending(communityId)
      return { requests: pending.map(({ member, clock }) => ({ member, clock: String(clock) })) }
    },
    'archives.accept': async ({ communityId, member }, { instance, now }) => {
      const { membership } = (await instances.at(instance, now)).parts
      membership.accept(communityId, member, now)
      return {}
    },
    'archives.reject': async ({ communityId, member }, { instance, now }) => {
      const { membership } = (await instances.at(instance, now)).parts
      membership.reject(communityId, member)
      return {}
    },
    'archives.ban': async ({ communityId, member }, { instance, now }) => {
      const { membership } = (await instances.at(instance, now)).parts
      membership.ban(communityId, member, now)
      return {}
    },
  }
}
