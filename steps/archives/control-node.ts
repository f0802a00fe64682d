import { announcement, type WakuMessage, wakuMessage } from '../../proto/archives/messages.ts'
import type { World } from '../world.ts'
import { describe } from './community.ts'
import { envelope, wrap } from './craft.ts'
import { MadeArchives } from './made-archives.ts'
import { latest, nanoseconds } from './moment.ts'
import type { Person } from './people.ts'
import { controlShard } from './scene.ts'
import { keyOf, reading } from './topics.ts'

/** The control node that the suite plays, so that a member under test has somebody to learn from. */
export class ControlNode extends MadeArchives {
  /** When the last announcement was delivered, Unix milliseconds. */
  announcedAt = 0
  #clock = 0n

  /** The record of an announcement, with a clock above those before. */
  announcement(cid: string, clock = this.nextClock()): Uint8Array {
    return announcement.encode({ clock, cid })
  }

  nextClock(): bigint {
    const now = BigInt(this.scene.world.now)
    this.#clock = this.#clock >= now ? this.#clock + 1n : now
    return this.#clock
  }

  /** Lets time come to the end of the last week that is archived: earlier nobody could have announced it. */
  async settle(): Promise<void> {
    await this.scene.moveTo(
      latest(
        this.weeks.map(({ to }) => to),
        0n,
      ),
    )
    await this.learnTopic()
  }

  /** Finds out which topic the special channel has: only clients know. */
  async learnTopic(): Promise<void> {
    const { community, scene } = this
    if (community.specialTopic !== undefined) return
    const { id } = community
    await scene.client('Scout')
    const description = Buffer.from(this.description()).toString('hex')
    await scene.world.act('Scout', 'archives.join', { communityId: id, description })
    const view = await scene.world.act('Scout', 'archives.community', { communityId: id })
    community.specialTopic = view.value.specialTopic
    await scene.dismiss('Scout')
  }

  /** A WakuMessage with a record on the special channel. */
  onSpecial(content: Uint8Array, at = nanoseconds(this.scene.world.now)): WakuMessage {
    const { specialTopic, id } = this.community
    if (specialTopic === undefined)
      throw new Error('no client has said which topic the special channel has: let Bob join first')
    return envelope(specialTopic, keyOf(id, 'chat'), content, at, this.scene.layers)
  }

  /** Announces an index as the owner, or as somebody else. */
  announce(cid: string, clock?: bigint, signer: Person = this.community.owner): WakuMessage {
    const type = Number(reading(this.scene.world, 'announcementType', '43'))
    return this.onSpecial(wrap(signer, type, this.announcement(cid, clock)))
  }

  /** Hands a WakuMessage to Bob and lets the store node keep it. */
  async deliver(message: WakuMessage, pubsubTopic = controlShard): Promise<void> {
    const wire = wakuMessage.encode(message)
    this.scene.store.put(pubsubTopic, wire)
    await this.scene.existing('Bob').receive(pubsubTopic, wire)
    this.announcedAt = this.scene.world.now
  }

  description(clock?: bigint, name?: string): Uint8Array {
    return describe(this.community, { ...(clock && { clock }), ...(name && { name }) })
  }
}

/** The one of the other community. */
export class OtherControlNode extends ControlNode {
  constructor(world: World) {
    super(world, 'second')
  }
}
