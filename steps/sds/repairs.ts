import type { HistoryEntry } from '../../proto/sds.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { Channel } from './channel.ts'
import { compose } from './composing.ts'
import type { Craft } from './craft.ts'
import { names } from './parameters.ts'
import { Participant } from './participant.ts'

/** How a made message takes part in repairs. */
export interface RepairCraft extends Craft {
  /** Labels in its repair_request; each entry carries the sender of that message, else Zoe. */
  readonly asks?: string
}

export type Part = 'toRequest' | 'toAnswer'

/** What each message has to wait for, by its label, in milliseconds. */
export type Waits = Readonly<Record<string, number>>

/** What one instance of a participant was found to wait for. */
export interface Trial {
  readonly waits: Observed<Waits>
  /** Of how many messages it was asked, or was shown that they are missing. */
  readonly count: number
  /** Its settings: a wait is at least `from`, and less than `to`; milliseconds. */
  readonly from: number
  readonly to: number
}

/** The repairs of one scenario (SDS-R). */
export class Repairs {
  readonly #world: World
  readonly #trials = new Map<string, Trial>()

  constructor(world: World) {
    this.#world = world
  }

  get #channel(): Channel {
    return this.#world.scene(Channel)
  }

  /** An entry with the sender of the message, as participants with repairs write it. */
  entry(label: string, sender = 'Zoe'): HistoryEntry {
    const { messages } = this.#channel
    const senderId =
      messages.all.find((each) => each.label === label)?.message.value.senderId ??
      this.#channel.participantId(sender)
    return { messageId: messages.id(label), senderId }
  }

  /** Makes a message in the name of another participant. */
  craft(row: RepairCraft): void {
    const { after = '', asks = '', message } = row
    const made = {
      ...compose(this.#channel, row),
      causalHistory: names(after).map((label) => this.entry(label)),
    }
    const repairRequest = names(asks).map((label) => this.entry(label))
    this.#channel.messages.crafted(message, {
      ...made,
      ...(repairRequest.length > 0 && { repairRequest }),
    })
  }

  /** What is in a buffer of repairs, with the time from now until its turn. */
  async buffer(name: string, part: Part): Promise<Observed<Waits>> {
    return this.#bufferOf(this.#channel.participant(name), part)
  }

  async #bufferOf(participant: Participant, part: Part): Promise<Observed<Waits>> {
    const { now } = this.#world
    const { messages } = this.#channel
    const held = await participant.state(part)
    return held.map((all) =>
      Object.fromEntries(all.map(({ messageId, at }) => [messages.labelOf(messageId), at - now])),
    )
  }

  /** Another instance of a participant misses `count` messages at once; ids are the same each time. */
  async miss(name: string, count: number, as: string): Promise<void> {
    const participant = await this.#anew(name, as)
    const carrier = `what shows ${name} ${as}`
    this.craft({ message: carrier, after: labels(count).join(', ') })
    await this.#hand(participant, carrier)
    const waits = await this.#bufferOf(participant, 'toRequest')
    const { repairMinMs = 0, repairMaxMs = 0 } = this.#channel.config(name)
    this.#trials.set(as, { waits, count, from: repairMinMs, to: repairMaxMs })
  }

  /** Another instance of the same participant, with the same settings, who knows nothing of the first. */
  async #anew(name: string, as: string): Promise<Participant> {
    const id = this.#channel.participantId(name)
    const participant = new Participant(this.#world, `${name} as ${as}`, id)
    await participant.create(this.#channel.id(), this.#channel.config(name))
    return participant
  }

  async #hand(participant: Participant, label: string): Promise<void> {
    const { wire } = this.#channel.messages.get(label)
    await participant.receive(wire.value, this.#channel.messages.id(label))
    await participant.settle()
  }

  /** Another instance of a participant has `count` messages of somebody, and is asked for them. */
  async answer(name: string, count: number, sender: string, as: string): Promise<void> {
    const participant = await this.#anew(name, as)
    for (const label of labels(count)) {
      const messageId = this.#channel.messages.freshId(label)
      const made = compose(this.#channel, { message: label, sender })
      this.#channel.messages.crafted(label, { ...made, messageId })
      await this.#hand(participant, label)
    }
    const asker = `what asks ${name} ${as}`
    const made = compose(this.#channel, { message: asker, kind: 'sync' })
    const repairRequest = labels(count).map((label) => this.entry(label))
    this.#channel.messages.crafted(asker, { ...made, repairRequest })
    await this.#hand(participant, asker)
    const waits = await this.#bufferOf(participant, 'toAnswer')
    const { repairMaxMs = 0 } = this.#channel.config(name)
    this.#trials.set(as, { waits, count, from: 0, to: repairMaxMs })
  }

  trial(as: string): Trial {
    const found = this.#trials.get(as)
    if (!found) throw new Error(`nobody waits as "${as}": add a Given`)
    return found
  }
}

function labels(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `x${i + 1}`)
}
