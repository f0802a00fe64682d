/* The vectors of the fields that the later SDS adds, against other people's codecs and then against ours. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { sdsCodecs } from '../../proto/sds.ts'
import { requirements } from '../../spec/requirements.ts'
import { credit, type MessageVector, read } from './message-vector.ts'
import {
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

const SCHEMA = 'sds-2026-04-02.proto'
const file = read('sds/repairs.json')
const vectors: readonly MessageVector[] = file.cases

test('the file is as its schema says, its requirements are of the later revision', () => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false })
  const check = ajv.compile(read('schema/sds-messages.json'))
  assert.ok(check(file), JSON.stringify(check.errors))
  assert.equal(new Set(vectors.map(({ id }) => id)).size, vectors.length)
  const known = requirements('2026-04-02')
  for (const { id, producers, requirements } of vectors) {
    assert.ok(producers.length >= 2, id)
    for (const requirement of requirements)
      assert.ok(known.has(requirement), `${id}: ${requirement}`)
  }
})

test('protoc writes and reads them as stated', { skip: noProtoc }, () => {
  credit(vectors, 'protoc', (vector) => protocReads(SCHEMA, vector, vector.message))
})

test('Python reads and writes them as stated', { skip: noPython }, () => {
  const answers = pythonAnswers(SCHEMA, vectors)
  credit(vectors, 'python-protobuf', (vector) => pythonReads(answers, vector, vector.message))
})

const { skip, load } = waku('0.0.8')
test('@waku/sds 0.0.8 reads and writes them as stated', { skip }, async () => {
  const reads = await load()
  credit(vectors, '@waku/sds 0.0.8', (vector) => reads(vector, vector.message))
})

test('to a reader of the pinned text the new fields are unknown, and the rest is the same', {
  skip: noPython,
}, () => {
  const answers = pythonAnswers('sds.proto', vectors)
  for (const { id, message } of vectors) {
    if (!message) continue
    const got = { ...answers.get(id)?.message }
    delete got.lamportTimestamp
    const { lamportTimestamp, repairRequest, causalHistory, ...rest } = message
    const without = causalHistory.map(({ senderId: _, ...entry }) => entry)
    assert.deepEqual(got, { ...rest, causalHistory: without }, id)
  }
})

test('our codec reads and writes them as stated', () => {
  const { decode, encode } = sdsCodecs['2026-04-02']
  for (const { id, wire, message, canonical } of vectors) {
    const got = attempt(() => decode(bytes(wire)))
    assert.equal(got === undefined, message === undefined, id)
    if (!got) continue
    assert.deepEqual(
      viewOf(got, (n) => BigInt.asUintN(64, n)),
      message,
      id,
    )
    if (canonical) assert.equal(hex(encode(got)), wire, id)
  }
})
