import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import type { CallContext, Table } from '../../contract/handler.ts'
import { Refused } from '../../contract/handler.ts'
import { perform } from './acts.ts'
import { chatOf } from './chats.ts'
import { contactOf, isVerified, sendDueUpdates } from './contacts.ts'
import { ingest, prepare } from './media.ts'
import { join, newNode, relay } from './nodes.ts'
import type { Profile } from './profile.ts'
import { receive } from './receiving.ts'
import { send } from './sending.ts'
import type { NodeState } from './state.ts'
import { shown } from './timeline.ts'
import { view } from './view.ts'

/** The operations of nodes, one node an instance, and those of media. */
export function nodeTable(profile: Profile, nodes: Map<string, NodeState>): Table {
  const at = ({ instance }: CallContext): NodeState => {
    const node = nodes.get(instance)
    if (node === undefined) throw new Error(`expected payloads.create for ${instance} first`)
    return node
  }
  return {
    'payloads.create': ({ privateKey, seed, ens = {} }, { instance, now }) => {
      nodes.set(instance, newNode(privateKey, seed, now, ens))
      return {}
    },
    'payloads.restart': (_, call) => {
      nodes.set(call.instance, structuredClone(at(call)))
      return {}
    },
    'payloads.join': (chat, call) => join(at(call), profile, call.now, chat),
    'payloads.send': ({ chatId, record, value }, call) =>
      send(at(call), profile, call.now, chatId, record, value),
    'payloads.act': ({ act }, call) => {
      perform(at(call), profile, call.now, act)
      return {}
    },
    'payloads.drain': (_, call) => {
      const node = at(call)
      sendDueUpdates(node, profile, call.now)
      const items = node.outbox.map(({ bytes, ...item }) => ({ ...item, bytes: bytesToHex(bytes) }))
      node.outbox = []
      return { items }
    },
    'payloads.receive': ({ bytes, record, transportTime, transportAuthor }, call) =>
      receive(at(call), profile, {
        bytes: hexToBytes(bytes),
        record,
        transportTime,
        transportAuthor,
      }),
    'payloads.view': ({ chatId }, call) => {
      const chat = chatOf(at(call), chatId)
      return { clock: chat.clock.toString(), messages: shown(chat).map(view) }
    },
    'payloads.chats': (_, call) => ({ chatIds: [...at(call).chats.keys()] }),
    'payloads.group': ({ chatId }, call) => {
      const group = at(call).groups.get(chatId)
      if (group === undefined) throw new Refused('no-chat', `there is no group ${chatId}`)
      const { name, color, members, admins } = group
      return { name, color, members: [...members.keys()], admins: [...admins] }
    },
    'payloads.contact': ({ publicKey }, call) => {
      const node = at(call)
      const { ensName, profileImage } = contactOf(node, publicKey)
      return { ensName, ensVerified: isVerified(node, publicKey), profileImage }
    },
    'payloads.relay': ({ messageId }, call) => ({ bytes: bytesToHex(relay(at(call), messageId)) }),
    'payloads.ingest': ({ kind, type, payload }) => ({
      stored: bytesToHex(ingest(kind, type, hexToBytes(payload))),
    }),
    'payloads.prepare': ({ kind, file, durationMs }) => {
      const { type, payload } = prepare(kind, hexToBytes(file))
      return { type, payload: bytesToHex(payload), ...(durationMs !== undefined && { durationMs }) }
    },
  }
}
