/* The SDS message vectors, against other people's codecs and then against ours. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { decodeMessage, encodeMessage, int32View } from '../../proto/sds.ts'
import { credit, later, type MessageVector, pinned, read } from './message-vector.ts'
import {
  asPinned,
  attempt,
  bytes,
  hex,
  noProtoc,
  noPython,
  protocReads,
  pythonAnswers,
  pythonReads,
  viewOf,
  waku,
} from './sds-codecs.ts'

const SCHEMA = 'sds.proto'
const vectors: readonly MessageVector[] = read('sds/messages.json').cases

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
  credit(vectors, 'protoc', (vector) =>
    protocReads(SCHEMA, vector, vector.message && pinned(vector.message)),
  )
})

test('Python reads and writes them as stated', { skip: noPython }, () => {
  const answers = pythonAnswers(SCHEMA, vectors)
  credit(vectors, 'python-protobuf', (vector) =>
    pythonReads(answers, vector, vector.message && pinned(vector.message)),
  )
})

for (const [version, view] of [
  ['0.0.7', pinned],
  ['0.0.8', later],
] as const) {
  const { skip, load } = waku(version)
  test(`@waku/sds ${version} reads and writes them as stated`, { skip }, async () => {
    const reads = await load(asPinned)
    credit(vectors, `@waku/sds ${version}`, (vector) =>
      reads(vector, vector.message && view(vector.message)),
    )
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
