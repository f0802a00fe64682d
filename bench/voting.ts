/*
Validating one proposal with 100, 1,000 and, with --full, 5,000 and 10,000 votes: the reference against the same number of bare
signature verifications, and against the Rust crate hashgraph-like-consensus on the same bytes.

Every vote is of another owner and chained to the one before. The reference starts from bytes and ends
with the votes counted; "bare" is the curve alone, on digests that are at hand: for `literal` one
verification a vote, for `deployed` one recovery and the address of the key. Making the votes is not
measured. Time is processor time, each figure the median of the rounds; the crate's is that of its
process, JSON and hex included, read from /proc, so it is only measured on Linux and once it is built.

node bench/voting.ts [ROUNDS] [--full]: 3, or with --full 5 if not given.
*/
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { type RecoveryIdType, recover, verify } from 'tiny-secp256k1'
import { clientEntry, isBuilt, readClient } from '../adapters/clients/entry.ts'
import { literal } from '../adapters/reference/voting/profile.ts'
import { castVote } from '../adapters/reference/voting/vote.ts'
import { Voter } from '../adapters/reference/voting/voter.ts'
import { type Proposal, proposalType, type Vote, voteType } from '../proto/consensus.ts'
import { deployedEncoding, literalEncoding, type VoteEncoding } from '../proto/vote-encoding.ts'
import { ownerOf } from '../proto/vote-signature.ts'
import { CpuClock } from './harness/cpu-clock.ts'
import { full, median, short, spreadOf, tell, tellWhy, words } from './harness/figure.ts'

const sizes = full ? [100, 1_000, 5_000, 10_000] : [100, 1_000]
const rounds = Number(words[0] ?? (full ? 5 : 3))
const now = 1_756_000_000_000
const created = BigInt(now / 1000)

/** A private key; the numbers that follow are far below the order of the curve. */
function keyOf(number: number): Uint8Array {
  const key = new Uint8Array(32).fill(1)
  new DataView(key.buffer).setUint32(28, number)
  return key
}

function proposalOf(size: number, encoding: VoteEncoding): Proposal {
  const profile = { ...literal, ...encoding }
  const proposal: Proposal = {
    name: 'bench',
    payload: 'bench',
    proposal_id: 7,
    proposal_owner: ownerOf(encoding, keyOf(0)),
    votes: [],
    expected_voters_count: size,
    round: size,
    timestamp: created,
    expiration_time: encoding.expiry === 'absolute' ? created + 3600n : 3600n,
    liveness_criteria_yes: true,
  }
  const { votes } = proposal
  for (let voter = 0; voter < size; voter++) {
    const casting = { voteId: voter + 1, proposalId: 7, time: created, choice: true, votes }
    votes.push(castVote({ ...casting, former: undefined }, keyOf(voter), profile))
  }
  return proposal
}

/** One verification of each vote by the curve alone, and nothing else; answers how many are good. */
function bare(votes: readonly Vote[], encoding: VoteEncoding): () => number {
  if (encoding.owner === 'pubkey33')
    return () =>
      votes.filter(({ vote_hash, vote_owner, signature }) =>
        verify(vote_hash, vote_owner, signature, true),
      ).length
  const signed = votes.map((vote) => {
    const message = voteType.encode({ ...vote, signature: new Uint8Array() })
    const prefix = utf8ToBytes(`\x19Ethereum Signed Message:\n${message.length}`)
    const [compact, v] = [vote.signature.subarray(0, 64), vote.signature[64] ?? 0]
    return { digest: keccak_256(concatBytes(prefix, message)), compact, v: v - 27, vote }
  })
  return () =>
    signed.filter(({ digest, compact, v, vote }) => {
      const key = recover(digest, compact, v as RecoveryIdType, false) ?? new Uint8Array(65)
      return Buffer.compare(keccak_256(key.subarray(1)).subarray(12), vote.vote_owner) === 0
    }).length
}

function reference(wire: Uint8Array, size: number, encoding: VoteEncoding): () => number {
  const privateKey = keyOf(size)
  const profile = { ...literal, ...encoding }
  return () => {
    const voter = new Voter({ privateKey, seed: privateKey, profile })
    const id = voter.receive(wire, now)
    return voter.outcome(id, now)?.result === 'YES' ? size : 0
  }
}

