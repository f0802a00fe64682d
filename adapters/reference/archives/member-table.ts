import { Refused, type Table } from '../../contract/handler.ts'
import type { Instances } from './instances.ts'
import { bytes } from './node-table.ts'

/** Operations of a member of a community. */
export function memberTable(instances: Instances): Table {
  return {
    'archives.join': async ({ communityId, description }, { instance, now }) => {
      const node = await instances.at(instance, now)
      node.join(communityId, bytes(description), now)
      await node.advance(now)
      return {}
    },
    'archives.leave': async ({ communityId }, { instance, now }) => {
      const node = await instances.at(instance, now)
      node.leave(communityId, now)
      return {}
    },
    'archives.requestToJoin': async ({ communityId }, { instance, now }) => {
      const { membership } = (await instances.at(instance, now)).parts
      membership.ask(communityId, 'join', now)
      return {}
    },
    'archives.cancelRequest': async ({ communityId }, { instance, now }) => {
      const { membership } = (await instances.at(instance, now)).parts
      membership.ask(communityId, 'cancel', now)
      return {}
    },
    'archives.setDownload': async ({ communityId, choice }, { instance, now }) => {
      const { communities } = (await instances.at(instance, now)).parts
      const range = choice.option === 'range' && {
        from: BigInt(choice.from),
        to: BigInt(choice.to),
      }
      communities.setDownload(
        communityId,
        range ? { option: 'range', ...range } : { option: choice.option as 'all' },
      )
      return {}
    },
    'archives.seedMessages': async ({ communityId, messages }, { instance, now }) => {
      const node = await instances.at(instance, now)
      node.seed(communityId, messages)
      return {}
    },
    'archives.knownKeys': async ({ communityId }, { instance, now }) => {
      const { importing } = (await instances.at(instance, now)).parts
      return { keys: importing.knownKeys(communityId) }
    },
    'archives.sendToSpecial': async ({ communityId, type, payload }, { instance, now }) => {
      const node = await instances.at(instance, now)
      if (!node.sendToSpecial(communityId, type, bytes(payload), now))
        throw new Refused('forbidden', 'only the control node posts to the special channel')
      return {}
    },
  }
}
