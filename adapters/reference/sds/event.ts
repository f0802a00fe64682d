/** What the application sees, in the order in which it happened. */
export type SdsEvent =
  | { readonly type: 'delivered'; readonly messageId: string; readonly content: Uint8Array }
  | { readonly type: 'acknowledged'; readonly messageId: string }
  | { readonly type: 'possiblyAcknowledged'; readonly messageId: string }
  /** Dependencies of a message that was just put in the incoming buffer. */
  | { readonly type: 'missing'; readonly messageIds: readonly string[] }
  | { readonly type: 'lost'; readonly messageIds: readonly string[] }
  | { readonly type: 'syncReceived'; readonly messageId: string }
