import type { Act } from '../../adapters/contract/payloads-acts.ts'
import type { World } from '../world.ts'
import { Nodes } from './chats.ts'
import { People } from './people.ts'
import { collect, drain } from './posts.ts'

/* What a user does besides writing. */

/** Lets a node act, and keeps what it sends then. */
export async function perform(world: World, act: Act, device = 'Bob'): Promise<void> {
  world.scene(People)
  await world.scene(Nodes).start('Bob', device)
  await drain(world, device)
  await world.act(device, 'payloads.act', { act })
  await collect(world, device)
}
