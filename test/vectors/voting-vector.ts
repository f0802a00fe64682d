import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { VoteEncoding } from '../../proto/vote-encoding.ts'

/* The voting vectors as their schemas have them, and the other people's tools that this machine has. */

export interface VoteFields {
  readonly vote_id: number
  readonly vote_owner: string
  readonly proposal_id: number
  readonly timestamp: string
  readonly vote: boolean
  readonly parent_hash: string
  readonly received_hash: string
  readonly vote_hash: string
  readonly signature: string
}

interface Vector {
  readonly id: string
  readonly comment: string
  readonly encoding: string
  readonly result: 'valid' | 'invalid'
  readonly check?: string
  readonly wire: string
  readonly producers: readonly string[]
}

export interface VoteVector extends Vector {
  readonly twin?: string
  readonly privateKey?: string
  readonly vote: VoteFields
  readonly preimage?: string
  readonly signedDigest?: string
}

export interface ProposalVector extends Vector {
  readonly outcome?: string
  readonly proposalId: number
  readonly now: number
}

type Encodings = Readonly<Record<string, VoteEncoding>>
const folder = join(import.meta.dirname, '../../vectors')
export const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'))

export const votes = read('voting/votes.json') as { encodings: Encodings; cases: VoteVector[] }
export const proposals = read('voting/proposals.json') as {
  encodings: Encodings
  cases: ProposalVector[]
}
export type DecisionRow = [number, number, number, string, string, string]
export const decisions = read('voting/decisions.json') as { rows: DecisionRow[] }

export function encodingOf({ encoding }: Vector): VoteEncoding {
  const found = votes.encodings[encoding]
  if (!found) throw new Error(`the vectors have no encoding ${encoding}`)
  return found
}

export const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
export const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** A Python that has what made the vectors. */
export const python = ['python3', '/usr/bin/python3'].find(
  (name) =>
    spawnSync(name, ['-c', 'import ecdsa, google.protobuf, Cryptodome.Hash.keccak']).status === 0,
)

export const noPython = !python && 'not measured: no python3 with ecdsa, pycryptodome and protobuf'

/** What a producer of `vectors/voting/` writes in pure Python, by subject. */
export function producedAgain(producer: string, subjects: readonly string[]): unknown[] {
  const folder = mkdtempSync(join(tmpdir(), 'vectors-'))
  try {
    const script = join(import.meta.dirname, '../../vectors/voting', producer)
    const env = {
      ...process.env,
      PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION: 'python',
      PYTHONDONTWRITEBYTECODE: '1',
    }
    const made = spawnSync(python ?? '', [script, folder], { env, encoding: 'utf8' })
    assert.equal(made.status, 0, made.stderr)
    return subjects.map((subject) =>
      JSON.parse(readFileSync(join(folder, `${subject}.json`), 'utf8')),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export const hasProtoc = spawnSync('protoc', ['--version']).status === 0
