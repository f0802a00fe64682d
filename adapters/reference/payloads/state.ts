import type { ChatKind } from './numbers.ts'
import type { ChatMessage, EditMessage } from './shapes.ts'

/*
All that a node stores, as plain data: a restart keeps it and nothing else. Public keys are
uncompressed hex.
*/

export interface ChatEntry {
  readonly messageId: string
  readonly author: string
  readonly message: ChatMessage
}

/** One chat and what was said in it. */
export interface Chat {
  /** As the node knows it; on the wire it is the same. */
  readonly id: string
  readonly kind: ChatKind
  /** Highest clock that was sent or accepted here; 0 while there is none. */
  clock: bigint
  readonly messages: Map<string, ChatEntry>
  /** By target, whether it has arrived or not. */
  readonly edits: Map<string, { readonly author: string; readonly edit: EditMessage }[]>
  /** Authors who deleted a message, by target. */
  readonly deletions: Map<string, Set<string>>
  readonly pins: Map<string, { readonly clock: bigint; readonly pinned: boolean }>
  /** By target, then by author and type. */
  readonly reactions: Map<string, Map<string, Reaction>>
}

export interface Reaction {
  readonly author: string
  readonly type: number
  readonly clock: bigint
  readonly retracted: boolean
}

/** A private group: who is in it, and what it looks like. */
export interface Group {
  name: string
  color: string
  /** In the order in which they were added; the value tells whether they have joined. */
  readonly members: Map<string, boolean>
  readonly admins: Set<string>
}

export interface Contact {
  added: boolean
  clock: bigint
  ensName: string
  profileImage: string
}

export interface Community {
  /** Set where this node is the control node. */
  readonly privateKey?: string
  clock: bigint
  readonly members: Set<string>
  /** Channel id and the time of its first message in milliseconds, 0 while there is none. */
  readonly channels: Map<string, number>
  /** The latest index of archives. */
  cid: string
}

/** A record on its way to the network. */
export interface Item {
  readonly bytes: Uint8Array
  readonly record: string
  readonly to: { readonly kind: Destination; readonly id: string }
}
export type Destination = 'public' | 'private' | 'group' | 'community' | 'devices'

export interface NodeState {
  readonly privateKey: string
  readonly publicKey: string
  readonly installationId: string
  /** What the name service says: name to public key. */
  readonly ens: Readonly<Record<string, string>>
  readonly chats: Map<string, Chat>
  readonly groups: Map<string, Group>
  readonly contacts: Map<string, Contact>
  /** By id: the compressed public key, hex. */
  readonly communities: Map<string, Community>
  /** Wrappers as received or sent, by message id. */
  readonly wrappers: Map<string, { readonly bytes: Uint8Array; readonly deniable: boolean }>
  readonly profile: { ensName: string; image: Uint8Array }
  paired: boolean
  /** When the next ContactUpdate to all contacts is due, Unix epoch milliseconds. */
  updateDue: number
  outbox: Item[]
}
