import { DecodeError } from '../../../proto/errors.ts'
import { Refused, type Table } from '../../contract/handler.ts'
import { channelTopics } from './archiving.ts'
import { filesBelow } from './files.ts'
import type { Instances } from './instances.ts'
import { topicsOf } from './topics.ts'

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
export const bytes = (text: string): Uint8Array => Buffer.from(text, 'hex')

/** Operations that every node has. */
export function nodeTable(instances: Instances): Table {
  return {
    destroy: (_, { instance }) => {
      instances.destroy(instance)
      return {}
    },
    'archives.create': ({ privateKey, codexUrl, storeUrl }, { instance, now }) => {
      const config = { privateKey: bytes(privateKey), codexUrl, storeUrl }
      return { publicKey: instances.create(instance, config, now).publicKey }
    },
    'archives.advance': async (_, { instance, now }) => {
      await instances.at(instance, now)
      return {}
    },
    'archives.stop': async (_, { instance, now }) => {
      await instances.at(instance, now)
      instances.stop(instance)
      return {}
    },
    'archives.start': async (_, { instance, now }) => {
      await instances.start(instance, now)
      return {}
    },
    'archives.receive': async ({ pubsubTopic, wire }, { instance, now }) => {
      const node = await instances.at(instance, now)
      try {
        node.receive(pubsubTopic, bytes(wire), now)
      } catch (fault) {
        if (fault instanceof DecodeError) throw new Refused('undecodable', fault.message)
        throw fault
      }
      return {}
    },
    'archives.sent': async ({ since }, { instance, now }) => {
      await instances.at(instance, now)
      const sent = instances.outbox(instance).since(since)
      return { messages: sent.map(({ wire, ...rest }) => ({ ...rest, wire: hex(wire) })) }
    },
    'archives.community': async ({ communityId }, { instance, now }) => {
      const { communities } = (await instances.at(instance, now)).parts
      const { privateKey, name } = communities.get(communityId)
      return {
        controlNode: privateKey !== undefined,
        name,
        channelTopics: channelTopics(communityId),
        specialTopic: topicsOf(communityId).special,
        chatIds: communities.channels(communityId).map(({ chatId }) => chatId),
      }
    },
    'archives.messages': async ({ communityId }, { instance, now }) => {
      const { chat } = (await instances.at(instance, now)).parts
      const messages = chat
        .all(communityId)
        .map(({ messageId, chatId, at, clock, author, text }) => {
          return { messageId, chatId, at, clock: String(clock), author, text }
        })
      return { messages }
    },
    'archives.post': async ({ communityId, chatId, text }, { instance, now }) => {
      const node = await instances.at(instance, now)
      return { messageId: node.post(communityId, chatId, text, now) }
    },
    'archives.wakuMessages': async ({ communityId }, { instance, now }) => {
      const { messages } = (await instances.at(instance, now)).parts
      return { messages: messages.all(communityId).map(hex) }
    },
    'archives.files': async (_, { instance, now }) => {
      const { archiveFolder } = await instances.at(instance, now)
      return { files: filesBelow(archiveFolder) }
    },
    'archives.subscriptions': async (_, { instance, now }) => {
      const node = await instances.at(instance, now)
      return { topics: node.subscriptions() }
    },
  }
}
