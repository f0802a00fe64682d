import type { VotingProfile } from './profile.ts'

/*
"Equality of votes": the policy goes with the payload so that all peers take the same. The text gives
no form for it; this voter writes one line at the end.
*/

export type TiePolicy = VotingProfile['tiePolicy']

const line = /\ntie-policy: (RETRY|REJECT)$/

export function withPolicy(payload: string, policy: TiePolicy | undefined): string {
  return policy ? `${payload}\ntie-policy: ${policy}` : payload
}

/** The policy that a payload names, else the voter's own. */
export function policyOf(payload: string, own: TiePolicy): TiePolicy {
  return (line.exec(payload)?.[1] as TiePolicy | undefined) ?? own
}
