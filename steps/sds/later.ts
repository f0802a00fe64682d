import { DecodeError } from '../../proto/errors.ts'
import { type SdsMessage, sdsCodecs } from '../../proto/sds.ts'

/** What a message says in the fields of the later text; bytes that are no such message say nothing right. */
export function readLater(hex: string): SdsMessage {
  try {
    return sdsCodecs['2026-04-02'].decode(Buffer.from(hex, 'hex'))
  } catch (cause) {
    if (!(cause instanceof DecodeError)) throw cause
    const messageId = `undecodable: ${cause.message}`
    const entries = [{ messageId }]
    return {
      messageId,
      senderId: '',
      channelId: '',
      causalHistory: entries,
      repairRequest: entries,
    }
  }
}
