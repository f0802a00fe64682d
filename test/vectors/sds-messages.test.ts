/* The SDS message vectors, against other people's codecs and then against ours. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { isBuilt, readClient } from '../../adapters/clients/entry.ts'
import { decodeMessage, encodeMessage, int32View, type SdsMessage } from '../../proto/sds.ts'
import {
  later,
  type MessageVector,
  pinned,
  read,
  textOf,
  type VectorMessage,
  vectors,
} from './message-vector.ts'

const proto = join(import.meta.dirname, '../../proto')
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

function protoc(args: string[], input: string | Uint8Array = '') {
  return spawnSync('protoc', [`-I${proto}`, ...args, 'sds.proto'], { input })
}
const noProtoc = protoc(['--version']).status !== 0 && 'not measured: no protoc on this machine'
const python = ['python3', '/usr/bin/python3'].find(
  (name) => spawnSync(name, ['-c', 'import google.protobuf']).status === 0,
)
const noPython = noProtoc || (!python && 'not measured: no python3 with protobuf on this machine')

/** Holds `agrees` against the list of producers, in both directions. */
function credit(producer: string, agrees: (vector: MessageVector) => boolean) {
  const wrong = vectors.filter((vector) => agrees(vector) !== vector.producers.includes(producer))
  assert.deepEqual(
    wrong.map(({ id }) => id),
    [],
    `these say of ${producer} what is not so`,
  )
}

test('the file is as its schema says', () => {
  const check = new Ajv2020({ strict: true, strictRequired: false }).compile(
    read('schema/sds-messages.json'),
  )
  assert.ok(check(read('sds/messages.json')), JSON.stringify(check.errors))
})

test('ids are unique, producers are named and two, requirements exist', () => {
  assert.equal(new Set(vectors.map(({ id }) => id)).size, vectors.length)
  const { producers } = read('sds/messages.json')
  const known = new Set(
    JSON.parse(JSON.stringify(read('../spec/sds.json').requirements)).map(
      ({ id }: { id: string }) => id,
    ),
  )
  for (const { id, producers: of, requirements } of vectors) {
    assert.ok(of.length >= 2, `${id} needs a second producer, or "single-source"`)
    for (const name of of)
      assert.ok(name === 'single-source' || name in producers, `${id}: ${name}`)
    for (const requirement of requirements)
      assert.ok(known.has(requirement), `${id}: ${requirement}`)
  }
})

test('protoc writes and reads them as stated', { skip: noProtoc }, () => {
  credit('protoc', ({ wire, message, canonical }) => {
    const theirs = protoc(['--decode=vac.sds.Message'], bytes(wire))
    if (!message) return theirs.status !== 0
    const written = protoc(['--encode=vac.sds.Message'], textOf(pinned(message)))
    assert.equal(written.status, 0, written.stderr.toString())
    if (canonical && hex(written.stdout) !== wire) return false
    const wanted = protoc(['--decode=vac.sds.Message'], written.stdout)
    return theirs.status === 0 && known(theirs.stdout) === known(wanted.stdout)
  })
})

test('Python reads and writes them as stated', { skip: noPython }, (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'sds-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const descriptors = join(folder, 'sds.pb')
  assert.equal(protoc([`--descriptor_set_out=${descriptors}`]).status, 0)
  const script = join(import.meta.dirname, 'read-sds.py')
  const input = vectors.map(({ wire }) => `${wire}\n`).join('')
  const run = spawnSync(python as string, [script, descriptors], { input })
  assert.equal(run.status, 0, run.stderr.toString())
  const lines = run.stdout.toString().trim().split('\n')
  const seen = new Map(vectors.map(({ id }, i) => [id, JSON.parse(lines[i] ?? '')]))
  credit('python-protobuf', ({ id, wire, message, canonical }) => {
    const { refused, message: got, written } = seen.get(id)
    if (!message) return refused !== undefined
    return same(got, pinned(message)) && (!canonical || written === wire)
  })
})

for (const [version, view] of [
  ['0.0.7', pinned],
  ['0.0.8', later],
] as const) {
  const client = readClient(`waku-sds-${version}`)
  const skip = !isBuilt(client) && 'not measured: run npm run clients:build'
  test(`@waku/sds ${version} reads and writes them as stated`, { skip }, async () => {
    const { Message } = await import(
      join(client.folder, `node_modules/sds-${version}/dist/index.js`)
    )
    credit(`@waku/sds ${version}`, ({ wire, message, canonical }) => {
      const got = attempt(() => Message.decode(bytes(wire)))
      if (!message || !got) return !message && !got
      const { lamportTimestamp, causalHistory, bloomFilter, content } = got
      const seen = {
        senderId: got.senderId,
        messageId: got.messageId,
        channelId: got.channelId,
        ...(lamportTimestamp !== undefined && { lamportTimestamp: String(lamportTimestamp) }),
        causalHistory: causalHistory.map(entryOf),
        ...(bloomFilter && { bloomFilter: hex(bloomFilter) }),
        ...(content && { content: hex(content) }),
      }
      // Its reader makes no difference between unset and empty content (AMB-12), so cannot write the latter again.
      const { content: wanted, ...others } = view(message)
      if (!wanted) return same(seen, others)
      return (
        same(seen, { ...others, content: wanted }) && (!canonical || hex(got.encode()) === wire)
      )
    })
  })
}

test('our codec reads and writes them as stated', () => {
  for (const { id, wire, message, canonical, result } of vectors) {
    const got = attempt(() => decodeMessage(bytes(wire)))
    if (!message || !got) {
      assert.ok(!got && result !== 'valid', `${id}: got ${JSON.stringify(got)}`)
      continue
    }
    const { unknownFields: _, ...known } = got
    assert.deepEqual(
      viewOf(known, (n) => int32View(n)),
      pinned(message),
      id,
    )
    assert.deepEqual(
      viewOf(known, (n) => BigInt.asUintN(64, n)),
      later(message),
      id,
    )
    if (canonical) assert.equal(hex(encodeMessage(got)), wire, id)
  }
})

function viewOf(message: SdsMessage, lamport: (n: bigint) => bigint | number): VectorMessage {
  const { senderId, messageId, channelId, lamportTimestamp, bloomFilter, content } = message
  return {
    senderId,
    messageId,
    channelId,
    ...(lamportTimestamp !== undefined && { lamportTimestamp: String(lamport(lamportTimestamp)) }),
    causalHistory: message.causalHistory.map(entryOf),
    ...(bloomFilter && { bloomFilter: hex(bloomFilter) }),
    ...(content && { content: hex(content) }),
  }
}

function entryOf({ messageId, retrievalHint }: { messageId: string; retrievalHint?: Uint8Array }) {
  return { messageId, ...(retrievalHint && { retrievalHint: hex(retrievalHint) }) }
}

function same(got: unknown, wanted: unknown): boolean {
  return attempt(() => assert.deepEqual(got, wanted) ?? true) ?? false
}

function attempt<T>(act: () => T): T | undefined {
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
