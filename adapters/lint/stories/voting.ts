import { proposalType } from '../../../proto/consensus.ts'
import type { Story } from './story.ts'

/** How the others are reached, for a voter that sends by itself. */
const network = { kind: 'gossip', peers: ['somebody'], topic: 'lint' }

/** A voter that proposes. */
export const votingStory = (has: (capability: string) => boolean): Story => ({
  area: 'voting',
  calls: (nonce) => [
    {
      op: 'voting.create',
      // Below the order of the curve, whatever the nonce.
      params: {
        privateKey: `01${nonce}${nonce.slice(2)}`,
        seed: nonce.repeat(2),
        ...(has('voting.transport') && { network }),
      },
    },
    {
      op: 'voting.propose',
      params: { name: nonce, payload: '', expectedVoters: 3, expiresIn: 3_600_000, vote: true },
    },
  ],
  mistakes: [
    { op: 'voting.create', params: { key: 'misspelt' } },
    { op: 'voting.propose', params: { title: 'misspelt' } },
    { op: 'voting.receive', params: { wire: 'no hex' } },
  ],
  moment(answers) {
    const { wire } = answers[1] as { wire?: unknown }
    try {
      return proposalType.decode(Buffer.from(String(wire), 'hex')).timestamp
    } catch {
      return undefined
    }
  },
})
