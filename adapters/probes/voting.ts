import type { AreaProbe } from './probe.ts'

/** A voter that proposes something fresh: the proposal it sends has to carry it. */
export const votingProbe: AreaProbe = (nonce) => [
  {
    op: 'voting.create',
    params: { privateKey: `01${nonce.repeat(4)}`.slice(0, 64), seed: nonce.repeat(4).slice(0, 64) },
  },
  {
    op: 'voting.propose',
    params: { name: 'probe', payload: nonce, expectedVoters: 3, expiresIn: 60_000, vote: true },
  },
]
