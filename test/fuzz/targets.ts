import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { checked } from '../../adapters/checked.ts'
import { type Op, operations } from '../../adapters/contract/operations.ts'
import { replyFault } from '../../adapters/contract/validate.ts'
import { reference } from '../../adapters/reference/adapter.ts'
import { answer } from '../../adapters/serving/answer.ts'
import { replyTo } from '../../adapters/transports/exchanges.ts'
import { Garbled } from '../../adapters/transports/transport.ts'
import { announcement, archive, archiveIndex, wakuMessage } from '../../proto/archives/messages.ts'
import { proposalType } from '../../proto/consensus.ts'
import { DecodeError } from '../../proto/errors.ts'
import { record, recordNames } from '../../proto/payloads/records.ts'
import { sdsCodecs } from '../../proto/sds.ts'
import { readBaseline } from '../../reports/baseline.ts'
import { writeBundle } from '../../reports/evidence/bundle.ts'
import { Chain } from '../../reports/evidence/chain.ts'
import { readBundle } from '../../reports/evidence/open.ts'
import { Contradiction } from '../../reports/evidence/recount.ts'
import { readResults, Unreadable } from '../../reports/read.ts'
import { extract } from '../../spec/text/sentences.ts'
import { entriesOf, ran } from '../evidence/ran.ts'
import { failing, requirement, results } from '../reports/example.ts'

/** Something that reads what others wrote. */
export interface Target {
  readonly name: string
  readonly seeds: readonly Uint8Array[]
  /** Reads an input; answers whether it was taken. Throws where it was neither taken nor refused. */
  read(input: Buffer): boolean | Promise<boolean>
}

/** All targets; `folder` is for those that read files. */
export async function targets(folder: string): Promise<Target[]> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'input')
  const reading = (read: (file: string) => unknown) => async (input: Buffer) => {
    writeFileSync(file, input)
    return taken(async () => read(file), Unreadable, Contradiction)
  }
  return [
    { name: 'requests', seeds: requests(), read: answered },
    { name: 'replies', seeds: replies(), read: replied },
    ...codecs(),
    {
      name: 'markdown',
      seeds: texts('docs').map((text) => text.subarray(0, 5_000)),
      read: (input) => extract(input.toString()).sentences.length > 0,
    },
    { name: 'baseline', seeds: [Buffer.from(baseline)], read: reading(readBaseline) },
    { name: 'results', seeds: [Buffer.from(JSON.stringify(example))], read: reading(readResults) },
    {
      name: 'bundle',
      seeds: [await bundled(join(folder, 'run'))],
      // With a chain and a gzip around it that are right, so that its lines are reached; at times without.
      read: (input) =>
        reading(readBundle)(input.length % 4 === 0 ? input : gzipSync(chained(input))),
    },
  ]
}

async function taken(
  read: () => unknown,
  ...refusals: (new (
    ...args: never[]
  ) => Error)[]
): Promise<boolean> {
  try {
    await read()
    return true
  } catch (cause) {
    if (refusals.some((refusal) => cause instanceof refusal)) return false
    throw cause
  }
}

/** A request with parameters of the right names for every operation. */
function requests(): Buffer[] {
  return Object.entries(operations).map(([op, { params }], at) => {
    const { properties = {} } = params as { properties?: Record<string, { type?: string }> }
    const values = Object.entries(properties).map(([name, { type }]) => [name, sample(type)])
    const request = { id: at + 1, op, instance: 'a', now: 0, params: Object.fromEntries(values) }
    return Buffer.from(JSON.stringify(request))
  })
}

function sample(type: string | undefined): unknown {
  return (
    { string: '01'.repeat(32), integer: 1, number: 1, boolean: true, array: [] }[type ?? ''] ?? {}
  )
}

async function answered(input: Buffer): Promise<boolean> {
  const reply = JSON.parse(await answer(reference(), input.toString())) as object
  assert.equal(replyFault(reply), undefined)
  return !('error' in reply)
}

function replies(): Buffer[] {
  return [
    { id: 1, ok: {} },
    { id: 1, ok: { wire: '00ff', events: [{ type: 'delivered', messageId: 'm' }] } },
    { id: 1, rejected: { code: 'undecodable', native: 'no' } },
    { id: 1, unsupported: { capability: 'sds.tick' } },
    { id: 1, error: { message: 'm', stack: 's' } },
  ].map((reply) => Buffer.from(JSON.stringify(reply)))
}

const ops = Object.keys(operations) as Op[]

async function replied(input: Buffer): Promise<boolean> {
  const op = ops[input.length % ops.length] as Op
  return taken(() => {
    const reply = replyTo({ id: 1, op, now: 0, params: {} }, input.toString())
    const fault = replyFault(reply)
    if (fault !== undefined) throw new Garbled(fault)
    checked(op, reply as never)
  }, Garbled)
}

interface Codec {
  decode(bytes: Uint8Array): object
  encode(value: never): Uint8Array
}

/** Every kind of record, from the vectors of its area. What is taken is written again, and read as the same. */
function codecs(): Target[] {
  const [sds, later] = Object.values(sdsCodecs)
  const known: readonly (readonly [string, string, readonly Codec[]])[] = [
    ['sds', 'sds', [sds, later] as unknown as Codec[]],
    ['voting', 'voting', [proposalType]],
    ['archives', 'archives', [wakuMessage, archive, archiveIndex, announcement]],
    ['payloads', 'payloads', recordNames.map((name) => record(name).codec)],
  ]
  return known.map(([name, folder, all]) => ({
    name: `codec of ${name}`,
    seeds: hexIn(join('vectors', folder)),
    // One input is not tried as every kind: its length decides.
    read: (input) =>
      taken(() => again(all[input.length % all.length] as Codec, input), DecodeError),
  }))
}

function again(codec: Codec, input: Buffer): void {
  const value = codec.decode(input)
  assert.deepEqual(codec.decode(codec.encode(value as never)), value)
}

/** Every longer string of hex digits in the vectors of an area. */
function hexIn(folder: string): Buffer[] {
  const root = join(import.meta.dirname, '..', '..', folder)
  const files = readdirSync(root).filter((file) => file.endsWith('.json'))
  return files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/"((?:[0-9a-f]{2}){8,2000})"/g)]
      .slice(0, 200)
      .map(([, hex = '']) => Buffer.from(hex, 'hex')),
  )
}

function texts(folder: string): Buffer[] {
  const root = join(import.meta.dirname, '..', '..', folder)
  const files = readdirSync(root).filter((file) => file.endsWith('.md'))
  return files.map((file) => readFileSync(join(root, file)))
}

const example = results([failing('SDS-X-01'), requirement('SDS-X-02')])

const baseline = `schema: 1
entries:
  - id: SDS-X-01
    signature: 1a2b
    reason: "known: see the tracker"
    owner: Alice
    expires: 2027-01-31
`

/** The lines of a bundle of one requirement, without their hashes. */
async function bundled(folder: string): Promise<Buffer> {
  await ran('reference', ['SDS-SEND-01'], folder)
  await writeBundle(folder, `${folder}.gz`)
  return Buffer.from(
    entriesOf(`${folder}.gz`)
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  )
}

/** Lines with the hashes that they should have, where they are objects at all. */
function chained(text: Buffer): Buffer {
  const chain = new Chain()
  const lines = text
    .toString()
    .split('\n')
    .filter((line) => line !== '')
  return Buffer.from(lines.map((line) => `${chain.add(line)}\n`).join(''))
}
