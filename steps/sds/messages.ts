import { DecodeError } from '../../proto/errors.ts'
import { decodeMessage, encodeMessage, type SdsMessage, sdsCodecs } from '../../proto/sds.ts'
import { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import type { Rewriting } from './rewriting.ts'

/** A message of the scenario: its bytes, and what an SDS decoder that is not the client's reads in them. */
export interface Labelled {
  readonly label: string
  readonly wire: Observed<string>
  readonly message: Observed<SdsMessage>
  /** Content that a participant was asked to send, hex. */
  readonly content?: string
  /** Message id that the client answered when it sent it. */
  readonly told?: string
  /** The bytes are no message. */
  readonly isBroken?: true
}

/** The messages of one scenario by their labels, whoever made them. */
export class Messages {
  readonly #world: World
  readonly #byLabel = new Map<string, Labelled>()
  readonly #labels = new Map<string, string>()
  readonly #nonce: string

  constructor(world: World) {
    this.#world = world
    // Long, so that an id which is cut somewhere on its way is another id.
    this.#nonce = world.dice.hex(16)
  }

  get all(): readonly Labelled[] {
    return [...this.#byLabel.values()]
  }

  get(label: string): Labelled {
    const found = this.#byLabel.get(label)
    if (!found)
      throw new Error(`the scenario has no message "${label}" yet: send or craft it first`)
    return found
  }

  /** The id behind a label; one that no message has stands for an id that nobody knows. */
  id(label: string): string {
    return this.#byLabel.get(label)?.message.value.messageId ?? this.freshId(label)
  }

  /** An id of this run that sorts among its like as the label does. */
  freshId(label: string): string {
    const id = `${this.#nonce}${label}`
    this.#labels.set(id, label)
    return id
  }

  /** The label under which a message is shown: a copy is shown under that of its original. */
  shown(label: string): string {
    return this.labelOf(this.id(label))
  }

  labelOf(id: string): string {
    return this.#labels.get(id) ?? id
  }

  /** Takes in what a client broadcast. Undecodable bytes are a deviation of the client. */
  sent(label: string, wire: Observed<string>, content?: string, told?: string): Labelled {
    const message = this.read(`the bytes broadcast as "${label}"`, wire)
    return this.#keep({
      label,
      wire,
      message: wire.map(() => message),
      ...(content !== undefined && { content }),
      ...(told !== undefined && { told }),
    })
  }

  /** Decodes what a client broadcast. Undecodable bytes are a deviation of the client. */
  read(subject: string, { value, call }: Observed<string>): SdsMessage {
    try {
      return decodeMessage(Buffer.from(value, 'hex'))
    } catch (fault) {
      if (!(fault instanceof DecodeError)) throw fault
      const wanted = 'a Message of the wire protocol'
      const bytes = { got: value }
      return this.#world.fail({
        kind: 'deviation',
        subject,
        wanted,
        got: fault.message,
        call,
        bytes,
      })
    }
  }

  /** A message made by the suite; `rewrite`: in other bytes that say the same. */
  crafted(label: string, message: SdsMessage, rewrite: Rewriting = (hex) => hex): Labelled {
    const encode = isLater(message) ? sdsCodecs['2026-04-02'].encode : encodeMessage
    const wire = new Observed(rewrite(Buffer.from(encode(message)).toString('hex')), -1)
    return this.#keep({ label, wire, message: wire.map(() => message) })
  }

  /** Bytes of the suite that are no message: whether a client says so or stays silent is its affair. */
  broken(label: string, hex: string): Labelled {
    const wire = new Observed(hex, -1)
    const message = { messageId: label, senderId: '', channelId: '', causalHistory: [] }
    return this.#keep({ label, wire, message: wire.map(() => message), isBroken: true })
  }

  #keep(labelled: Labelled): Labelled {
    this.#byLabel.set(labelled.label, labelled)
    // A copy shares the id of its original, and is shown under the original's label.
    const { messageId } = labelled.message.value
    if (!this.#labels.has(messageId)) this.#labels.set(messageId, labelled.label)
    return labelled
  }
}

/** Whether it has fields of SDS-R. */
function isLater({ causalHistory, repairRequest }: SdsMessage): boolean {
  return repairRequest !== undefined || causalHistory.some(({ senderId }) => senderId !== undefined)
}
