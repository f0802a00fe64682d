import type { JsonObject } from '../../proto/payloads/json.ts'
import type { World } from '../world.ts'
import { compressed } from './keys.ts'
import { People } from './people.ts'

/* A community by its owner, and accounts that those who join it reveal. */

/** The id of a community whose key somebody has: compressed, hex. */
export function communityOf(world: World, owner: string): string {
  const id = compressed(world.scene(People).get(`community of ${owner}`).publicKey)
  world.dice.mark(id)
  return id
}

/** Two accounts at a time; new ones in every run. */
export class Accounts {
  last: JsonObject[] = []
  readonly #world: World

  constructor(world: World) {
    this.#world = world
  }

  draw(): JsonObject[] {
    const { dice } = this.#world
    const account = (last: boolean) => ({
      address: `0x${dice.hex(20)}`,
      signature: dice.hex(65),
      chain_ids: ['1', '9007199254740993'],
      ...(last && { isAirdropAddress: true }),
    })
    this.last = [account(false), account(true)]
    return this.last
  }
}
