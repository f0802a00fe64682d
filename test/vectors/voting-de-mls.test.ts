/* The vectors of de-MLS: against ours, against protoc and noble, and made again in Python. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { decodeDeMlsProposal, encodeDeMlsProposal } from '../../proto/de-mls.ts'
import { personalDigest, signDigest } from '../../proto/ethereum-signature.ts'
import type { VoteEncoding } from '../../proto/vote-encoding.ts'
import { concatenated, voteHash } from '../../proto/vote-hash.ts'
import { isSignedByOwner, ownerOf, signVote } from '../../proto/vote-signature.ts'
import { bytes, hasProtoc, hex, noPython, producedAgain, read } from './voting-vector.ts'

interface Case {
  readonly id: string
  readonly type: 'Proposal' | 'Vote'
  readonly result: 'valid' | 'invalid'
  readonly encoding: string
  readonly privateKey: string
  readonly value: Readonly<Record<string, unknown>>
  readonly preimage: string
  readonly signedDigest: string
  readonly wire: string
}

interface Credential extends Pick<Case, 'id' | 'encoding' | 'privateKey' | 'signedDigest'> {
  readonly leafKey: string
  readonly identity: string
}

const file = read('voting/de-mls.json') as {
  encodings: Record<string, VoteEncoding>
  cases: Case[]
  credentials: Credential[]
}
const { cases, credentials } = file
const proposals = cases.filter(({ type }) => type === 'Proposal')
const votes = cases.filter(({ type }) => type === 'Vote')

function encodingOf({ encoding }: Pick<Case, 'encoding'>): VoteEncoding {
  const found = file.encodings[encoding]
  if (!found) throw new Error(`the vectors have no encoding ${encoding}`)
  return { ...found, layout: 'de-mls' }
}

test('they are as their schema says', () => {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false })
  const check = ajv.compile(read('schema/voting-de-mls.json'))
  assert.ok(check(file), JSON.stringify(check.errors))
})

test('our codec reads every proposal, writes it again, and refuses what is none', () => {
  for (const { id, wire, value, result } of proposals) {
    if (result === 'invalid') {
      assert.throws(() => decodeDeMlsProposal(bytes(wire)), { name: 'DecodeError' }, id)
      continue
    }
    const decoded = decodeDeMlsProposal(bytes(wire))
    assert.deepEqual(onTheWire(decoded as never), value, id)
    assert.equal(hex(encodeDeMlsProposal(decoded)), wire, id)
  }
})

/** Field 14 with the bytes of a vote: a proposal in which it can be read. */
const around = (wire: string) => bytes(`72${varint(wire.length / 2)}${wire}`)

function varint(value: number): string {
  const low = Buffer.of(value > 127 ? (value & 127) | 128 : value).toString('hex')
  return value > 127 ? low + varint(value >> 7) : low
}

test('our codec, hash and signatures agree with every vote', () => {
  for (const vector of votes) {
    const encoding = encodingOf(vector)
    const proposal = decodeDeMlsProposal(around(vector.wire))
    const [vote] = proposal.votes
    assert.ok(vote, vector.id)
    assert.deepEqual(onTheWire(proposal as never), { votes: [vector.value] }, vector.id)
    assert.deepEqual(encodeDeMlsProposal(proposal), around(vector.wire), vector.id)
    assert.equal(hex(concatenated(vote, true, 'de-mls')), vector.preimage, vector.id)
    assert.deepEqual(voteHash(encoding.voteHash, vote, 'de-mls'), vote.vote_hash, vector.id)
    const key = bytes(vector.privateKey)
    assert.deepEqual(ownerOf(encoding, key), vote.vote_owner, vector.id)
    assert.deepEqual(signVote(encoding, key, vote), vote.signature, vector.id)
    assert.ok(isSignedByOwner(encoding, vote), vector.id)
  }
})

test('our credentials are those of the vectors', () => {
  for (const { id, leafKey, privateKey, signedDigest, identity, ...vector } of credentials) {
    const key = bytes(privateKey)
    const digest = personalDigest(bytes(leafKey))
    assert.equal(hex(digest), signedDigest, id)
    const owner = ownerOf(encodingOf(vector), key)
    assert.equal(hex(owner) + hex(signDigest(digest, key)), identity, id)
  }
})

test('noble comes to the same hashes and signers', () => {
  for (const vector of votes) {
    const { vote_hash, signature, vote_owner } = vector.value as Record<string, string>
    assert.equal(hex(sha256(bytes(vector.preimage))), vote_hash, vector.id)
    assert.ok(bySigner(vector, bytes(signature ?? ''), vote_owner ?? ''), vector.id)
  }
  for (const vector of credentials) {
    const signature = bytes(vector.identity.slice(-130))
    const owner = vector.identity.slice(0, -130)
    const message = Buffer.from(`\x19Ethereum Signed Message:\n32`)
    const digest = keccak_256(Buffer.concat([message, bytes(vector.leafKey)]))
    assert.equal(hex(digest), vector.signedDigest, vector.id)
    assert.ok(bySigner(vector, signature, owner), vector.id)
  }
})

function bySigner(
  { signedDigest }: Pick<Case, 'signedDigest'>,
  signature: Uint8Array,
  owner: string,
): boolean {
  const digest = bytes(signedDigest)
  if (signature.length === 64)
    return secp256k1.verify(signature, digest, bytes(owner), { prehash: false })
  const v = Buffer.of((signature[64] ?? 0) - 27)
  const recoverable = Buffer.concat([v, signature.subarray(0, 64)])
  const key = secp256k1.recoverPublicKey(recoverable, digest, { prehash: false })
  const point = secp256k1.Point.fromBytes(key)
  const address = keccak_256(point.toBytes(false).subarray(1)).subarray(12)
  return owner.length === 40 ? hex(address) === owner : hex(point.toBytes(true)) === owner
}

const noProtoc = !hasProtoc && 'not measured: no protoc on this machine'

test('protoc reads them, and refuses what is none', { skip: noProtoc }, () => {
  const proto = join(import.meta.dirname, '../../proto')
  for (const { id, type, wire, result } of cases) {
    const args = [`-I${proto}`, `--decode=vac.demls.${type}`, 'de-mls.proto']
    const { status } = spawnSync('protoc', args, { input: bytes(wire) })
    assert.equal(status === 0, result === 'valid', id)
  }
})

test('Python makes the file again as it is', { skip: noPython }, () => {
  assert.deepEqual(producedAgain('produce_de_mls.py', ['de-mls']), [file])
})

const signed = new Set(['proposal_id', 'expected_voters_count', 'round', 'vote_id'])

/** A decoded message as the vectors show it: what is on the wire, integers signed as they stand there. */
function onTheWire(message: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(message).flatMap(([name, value]): [string, unknown][] => {
      if (name.startsWith('$')) return []
      if (name === 'votes') {
        const all = (value as Record<string, unknown>[]).map(({ proposal_id: _, ...vote }) =>
          onTheWire(vote),
        )
        return all.length > 0 ? [[name, all]] : []
      }
      if (value instanceof Uint8Array) return value.length > 0 ? [[name, hex(value)]] : []
      if (!value) return []
      if (typeof value === 'bigint') return [[name, String(value)]]
      return [[name, signed.has(name) ? Number(value) | 0 : value]]
    }),
  )
}
