import type { GroupView } from '../../../adapters/contract/de-mls.ts'
import { stranger } from '../people.ts'
import type { Group, Wish } from './group.ts'
import { addition, type Way } from './mls-commits.ts'

/* Commits of whoever is steward, and of Mallory whether she is or not. */

/** Who is steward, as the first member within reach says. */
export async function stewardOf(group: Group): Promise<string | undefined> {
  const reached = group.members.find(({ name }) => !group.network.isHeld(name))
  const steward = (await reached?.state())?.value.steward
  return group.everybody.find(({ memberId }) => memberId === steward)?.name
}

/** Whoever is steward carries out what was approved; Mallory too. */
export async function commit(group: Group): Promise<void> {
  const steward = await stewardOf(group)
  const approved = group.approved.splice(0)
  if (steward === stranger) return commitAsMallory(group, approved)
  const client = group.clients.find(({ name }) => name === steward)
  if (!client) return
  await group.ask(client, 'demls.runSteward')
  recount(group, (await client.state()).value)
}

/** Lets Mallory commit, steward or not. She goes where the others go. */
export async function commitAsMallory(
  group: Group,
  wishes: readonly Wish[],
  way: Way = 'by value',
): Promise<void> {
  const { mls } = group.mallory
  const bytes = (text: string) => Buffer.from(text, 'hex')
  const proposals = wishes.flatMap(({ kind, names }) =>
    names.flatMap((name) => {
      if (kind === 'add') return [addition(bytes(group.keyPackage(name)))]
      const removal = mls.remove(bytes(group.memberId(name)))
      return removal ? [removal] : []
    }),
  )
  const before = group.members
  await group.spread(await group.mallory.commit(proposals, way))
  const [first] = before
  const view = (await first?.state())?.value
  if (view?.authenticator === Buffer.from(mls.nextAuthenticator ?? []).toString('hex')) {
    if (!group.network.isHeld(stranger)) mls.advance()
    recount(group, view)
    return
  }
  // The welcome of a commit that nobody took leads nowhere.
  for (const each of group.clients) each.inside = before.includes(each)
}

/** Who is still inside, as one of them says. */
function recount(group: Group, { members = [] }: GroupView): void {
  for (const each of group.clients) {
    each.inside &&= members.includes(each.memberId)
    each.joined ||= each.inside
    each.leaving &&= each.inside
  }
}
