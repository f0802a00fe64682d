/* Other people's codecs, asked what they make of a vector. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type ClientEntry, isBuilt, readClient } from '../../adapters/clients/entry.ts'
import { type MessageVector, textOf, type VectorMessage } from './message-vector.ts'

export const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
export const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

const proto = join(import.meta.dirname, '../../proto')

function protoc(args: string[], input: string | Uint8Array = '') {
  return spawnSync('protoc', [`-I${proto}`, ...args], { input })
}

export const noProtoc =
  protoc(['--version']).status !== 0 && 'not measured: no protoc on this machine'
const python = ['python3', '/usr/bin/python3'].find(
  (name) => spawnSync(name, ['-c', 'import google.protobuf']).status === 0,
)
export const noPython =
  noProtoc || (!python && 'not measured: no python3 with protobuf on this machine')

/** Whether protoc, by a schema of proto/, reads the bytes as `message`, or refuses them where there is none. */
export function protocReads(
  schema: string,
  { wire, canonical }: MessageVector,
  message: VectorMessage | undefined,
): boolean {
  const theirs = protoc(['--decode=vac.sds.Message', schema], bytes(wire))
  if (!message) return theirs.status !== 0
  const written = protoc(['--encode=vac.sds.Message', schema], textOf(message))
  if (written.status !== 0) throw new Error(written.stderr.toString())
  if (canonical && hex(written.stdout) !== wire) return false
  const wanted = protoc(['--decode=vac.sds.Message', schema], written.stdout)
  return theirs.status === 0 && known(theirs.stdout) === known(wanted.stdout)
}

interface PythonAnswer {
  readonly refused?: string
  readonly message?: VectorMessage
  readonly written?: string
}

/** What Python's own protobuf says of each vector, by a schema of proto/. */
export function pythonAnswers(
  schema: string,
  vectors: readonly MessageVector[],
): Map<string, PythonAnswer> {
  const folder = mkdtempSync(join(tmpdir(), 'sds-'))
  try {
    const descriptors = join(folder, 'sds.pb')
    protoc([`--descriptor_set_out=${descriptors}`, schema])
    const script = join(import.meta.dirname, 'read-sds.py')
    const input = vectors.map(({ wire }) => `${wire}\n`).join('')
    const { status, stdout, stderr } = spawnSync(python as string, [script, descriptors], { input })
    if (status !== 0) throw new Error(stderr.toString())
    const lines = stdout.toString().trim().split('\n')
    return new Map(vectors.map(({ id }, i) => [id, JSON.parse(lines[i] ?? '')]))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export function pythonReads(
  answers: ReadonlyMap<string, PythonAnswer>,
  { id, wire, canonical }: MessageVector,
  message: VectorMessage | undefined,
): boolean {
  const { refused, message: got, written } = answers.get(id) ?? {}
  if (!message) return refused !== undefined
  return isDeepStrictEqual(got, message) && (!canonical || written === wire)
}

/** The codec of @waku/sds in a version, and why it cannot be asked. */
export function waku(version: string) {
  const client = readClient(`waku-sds-${version}`)
  const skip = !isBuilt(client) && 'not measured: run npm run clients:build'
  return { skip, load: (view = asText) => loadWaku(client, version, view) }
}

async function loadWaku({ folder }: ClientEntry, version: string, view: typeof asText) {
  const { Message } = await import(join(folder, `node_modules/sds-${version}/dist/index.js`))
  return ({ wire, canonical }: MessageVector, message: VectorMessage | undefined): boolean => {
    const got = attempt(() => Message.decode(bytes(wire)))
    if (!message || !got) return !message && !got
    const { content: wanted, ...others } = message
    const seen = view(got)
    // Its reader makes no difference between unset and empty content (AMB-12), so cannot write the latter again.
    if (!wanted) return isDeepStrictEqual(seen, others)
    return (
      isDeepStrictEqual(seen, { ...others, content: wanted }) &&
      (!canonical || hex(got.encode()) === wire)
    )
  }
}

interface Decoded {
  readonly senderId: string
  readonly messageId: string
  readonly channelId: string
  readonly lamportTimestamp?: bigint | undefined
  readonly causalHistory: readonly DecodedEntry[]
  readonly bloomFilter?: Uint8Array | undefined
  readonly repairRequest?: readonly DecodedEntry[] | undefined
  readonly content?: Uint8Array | undefined
}

interface DecodedEntry {
  readonly messageId: string
  readonly retrievalHint?: Uint8Array | undefined
  readonly senderId?: string | undefined
}

const asText = (message: Decoded): VectorMessage => viewOf(message, String)

/** Without what the pinned text does not know. */
export const asPinned = ({ repairRequest: _, causalHistory, ...rest }: Decoded): VectorMessage =>
  asText({ ...rest, causalHistory: causalHistory.map(({ senderId: _, ...entry }) => entry) })

/** A message as codecs hand it out, in the form of the vectors. */
export function viewOf(message: Decoded, lamport: (n: bigint) => unknown): VectorMessage {
  const { senderId, messageId, channelId, lamportTimestamp, bloomFilter, content } = message
  const { repairRequest = [] } = message
  return {
    senderId,
    messageId,
    channelId,
    ...(lamportTimestamp !== undefined && { lamportTimestamp: String(lamport(lamportTimestamp)) }),
    causalHistory: message.causalHistory.map(entryOf),
    ...(bloomFilter && { bloomFilter: hex(bloomFilter) }),
    ...(repairRequest.length > 0 && { repairRequest: repairRequest.map(entryOf) }),
    ...(content && { content: hex(content) }),
  }
}

function entryOf({ messageId, retrievalHint, senderId }: DecodedEntry) {
  return {
    messageId,
    ...(retrievalHint && { retrievalHint: hex(retrievalHint) }),
    ...(senderId !== undefined && { senderId }),
  }
}

export function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}

/** protoc's text without fields that it knows by number only, and their groups. */
function known(text: Uint8Array): string {
  let depth = 0
  const kept = []
  for (const line of text.toString().split('\n')) {
    if (depth > 0 || /^\s*\d+ \{/.test(line))
      depth += /\{$/.test(line) ? 1 : /^\s*\}$/.test(line) ? -1 : 0
    else if (!/^\s*\d+:/.test(line)) kept.push(line)
  }
  return kept.join('\n')
}
