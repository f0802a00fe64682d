/*
What the shim uses of @waku/sds, alike in 0.0.7 and 0.0.8; the package is installed by
`npm run clients:build` only, so its own types cannot be imported here. Some of these members are
`private` to TypeScript: the library has no other way to look at a participant's state.
*/

export interface HistoryEntry {
  messageId: string
  retrievalHint?: Uint8Array
}

export interface Message {
  messageId: string
  /** number in 0.0.7, bigint in 0.0.8. */
  lamportTimestamp?: number | bigint
  content?: Uint8Array
  encode(): Uint8Array
}

interface Sent {
  success: boolean
  retrievalHint?: Uint8Array | undefined
}

export interface MessageChannel extends EventTarget {
  pushOutgoingMessage(content: Uint8Array, send: (message: Message) => Promise<Sent>): void
  pushOutgoingEphemeralMessage(
    content: Uint8Array,
    send: (message: Message) => Promise<boolean>,
  ): Promise<void>
  pushOutgoingSyncMessage(send: (message: Message) => Promise<boolean>): Promise<boolean>
  pushIncomingMessage(message: Message, retrievalHint: Uint8Array | undefined): void
  processTasks(): Promise<void>
  sweepIncomingBuffer(): HistoryEntry[]
  sweepOutgoingBuffer(): { unacknowledged: Message[]; possiblyAcknowledged: Message[] }
  lamportTimestamp: number | bigint
  localHistory: { slice(): Message[] }
  incomingBuffer: Message[]
  /** Of 0.0.8, where repairs are enabled. */
  sweepRepairIncomingBuffer(): Promise<Message[]>
  repairManager?: {
    outgoingBuffer: { getItems(): { entry: HistoryEntry; tReq: number }[] }
    incomingBuffer: { getItems(): { entry: HistoryEntry; tResp: number }[] }
  }
}

export interface MessageChannelOptions {
  causalHistorySize?: number | undefined
  timeoutForLostMessagesMs?: number | undefined
  possibleAcksThreshold?: number | undefined
  enableRepair: boolean
  repairConfig?: { tMin?: number; tMax?: number; numResponseGroups?: number }
}

export interface Sds {
  MessageChannel: new (
    channelId: string,
    senderId: string,
    options: MessageChannelOptions,
  ) => MessageChannel
  Message: { decode(bytes: Uint8Array): Message | undefined }
}
