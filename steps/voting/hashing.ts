import { Then } from '@cucumber/cucumber'
import { bytesToHex as hex } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { type HashedVote, voteHash } from '../../proto/vote-hash.ts'
import { holds } from '../property.ts'
import type { World } from '../world.ts'
import { Assembly } from './assembly.ts'

const uint32 = fc.integer({ min: 0, max: 0xffff_ffff })
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const noneOrHash = fc.oneof(fc.constant(new Uint8Array()), bytes(32))

const votes: fc.Arbitrary<HashedVote> = fc.record({
  vote_id: uint32,
  vote_owner: bytes(20),
  proposal_id: uint32,
  timestamp: fc.bigInt({ min: 0n, max: 2n ** 40n }),
  vote: fc.boolean(),
  parent_hash: noneOrHash,
  received_hash: noneOrHash,
})

Then('{voter} hashes any vote as the text says', async function (this: World, name: string) {
  this.need('voting.hash-vote')
  await holds(this, {
    inputs: votes,
    runs: 50,
    tell: (vote) => JSON.stringify(written(vote)),
    play: async (vote) => {
      const { encoding } = this.scene(Assembly).declared
      const answer = await this.act(name, 'voting.hashVote', { vote: written(vote) })
      this.expect(
        'the hash',
        answer.map((ok) => ok.hash),
      ).equals(hex(voteHash(encoding.voteHash, vote)))
    },
  })
})

function written(vote: HashedVote) {
  return {
    ...vote,
    vote_owner: hex(vote.vote_owner),
    timestamp: String(vote.timestamp),
    parent_hash: hex(vote.parent_hash),
    received_hash: hex(vote.received_hash),
  }
}
