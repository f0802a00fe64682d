import { description } from '../../proto/archives/description.ts'
import type { Person } from './people.ts'
import type { Topics } from './topics.ts'

/** Whether it is the community of the scenario or the other one. */
export type Which = 'first' | 'second'

/** The community that a cell of a table means. */
export function whichOf(cell = ''): Which {
  if (cell !== '' && cell !== 'the other')
    throw new Error(`expected the other or nothing as a community, got ${cell}`)
  return cell === '' ? 'first' : 'second'
}

/** A community of a scenario. */
export interface Community {
  readonly which: Which
  readonly owner: Person
  /** Compressed public key, hex. */
  readonly id: string
  readonly topics: Topics
  /** Chat ids of its channels, the first one is channel 1. */
  readonly channels: string[]
  /** As a client says; unknown until one is asked. */
  specialTopic?: string
  /** Whether a client is the control node; else the suite is. */
  readonly ofClient: boolean
}

/** The description of a community that the suite controls. */
export function describe(
  community: Community,
  { clock = 1n, name = 'Vac' }: { clock?: bigint; name?: string } = {},
): Uint8Array {
  return description.encode({
    clock,
    members: new Map(),
    permissions: { access: 3 },
    identity: { display_name: name },
    chats: new Map(
      community.channels.map((id, i) => [id, { identity: { display_name: `channel ${i + 1}` } }]),
    ),
    ban_list: [],
    archive_clock: 0n,
  })
}
