import { description } from '../../proto/archives/description.ts'
import { wakuMessage } from '../../proto/archives/messages.ts'
import type { World } from '../world.ts'
import type { Client } from './client.ts'
import { type Community, describe, type Which } from './community.ts'
import { opened, unwrap } from './craft.ts'
import { Scene } from './scene.ts'
import { attempt } from './shelf.ts'
import { keyOf } from './topics.ts'

/** Bob's node as a member of communities. */
export class Member {
  readonly scene: Scene
  /** Position in the journal from which his requests count. */
  since = 0

  constructor(world: World) {
    this.scene = world.scene(Scene)
  }

  get client(): Client {
    return this.scene.existing('Bob')
  }

  /** Lets Bob join, and learns from him which topic the special channel has. */
  async join(which: Which): Promise<void> {
    const { world } = this.scene
    await this.scene.client('Bob')
    const community = this.scene.community(which)
    const text = community.ofClient ? this.#published(community) : describe(community)
    const params = { communityId: community.id, description: Buffer.from(text).toString('hex') }
    await world.act('Bob', 'archives.join', params)
    const view = await world.act('Bob', 'archives.community', { communityId: community.id })
    community.specialTopic ??= view.value.specialTopic
    await this.client.collect()
  }

  /** CIDs that Bob asked his Codex node for, in order, each once. `calls`: only these. */
  asked(calls?: readonly string[]): string[] {
    const requests = this.scene.codex.journal.entries('Bob', this.since)
    const cids = requests
      .filter(({ call }) => call !== 'info' && (calls === undefined || calls.includes(call)))
      .flatMap(({ cid }) => (cid === undefined ? [] : [cid]))
    return [...new Set(cids)]
  }

  /** CIDs whose files Bob downloaded or tried to. */
  downloaded(): string[] {
    return this.asked(['local', 'stream', 'fetch'])
  }

  /** The description that the control node under test published last. */
  #published({ id, topics }: Community): Uint8Array {
    for (const { wire } of this.scene.existing('Alice').sent.toReversed()) {
      const message = attempt(() => wakuMessage.decode(Buffer.from(wire, 'hex')))
      if (message?.content_topic !== topics.events) continue
      const content = opened(message, keyOf(id, 'description'), this.scene.layers)
      const record = content && unwrap(content)
      if (record && attempt(() => description.decode(record.payload))) return record.payload
    }
    return this.scene.world.fail({
      kind: 'deviation',
      subject: 'the description that Alice published',
      wanted: 'one that a member can read',
      got: 'none',
    })
  }
}
