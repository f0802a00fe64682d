import { recordTypes, type WakuMessage, wakuMessage } from '../../proto/archives/messages.ts'
import type { Client, Published } from './client.ts'
import { opened, type Record, unwrap } from './craft.ts'
import type { Scene } from './scene.ts'
import { attempt } from './shelf.ts'
import { keyOf } from './topics.ts'

/** A message that a client published, opened as far as it can be. */
export interface Opened {
  readonly published: Published
  readonly message?: WakuMessage
  readonly record?: Record
  /** Whether the key of community chats opened it, that of descriptions, or the payload lies open. */
  readonly with?: 'chat' | 'description' | 'nothing'
}

/** Everything that a client published, in order. */
export function openAll(scene: Scene, client: Client): Opened[] {
  return client.sent.map((published) => openOne(scene, published))
}

function openOne(scene: Scene, published: Published): Opened {
  const message = attempt(() => wakuMessage.decode(Buffer.from(published.wire, 'hex')))
  if (!message) return { published }
  const clear = unwrap(message.payload)
  if (clear?.signer !== undefined) return { published, message, record: clear, with: 'nothing' }
  for (const { id } of scene.communities) {
    for (const use of ['chat', 'description'] as const) {
      const content = opened(message, keyOf(id, use), scene.layers)
      const record = content && unwrap(content)
      if (record) return { published, message, record, with: use }
    }
  }
  return { published, message }
}

export type RecordName = keyof typeof recordTypes

/** What a client published of one kind of record, signed by its user or with the key of a community that it owns. */
export function ofType(scene: Scene, client: Client, name: RecordName): Opened[] {
  const owned = scene.communities.filter(({ ofClient }) => ofClient).map(({ id }) => id)
  const signers = [scene.people.get(client.name).publicKey, ...owned]
  return openAll(scene, client).filter(
    ({ record }) =>
      record?.type === recordTypes[name] && signers.includes(record.signer ?? 'nobody'),
  )
}

/** The client whose act the scenario is about: the one that has published something last. */
export function actor(scene: Scene): Client {
  const client = scene.clients.findLast(({ sent }) => sent.length > 0) ?? scene.clients.at(-1)
  if (!client) throw new Error('nobody takes part in the scenario yet: add a Given')
  return client
}
