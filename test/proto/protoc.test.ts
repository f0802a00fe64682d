/* Bytes of our codec against those of protoc, the codec of the people who define the format. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { messageType } from '../../proto/codec.ts'

const missing =
  spawnSync('protoc', ['--version']).status !== 0 && 'not measured: no protoc on this machine'

function protoc(
  mode: '--encode' | '--decode',
  file: string,
  type: string,
  input: string | Uint8Array,
) {
  const folder = join(import.meta.dirname, file, '..')
  const run = spawnSync(
    'protoc',
    [`${mode}=${type}`, `-I${folder}`, join(import.meta.dirname, file)],
    {
      input,
    },
  )
  assert.equal(run.status, 0, run.stderr.toString())
  return run.stdout
}

const messages: [string, string, string, string][] = [
  [
    'an SDS message',
    '../../proto/sds.proto',
    'vac.sds.Message',
    `sender_id: "a" message_id: "\\303\\244" channel_id: "0" lamport_timestamp: 1000001
     causal_history { message_id: "x" } causal_history { message_id: "y" retrieval_hint: "\\377" }
     bloom_filter: "" content: "\\000\\001"`,
  ],
  [
    'an SDS message with a negative timestamp',
    '../../proto/sds.proto',
    'vac.sds.Message',
    'lamport_timestamp: -5',
  ],
  [
    'an SDS message with the fields of SDS-R',
    '../../proto/sds-2026-04-02.proto',
    'vac.sds.Message',
    `sender_id: "a" message_id: "m" channel_id: "0" lamport_timestamp: 18446744073709551615
     causal_history { message_id: "x" sender_id: "b" } causal_history { message_id: "y" retrieval_hint: "" sender_id: "" }
     repair_request { message_id: "z" sender_id: "c" } repair_request { message_id: "z" retrieval_hint: "\\377" }
     content: "\\001"`,
  ],
  [
    'every kind of field',
    'every.proto',
    'test.Every',
    `int32: -1 uint32: 4294967295 sint32: -2147483648 int64: -9223372036854775808
     uint64: 18446744073709551615 sint64: -9007199254740993 fixed32: 4294967295 sfixed32: -1
     fixed64: 9007199254740993 sfixed64: -9223372036854775808 float: 1.5 double: -0 bool: true
     string: "\\360\\237\\230\\200" bytes: "\\377\\000" colour: RED optional_int32: 0 optional_bytes: ""
     packed: [1, 9007199254740993] unpacked: [0, 18446744073709551615] strings: ["", "b"]
     map { key: "__proto__" value { int32: 1 } } by_number { key: 18446744073709551615 value: "v" }
     every { every {} } everies {} everies { int32: 3 } text: "" colours: [NONE, RED]`,
  ],
]

for (const [what, file, name, text] of messages)
  test(`${what}: protoc writes it, we read it and write the same bytes`, { skip: missing }, () => {
    const type = messageType(join('..', 'test', 'proto', file), name)
    const theirs = protoc('--encode', file, name, text)
    const message = type.decode(theirs)
    assert.equal(Buffer.from(type.encode(message)).toString('hex'), theirs.toString('hex'))
    const read = protoc('--decode', file, name, type.encode(message))
    assert.equal(protoc('--encode', file, name, read).toString('hex'), theirs.toString('hex'))
  })
