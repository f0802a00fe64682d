import type { Change } from '../../../contract/de-mls.ts'
import { Refused } from '../../../contract/handler.ts'
import type { KeyPackages } from './key-packages.ts'

/** A change put to the vote; an addition with the very key package that is voted on. */
export interface Motion {
  readonly change: Change
  /** MLSMessage with the key package, as hex. */
  readonly keyPackage?: string
}

/** A motion as it stands in the payload of a proposal. The text gives no form for it (AMB-51). */
export function payloadOf({ change, keyPackage }: Motion): string {
  if (change.kind === 'stewards') return `stewards ${change.memberIds.join(' ')}`
  return change.kind === 'add' ? `add ${keyPackage}` : `remove ${change.memberId}`
}

/** Reads a payload. Fails with Refused where it is no motion, or where its key package is not genuine. */
export async function motionOf(payload: string, keyPackages: KeyPackages): Promise<Motion> {
  const [, kind, rest = ''] =
    /^(add|remove|stewards) ((?:[0-9a-f]{2})+(?: (?:[0-9a-f]{2})+)*)$/.exec(payload) ?? []
  const ids = rest.split(' ')
  const [id = ''] = ids
  if (kind === 'stewards') return { change: { kind, memberIds: ids } }
  if (kind === 'remove' && ids.length === 1) return { change: { kind, memberId: id } }
  if (kind === 'add' && ids.length === 1)
    return { change: { kind, memberId: await keyPackages.ownerOf(id) }, keyPackage: id }
  throw new Refused('payload', 'the payload tells no change to the group')
}
