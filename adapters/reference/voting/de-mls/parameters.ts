import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import type { Extension } from 'ts-mls'
import { Refused } from '../../../contract/handler.ts'
import { decodeVectors, encodeVectors } from './vectors.ts'

/** What a group agrees on besides its members; part of the group context, so all members hold the same. */
export interface GroupParameters {
  /** Who take turns as steward, in this order. */
  readonly stewards: readonly string[]
  /** Who votes on additions and removals. */
  readonly voters: 'members' | 'stewards'
}

/** A type for private use (RFC 9420, 17.3). */
export const EXTENSION = 0xf0de

export function extensionOf({ stewards, voters }: GroupParameters): Extension {
  const first = Uint8Array.of(voters === 'stewards' ? 1 : 0)
  const extensionData = encodeVectors([first, ...stewards.map(hexToBytes)])
  return { extensionType: EXTENSION, extensionData }
}

/** The parameters in a group context. Fails with Refused where there are none. */
export function parametersIn(extensions: readonly Extension[]): GroupParameters {
  const found = extensions.find(({ extensionType }) => extensionType === EXTENSION)
  const [voters, ...stewards] = (found && decodeVectors(found.extensionData)) ?? []
  if (!voters || stewards.length === 0)
    throw new Refused('malformed', 'the group context names no stewards')
  return { stewards: stewards.map(bytesToHex), voters: voters[0] === 1 ? 'stewards' : 'members' }
}

/** The stewards who are in the group. */
export function present({ stewards }: GroupParameters, members: ReadonlySet<string>): string[] {
  return stewards.filter((steward) => members.has(steward))
}

/** The steward of an epoch: those present take turns, an epoch each (Multi stewards; AMB-60). */
export function stewardOf(
  parameters: GroupParameters,
  members: ReadonlySet<string>,
  epoch: bigint,
): string | undefined {
  const turns = present(parameters, members)
  return turns[Number(epoch % BigInt(turns.length || 1))]
}