/** Processor time of one run, in milliseconds; it has to find `size` good votes. */
function time(run: () => number, size: number): number {
  // A small proposal is taken several times: one collection of garbage would outweigh it.
  const times = Math.max(1, Math.round(2_000 / size))
  const clock = new CpuClock()
  clock.start()
  for (let again = 0; again < times; again++) {
    const good = run()
    if (good !== size) throw new Error(`expected ${size} good votes, got ${good}`)
  }
  clock.stop()
  return clock.ms / times
}

/** The crate's process, asked as the adapter protocol asks it. */
class Crate {
  readonly #child
  readonly #replies
  #id = 0

  constructor() {
    const { adapter, folder } = clientEntry('hashgraph-like-consensus')
    this.#child = spawn(join(folder, adapter.slice('exec:'.length)), {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    this.#replies = createInterface(this.#child.stdout)[Symbol.asyncIterator]()
  }

  async call(op: string, instance: string, params: object): Promise<{ ok?: { result?: string } }> {
    const request = { id: ++this.#id, op, instance, now, params }
    this.#child.stdin.write(`${JSON.stringify(request)}\n`)
    const { value } = await this.#replies.next()
    return JSON.parse(value ?? '{}')
  }

  /** Processor time of taking a proposal, in milliseconds. */
  async time(wire: string, size: number): Promise<number> {
    const privateKey = bytesToHex(keyOf(size))
    // A clock tick of the kernel is ten milliseconds: small proposals are taken several times.
    const voters = Array.from({ length: Math.max(1, Math.round(2_000 / size)) }, (_, at) => `${at}`)
    for (const voter of voters)
      await this.call('voting.create', voter, { privateKey, seed: privateKey })
    const before = this.#cpu()
    for (const voter of voters) await this.call('voting.receive', voter, { wire })
    const taken = (this.#cpu() - before) / voters.length
    const { ok } = await this.call('voting.result', '0', { proposalId: 7 })
    if (ok?.result !== 'YES') throw new Error(`expected the crate to decide YES, got ${ok?.result}`)
    return taken
  }

  async close(): Promise<void> {
    this.#child.stdin.end()
    await once(this.#child, 'exit')
  }

  /** User and system time so far, in milliseconds; the kernel counts in hundredths of a second. */
  #cpu(): number {
    const stat = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8')
    const [user = 0, system = 0] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11)
      .map(Number)
    return (user + system) * 10
  }
}

const built = isBuilt(readClient('hashgraph-like-consensus'))
const crate = built && existsSync('/proc/self/stat') ? new Crate() : undefined
if (!crate) tellWhy('the crate: run npm run clients:build, on Linux')

for (const [name, encoding] of [
  ['literal', literalEncoding],
  ['deployed', deployedEncoding],
] as const)
  for (const size of sizes) {
    const proposal = proposalOf(size, encoding)
    const wire = proposalType.encode(proposal)
    const runs = { bare: bare(proposal.votes, encoding), whole: reference(wire, size, encoding) }
    // Until all is compiled: what is measured is the steady state.
    for (let warm = 0; warm < 16_000; warm += Math.max(2_000, size)) {
      time(runs.bare, size)
      time(runs.whole, size)
    }
    const bareMs: number[] = []
    const wholeMs: number[] = []
    const peerMs: number[] = []
    // In turns, so that what else the machine does meets all alike.
    for (let round = 0; round < rounds; round++) {
      bareMs.push(time(runs.bare, size))
      wholeMs.push(time(runs.whole, size))
      if (crate && name === 'deployed') peerMs.push(await crate.time(bytesToHex(wire), size))
    }
    const perVote = (times: readonly number[]) => times.map((ms) => (1000 * ms) / size)
    const ours = {
      what: `validate ${short(size)} votes, ${name}`,
      unit: 'µs/vote',
      value: median(perVote(wholeMs)),
      spread: spreadOf(wholeMs),
    }
    tell({
      ...ours,
      peer: { name: 'the curve alone', value: median(perVote(bareMs)) },
      ratio: median(wholeMs.map((ms, round) => ms / (bareMs[round] ?? Number.NaN))),
      growth: { series: name, size, cost: median(wholeMs) },
    })
    if (peerMs.length > 0)
      tell({
        ...ours,
        what: `${ours.what}, against the crate`,
        peer: { name: 'hashgraph-like-consensus', value: median(perVote(peerMs)) },
      })
  }
await crate?.close()
