/*
What kind of message it is. The kind is not written in a message; it follows from which fields are
set (readings/sds.md, "Message kinds"): presence of the timestamp counts, not its value.
*/
import type { SdsMessage } from '../../../proto/sds.ts'

/** A message of the application that is kept in the log. */
export type ContentMessage = SdsMessage & { lamportTimestamp: bigint; content: Uint8Array }
/** A periodic sync message. */
export type SyncMessage = SdsMessage & { lamportTimestamp: bigint }
/** A message of the application without reliability. */
export type EphemeralMessage = SdsMessage & { content: Uint8Array }

export function isContent(message: SdsMessage): message is ContentMessage {
  return hasTimestamp(message) && hasContent(message)
}

export function isSync(message: SdsMessage): message is SyncMessage {
  return hasTimestamp(message) && !hasContent(message)
}

/** Also where it carries a causal history, which is then ignored (AMB-45). */
export function isEphemeral(message: SdsMessage): message is EphemeralMessage {
  return !hasTimestamp(message) && hasContent(message)
}

function hasTimestamp(message: SdsMessage): boolean {
  return message.lamportTimestamp !== undefined
}

/** Unset and zero length are both empty (AMB-12). */
function hasContent(message: SdsMessage): boolean {
  return message.content !== undefined && message.content.length > 0
}
