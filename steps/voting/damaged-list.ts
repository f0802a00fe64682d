import { type Vote, voteType } from '../../proto/consensus.ts'
import { encodeDeMlsVote } from '../../proto/de-mls.ts'
import type { Tampering } from './craft.ts'
import type { Damage, DamageKind } from './damage.ts'
import { voteAt } from './damaged-vote.ts'

const list = (damage: (votes: Vote[]) => void): Damage => ({ list: damage })

/** Done to the votes when all are made. */
export const listDamages: readonly DamageKind[] = [
  ['vote (\\d+) is left out', ([n]) => list((votes) => votes.splice(Number(n) - 1, 1))],
  [
    'votes (\\d+) and (\\d+) are swapped',
    ([n, m]) =>
      list((votes) => {
        const [first, second] = [voteAt(votes, n), voteAt(votes, m)]
        votes[Number(n) - 1] = second
        votes[Number(m) - 1] = first
      }),
  ],
  ['vote (\\d+) comes twice', ([n]) => list((votes) => votes.push(voteAt(votes, n)))],
  [
    'vote 1 is signed by Mallory and comes (\\d+) times',
    ([times]) => {
      const forged: Tampering = { signer: 'Mallory' }
      return {
        votes: new Map([[0, forged]]),
        list: (votes) =>
          votes.push(...Array.from({ length: Number(times) - 1 }, () => voteAt(votes, '1'))),
      }
    },
  ],
  [
    'vote (\\d+) is written as de-MLS has it',
    ([n]) =>
      list((votes) => {
        votes[Number(n) - 1] = voteType.decode(encodeDeMlsVote(voteAt(votes, n)))
      }),
  ],
]
