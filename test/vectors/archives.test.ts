/* The archives vectors: against their schemas, against other people's code, and then against ours. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import sha3 from 'js-sha3'
import { archiveRecord } from '../../proto/archives/records.ts'
import { fromJsonAs, toJsonAs } from '../../proto/payloads/json.ts'
import { keyVectors, messageVectors } from '../../vectors/archives/load.ts'

const vectors = join(import.meta.dirname, '../../vectors')
const read = (path: string) => JSON.parse(readFileSync(join(vectors, path), 'utf8'))

const schemas = {
  messages: 'archives-messages',
  communities: 'archives-messages',
  indices: 'archives-indices',
  cids: 'archives-cids',
  topics: 'archives-topics',
  announcements: 'archives-announcements',
}
for (const [file, schema] of Object.entries(schemas))
  test(`archives/${file}.json is as its schema says, and no id stands twice`, () => {
    const check = new Ajv2020({ strict: true }).compile(read(`schema/${schema}.json`))
    const content: { cases: { id: string }[] } = read(`archives/${file}.json`)
    assert.ok(check(content), JSON.stringify(check.errors))
    const ids = content.cases.map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
  })

const python = ['python3', '/usr/bin/python3'].find(
  (name) => spawnSync(name, ['-c', 'import google.protobuf']).status === 0,
)
const none =
  spawnSync('protoc', ['--version']).status !== 0
    ? 'not measured: no protoc on this machine'
    : !python && 'not measured: no python3 with protobuf on this machine'

test("Python's protobuf and protoc make the messages as they stand", { skip: none }, () => {
  const args = [join(vectors, 'archives/produce.py'), '--check']
  const { status, stderr } = spawnSync(python ?? '', args, { encoding: 'utf8' })
  assert.equal(status, 0, stderr)
})

test('js-sha3 makes the same keys', () => {
  for (const { id, indexMetadata, key } of keyVectors())
    assert.equal(`0x${sha3.keccak256(Buffer.from(indexMetadata, 'hex'))}`, key, id)
})

for (const subject of ['messages', 'communities'] as const)
  test(`our codec reads and writes ${subject} as others do`, () => {
    for (const { id, record, result, bytes, value, canonical } of messageVectors(subject)) {
      const { codec, type } = archiveRecord(record)
      const wire = Buffer.from(bytes, 'hex')
      if (result === 'invalid') {
        assert.throws(() => codec.decode(wire), id)
        continue
      }
      const read = JSON.parse(JSON.stringify(toJsonAs(type, codec.decode(wire))))
      assert.deepEqual(read, value, id)
      if (canonical)
        assert.equal(Buffer.from(codec.encode(fromJsonAs(type, value))).toString('hex'), bytes, id)
    }
  })
