import type { Vote } from '../../proto/consensus.ts'
import { noBytes, type Tampering } from './craft.ts'
import type { Damage, DamageKind } from './damage.ts'

type Field =
  | 'vote'
  | 'timestamp'
  | 'vote_id'
  | 'proposal_id'
  | 'parent_hash'
  | 'received_hash'
  | 'vote_owner'

/** Another value than the one that stands there. */
function change(vote: Vote, field: Field): void {
  if (field === 'vote') vote.vote = !vote.vote
  else if (field === 'timestamp') vote.timestamp += 1n
  else if (field === 'vote_id' || field === 'proposal_id') vote[field] = (vote[field] ^ 1) >>> 0
  else if (field === 'vote_owner') vote.vote_owner = flipped(vote.vote_owner)
  else vote[field] = vote[field].length > 0 ? flipped(vote[field]) : new Uint8Array(32).fill(7)
}

function flipped(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const last = copy.length - 1
  copy[last] = (copy[last] ?? 0) ^ 1
  return copy
}

const one = (number: string | undefined, tampering: Tampering): Damage => ({
  votes: new Map([[Number(number) - 1, tampering]]),
})

/** The vote that a sentence numbers. */
export function voteAt(votes: readonly Vote[], number: string | undefined): Vote {
  const vote = votes[Number(number) - 1]
  if (!vote) throw new Error(`the list has no vote ${number}: name one of ${votes.length}`)
  return vote
}

const FIELD = '(vote|timestamp|vote_id|proposal_id|parent_hash|received_hash|vote_owner)'

/** Done to one vote while it is made. */
export const voteDamages: readonly DamageKind[] = [
  // Signatures
  ['vote (\\d+) has no signature', ([n]) => one(n, { complete: (v) => (v.signature = noBytes) })],
  [
    'the signature of vote (\\d+) is zeros',
    ([n]) => one(n, { complete: (v) => (v.signature = new Uint8Array(v.signature.length)) }),
  ],
  [
    'a bit of the signature of vote (\\d+) is flipped',
    ([n]) =>
      one(n, {
        complete: (v) => {
          const signature = Uint8Array.from(v.signature)
          signature[5] = (signature[5] ?? 0) ^ 1
          v.signature = signature
        },
      }),
  ],
  [
    'the signature of vote (\\d+) is cut short',
    ([n]) => one(n, { complete: (v) => (v.signature = v.signature.subarray(0, 32)) }),
  ],
  [
    'vote (\\d+) has the signature of vote (\\d+)',
    ([n, m]) => one(n, { complete: (v, votes) => (v.signature = voteAt(votes, m).signature) }),
  ],
  ['vote (\\d+) is signed by ([A-Z][a-z]+)', ([n, signer]) => one(n, { signer: signer ?? '' })],
  // What was signed
  [
    `the ${FIELD} of vote (\\d+) is changed`,
    ([field, n]) => one(n, { complete: (v) => change(v, field as Field) }),
  ],
  [
    `the ${FIELD} of vote (\\d+) is changed and hashed anew`,
    ([field, n]) =>
      one(n, {
        complete: (v, _, { hash }) => {
          change(v, field as Field)
          v.vote_hash = hash(v)
        },
      }),
  ],
  [
    'the vote_hash of vote (\\d+) is changed',
    ([n]) => one(n, { complete: (v) => (v.vote_hash = flipped(v.vote_hash)) }),
  ],
  ['vote (\\d+) has no vote_hash', ([n]) => one(n, { complete: (v) => (v.vote_hash = noBytes) })],
  [
    'the vote_owner of vote (\\d+) is cut short',
    ([n]) => one(n, { unhashed: (v) => (v.vote_owner = v.vote_owner.subarray(0, 10)) }),
  ],
  [
    'the vote_owner of vote (\\d+) is 1 MiB long',
    ([n]) => one(n, { unhashed: (v) => (v.vote_owner = new Uint8Array(2 ** 20)) }),
  ],
  // Links
  [
    'the (parent_hash|received_hash) of vote (\\d+) is made (empty|random|the hash of vote (\\d+))',
    ([field, n, what, m]) =>
      one(n, { unhashed: (v, votes) => (v[field as 'parent_hash'] = linked(what, m, votes)) }),
  ],
  [
    'the received_hash of vote (\\d+) is moved to its parent_hash',
    ([n]) =>
      one(n, {
        complete: (v) => {
          v.parent_hash = v.received_hash
          v.received_hash = noBytes
        },
      }),
  ],
  // Times
  [
    'vote (\\d+) is made a (second|year) older than the proposal',
    ([n, age]) =>
      one(n, {
        unhashed: (v, _, { terms }) => {
          // Small enough for either unit of time.
          v.timestamp = terms.timestamp - (age === 'year' ? 365n * 86_400n : 1n)
        },
      }),
  ],
  // Replays
  [
    'vote (\\d+) is made for another proposal',
    ([n]) => one(n, { unhashed: (v) => change(v, 'proposal_id') }),
  ],
  [
    'vote (\\d+) is made for another proposal and hashed for this one',
    ([n]) =>
      one(n, {
        unhashed: (v) => change(v, 'proposal_id'),
        complete: (v, _, { terms, hash }) => {
          v.proposal_id = terms.proposal_id
          v.vote_hash = hash(v)
        },
      }),
  ],
]

function linked(what: string | undefined, m: string | undefined, votes: readonly Vote[]) {
  if (what === 'empty') return noBytes
  return what === 'random' ? new Uint8Array(32).fill(9) : voteAt(votes, m).vote_hash
}
