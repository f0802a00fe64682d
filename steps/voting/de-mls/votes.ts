import type { Proposal } from '../../../proto/consensus.ts'
import { stranger } from '../people.ts'
import type { Group, Motion, Wish } from './group.ts'

/* Putting something to the vote and voting on it, each in its own way: nodes under test, and Mallory. */

/** Puts something to the vote, with the proposer's YES; undefined: it was refused. */
export async function propose(group: Group, name: string, wish: Wish): Promise<Motion | undefined> {
  if (name === stranger) return proposeAsMallory(group, wish)
  const client = await group.client(name)
  const change = group.change(wish)
  if ('memberId' in change) group.written.set(name, change.memberId)
  const proposed = await group.ask(client, 'demls.propose', { change, vote: true })
  if (!proposed) return undefined
  if (wish.kind === 'remove')
    for (const each of group.clients) each.leaving ||= wish.names.includes(each.name)
  return group.put({ id: proposed.proposalId, by: name, wish })
}

/** Mallory proposes to as many voters as there are, unless something in it is to differ. */
export async function proposeAsMallory(
  group: Group,
  wish: Wish,
  differing: Partial<Proposal> = {},
): Promise<Motion> {
  const { mallory } = group
  const change = group.change(wish)
  const proposal = await mallory.propose(change, group.packageFor(wish), {
    expected_voters_count: group.size,
    ...differing,
  })
  const motion = group.put({ id: proposal.proposal_id, by: stranger, wish })
  await group.spread(await mallory.say(proposal))
  return motion
}

/** Lets somebody vote; whether it may is its affair. */
export async function vote(
  group: Group,
  name: string,
  yes: boolean,
  { id } = group.motion,
): Promise<void> {
  if (name === stranger) {
    const voted = await group.mallory.vote(id, { name, yes })
    return group.spread(await group.mallory.say(voted))
  }
  const client = await group.client(name)
  await group.ask(client, 'demls.vote', { proposalId: id, vote: yes })
}

/** Puts something to the vote and lets as many agree as it takes, Mallory only where there are no others. */
export async function approve(group: Group, wish: Wish): Promise<void> {
  const [first, ...others] = group.members.filter(({ name }) => !group.network.isHeld(name))
  if (!first) return group.lack('a member to propose it', 'there is nobody to vote')
  const voters = others.map(({ name }) => name)
  if (group.size > group.members.length) voters.push(stranger)
  const motion = await propose(group, first.name, wish)
  if (!motion) return
  const enough = group.stewardsVote ? group.size : majority(group.size)
  for (const name of voters.slice(0, enough - 1)) await vote(group, name, true, motion)
  group.approved.push(wish)
}

/** Votes after which a proposal that all agree on is approved. */
function majority(n: number): number {
  return n <= 2 ? n : Math.max(Math.ceil((2 * n) / 3), Math.floor(n / 2) + 1)
}
