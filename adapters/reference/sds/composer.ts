import type { HistoryEntry, SdsMessage } from '../../../proto/sds.ts'
import type { BloomFilter } from './bloom.ts'
import type { Dice } from './dice.ts'
import type { ContentMessage, EphemeralMessage, SyncMessage } from './kind.ts'
import type { LamportClock } from './lamport.ts'
import type { Log } from './log.ts'
import { messageIdOf } from './message-id.ts'

/** What a message says of its sender and of the sender's state. */
export interface Sender {
  readonly participantId: string
  readonly channelId: string
  readonly clock: LamportClock
  readonly log: Log
  readonly filter: BloomFilter
  readonly dice: Dice
  readonly causalHistorySize: number
}

type Unidentified<M> = Omit<M, 'messageId'>

/** Makes the messages of one participant (SDS, Message and Send Message). */
export class Composer {
  readonly #sender: Sender

  constructor(sender: Sender) {
    this.#sender = sender
  }

  content(content: Uint8Array): ContentMessage {
    requireContent(content)
    return this.#identify({ ...this.#common(), ...this.#ordering(), content })
  }

  /** "MUST be sent with empty content", and otherwise as regular messages are. */
  sync(): SyncMessage {
    return this.#identify({ ...this.#common(), ...this.#ordering() })
  }

  /** "SHOULD be sent with `lamport_timestamp`, `causal_history`, and `bloom_filter` unset" */
  ephemeral(content: Uint8Array): EphemeralMessage {
    requireContent(content)
    return this.#identify({ ...this.#common(), content })
  }

  #common() {
    const { participantId, channelId } = this.#sender
    return { senderId: participantId, channelId, causalHistory: [] as HistoryEntry[] }
  }

  #ordering() {
    return {
      lamportTimestamp: this.#sender.clock.increment(),
      causalHistory: this.#precedingEntries(),
      bloomFilter: this.#sender.filter.encode(),
    }
  }

  /** "the preceding few message IDs in the local history", oldest first (AMB-08, AMB-09) */
  #precedingEntries(): HistoryEntry[] {
    return this.#sender.log
      .tail(this.#sender.causalHistorySize)
      .map(({ messageId, retrievalHint }) =>
        retrievalHint === undefined ? { messageId } : { messageId, retrievalHint },
      )
  }

  #identify<M extends Unidentified<SdsMessage>>(message: M): M & { messageId: string } {
    return { ...message, messageId: messageIdOf(message, this.#sender.dice.bytes()) }
  }
}

/** An empty content message cannot be expressed: it would be read as a sync message (AMB-47). */
function requireContent(content: Uint8Array): void {
  if (content.length === 0) throw new RangeError('expected content to send, got no bytes')
}
