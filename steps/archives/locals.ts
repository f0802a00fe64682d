import type { World } from '../world.ts'
import type { Which } from './community.ts'
import { milliseconds } from './moment.ts'
import type { Said } from './said.ts'
import { Scene } from './scene.ts'

/** What Bob has before archives come: what the scenario put there, and what he received live. */
export class Locals {
  /** The community of each text. */
  readonly texts = new Map<string, Which>()
  live: readonly Said[] = []
}

/** Puts a message into Bob's database. `offset`: nanoseconds from the creation. */
export async function seed(
  world: World,
  text: string,
  offset: bigint,
  { which = 'first', channel = 1 }: { which?: Which; channel?: number } = {},
): Promise<void> {
  const scene = world.scene(Scene)
  const { id, channels } = scene.community(which)
  world.scene(Locals).texts.set(text, which)
  const row = {
    messageId: `0x${world.dice.hex(32)}`,
    chatId: channels[channel - 1] ?? '',
    at: milliseconds(scene.at(offset)),
    author: scene.people.get('Carol').publicKey,
    text,
  }
  await world.act('Bob', 'archives.seedMessages', { communityId: id, messages: [row] })
}
