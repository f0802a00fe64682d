/* The vote vectors: against ours, against noble, against the Rust crate, and made again in Python. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { clientEntry, isBuilt, readClient } from '../../adapters/clients/entry.ts'
import { Session } from '../../adapters/session.ts'
import { Exec } from '../../adapters/transports/exec.ts'
import { type Vote, voteType } from '../../proto/consensus.ts'
import { concatenated, voteHash } from '../../proto/vote-hash.ts'
import { isSignedByOwner, ownerOf, signVote } from '../../proto/vote-signature.ts'
import {
  bytes,
  encodingOf,
  hex,
  noPython,
  producedAgain,
  read,
  type VoteVector,
  votes,
} from './voting-vector.ts'

const CRATE = 'hashgraph-like-consensus 0.7.0'
const NOBLE = '@noble/curves 2.4.0 and @noble/hashes 2.4.0'

/** Holds `agrees` against the list of producers, in both directions. */
async function credit(
  producer: string,
  agrees: (vector: VoteVector) => boolean | Promise<boolean>,
) {
  for (const vector of votes.cases)
    assert.equal(
      await agrees(vector),
      vector.producers.includes(producer),
      `${vector.id} says of ${producer} what is not so`,
    )
}

for (const subject of ['votes', 'proposals', 'decisions'])
  test(`the ${subject} are as their schema says`, () => {
    const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false })
    const check = ajv.compile(read(`schema/voting-${subject}.json`))
    assert.ok(check(read(`voting/${subject}.json`)), JSON.stringify(check.errors))
  })

test('our codec reads and writes every vote', () => {
  for (const { id, wire, vote } of votes.cases) {
    const read = voteType.decode(bytes(wire))
    assert.deepEqual(shown(read), vote, id)
    assert.equal(hex(voteType.encode(read)), wire, id)
  }
})

test('our hash and our signatures are those of the vectors', () => {
  for (const vector of votes.cases) {
    const encoding = encodingOf(vector)
    const vote = voteType.decode(bytes(vector.wire))
    const hashed = hex(voteHash(encoding.voteHash, vote)) === vector.vote.vote_hash
    if (vector.preimage) assert.equal(hex(concatenated(vote)), vector.preimage, vector.id)
    assert.equal(hashed, vector.check !== 'hash', vector.id)
    if (vector.check !== 'hash')
      assert.equal(isSignedByOwner(encoding, vote), vector.result === 'valid', vector.id)
    if (!vector.privateKey) continue
    const key = bytes(vector.privateKey)
    assert.equal(hex(ownerOf(encoding, key)), vector.vote.vote_owner, vector.id)
    const unsigned = { ...vote, signature: new Uint8Array() }
    assert.equal(hex(signVote(encoding, key, unsigned)), vector.vote.signature, vector.id)
  }
})

test('noble comes to the same', () =>
  credit(NOBLE, (vector) => byNoble(vector) === (vector.result === 'valid')))

/** Hash and signature of a vote with noble alone; the preimage is cut from the wire by hand. */
function byNoble(vector: VoteVector): boolean {
  const { vote } = vector
  const le = (value: bigint, length: number) =>
    Buffer.from(Array.from({ length }, (_, at) => Number((value >> BigInt(8 * at)) & 0xffn)))
  const preimage = Buffer.concat([
    le(BigInt(vote.vote_id), 4),
    bytes(vote.vote_owner),
    le(BigInt(vote.proposal_id), 4),
    le(BigInt(vote.timestamp), 8),
    Buffer.of(vote.vote ? 1 : 0),
    bytes(vote.parent_hash),
    bytes(vote.received_hash),
  ])
  if (hex(sha256(preimage)) !== vote.vote_hash) return false
  const { signature, owner, signTarget } = encodingOf(vector)
  // The signature is the last field: two bytes of key, its length, itself.
  const tail = vote.signature.length > 0 ? vote.signature.length / 2 + 3 : 0
  const wire = bytes(vector.wire)
  const target =
    signTarget === 'vote_hash' ? bytes(vote.vote_hash) : wire.subarray(0, wire.length - tail)
  const prefix = Buffer.from(`\x19Ethereum Signed Message:\n${target.length}`)
  const digest =
    signature === 'secp256k1-ecdsa' ? target : keccak_256(Buffer.concat([prefix, target]))
  const signed = bytes(vote.signature)
  try {
    if (owner === 'pubkey33')
      return secp256k1.verify(signed, digest, bytes(vote.vote_owner), { prehash: false })
    const recoverable = Buffer.concat([Buffer.of((signed[64] ?? 0) - 27), signed.subarray(0, 64)])
    const key = secp256k1.recoverPublicKey(recoverable, digest, { prehash: false })
    const uncompressed = secp256k1.Point.fromBytes(key).toBytes(false)
    return hex(keccak_256(uncompressed.subarray(1)).subarray(12)) === vote.vote_owner
  } catch {
    return false
  }
}

const built = isBuilt(readClient('hashgraph-like-consensus'))
const noCrate = !built && 'not measured: run npm run clients:build'

test('the Rust crate comes to the same', { skip: noCrate }, async (t) => {
  const session = crate(t)
  await credit(CRATE, async ({ encoding, wire, result }) => {
    if (encoding !== 'deployed') return false
    const outcome = await session.call('voting.verifyVote', undefined, 1, { wire })
    return outcome.kind === 'ok' && outcome.ok.valid === (result === 'valid')
  })
})

test('the Rust crate hashes the votes of every encoding alike', { skip: noCrate }, async (t) => {
  const session = crate(t)
  for (const { id, vote, check } of votes.cases) {
    const { vote_hash, signature: _, ...unsigned } = vote
    const outcome = await session.call('voting.hashVote', undefined, 1, { vote: unsigned })
    assert.ok(outcome.kind === 'ok', id)
    assert.equal(outcome.ok.hash === vote_hash, check !== 'hash', id)
  }
})

function crate(t: { after(fn: () => Promise<void>): void }): Session {
  const { adapter, folder } = clientEntry('hashgraph-like-consensus')
  const session = new Session(new Exec(adapter.slice('exec:'.length), folder))
  t.after(() => session.close())
  return session
}

test('Python makes the files again as they are', { skip: noPython }, () => {
  const subjects = ['votes', 'proposals', 'decisions']
  const made = producedAgain('produce.py', subjects)
  for (const [i, subject] of subjects.entries())
    assert.deepEqual(made[i], read(`voting/${subject}.json`), `${subject}.json`)
})

function shown(vote: Vote): object {
  return Object.fromEntries(
    Object.entries(vote).map(([field, value]) => [
      field,
      value instanceof Uint8Array ? hex(value) : typeof value === 'bigint' ? String(value) : value,
    ]),
  )
}
