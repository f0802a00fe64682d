import assert from 'node:assert/strict'
import { test } from 'node:test'
import { declarations, isProtobuf } from '../../spec/text/protobuf.ts'

const summary = (code: string) =>
  declarations(code).map(({ kind, scope, name, number }) => [kind, scope, name, number])

test('a block is known by its messages and enums, whatever its fence says', () => {
  assert.ok(isProtobuf('message Lamp {\n}'))
  assert.ok(!isProtobuf('level = counter % 3'))
})

test('semicolons that are missing end with their line', () => {
  assert.deepEqual(
    summary('syntax = "proto3"\n\nmessage Lamp {\n  uint8 level = 1\n  bytes id = 2 // key\n}'),
    [
      ['option', '', 'syntax', undefined],
      ['message', '', 'Lamp', undefined],
      ['field', 'Lamp', 'level', 1],
      ['field', 'Lamp', 'id', 2],
    ],
  )
})

test('a block that stops too early keeps what it has', () => {
  assert.deepEqual(summary('message Lamp {\n  Kind kind = 1;\n  enum Kind {\n    RED = 1;'), [
    ['message', '', 'Lamp', undefined],
    ['field', 'Lamp', 'kind', 1],
    ['enum', 'Lamp', 'Kind', undefined],
    ['value', 'Lamp.Kind', 'RED', 1],
  ])
})

test('a field without a name keeps type and number', () => {
  const [, field] = declarations('message Lamp {\n  repeated Votes = 14;\n}')
  assert.deepEqual(
    [field?.type, field?.label, field?.name, field?.number],
    ['Votes', 'repeated', '', 14],
  )
})

test('a oneof is no scope of names; maps, options and reserved numbers are read', () => {
  const found = declarations(
    'message Lamp {\n  oneof state {\n    bool on = 1;\n  }\n  map<string,Room> rooms = 2 [deprecated = true];\n  reserved 3, 4;\n}',
  )
  assert.deepEqual(
    found.map(({ kind, scope, name, type }) => [kind, scope, name, type]),
    [
      ['message', '', 'Lamp', undefined],
      ['oneof', 'Lamp', 'state', undefined],
      ['field', 'Lamp', 'on', 'bool'],
      ['field', 'Lamp', 'rooms', 'map<string,Room>'],
      ['reserved', 'Lamp', '3, 4', undefined],
    ],
  )
})

test('a comment belongs to the declaration it follows on its line, or stands above', () => {
  const found = declarations(
    'message Lamp {\n  // how bright\n  // it is\n  int32 level = 1;\n  bool on = 2; // lit\n}',
  )
  assert.deepEqual(
    found.map(({ name, comments }) => [name, comments.map(({ text }) => text)]),
    [
      ['Lamp', []],
      ['level', ['how bright it is']],
      ['on', ['lit']],
    ],
  )
})
