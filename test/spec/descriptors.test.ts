import assert from 'node:assert/strict'
import { test } from 'node:test'
import { descriptorChanges } from '../../spec/check/descriptors.ts'
import { declarations } from '../../spec/text/protobuf.ts'

const BEFORE = `message Lamp {
  string id = 1;
  int32 level = 2;
  Kind kind = 3;
  repeated string rooms = 4;
  bytes key = 5;
  enum Kind {
    DARK = 0;
    RED = 1;
  }
}
message Room {
  string name = 1;
}`

function edited(edit: (text: string) => string) {
  assert.notEqual(edit(BEFORE), BEFORE, 'the edit found its place')
  return descriptorChanges(declarations(BEFORE), declarations(edit(BEFORE))).map(
    ({ kind, path, breaking, clash }) =>
      `${kind} ${path}${breaking ? ' breaking' : ''}${clash ? ' clash' : ''}`,
  )
}

test('the same messages have no differences, in whichever order their fields stand', () => {
  assert.deepEqual(descriptorChanges(declarations(BEFORE), declarations(BEFORE)), [])
  const swapped = (text: string) =>
    text.replace('  string id = 1;\n', '').replace('bytes key', 'string id = 1;\n  bytes key')
  assert.deepEqual(edited(swapped), [])
})

const cases: Record<string, [(text: string) => string, string[]]> = {
  'a field renumbered': [
    (text) => text.replace('level = 2', 'level = 6'),
    ['renumbered Lamp.level breaking'],
  ],
  'two numbers exchanged': [
    (text) =>
      text.replace('string id = 1', 'string id = 5').replace('bytes key = 5', 'bytes key = 1'),
    [
      'number reused Lamp.key breaking',
      'renumbered Lamp.id breaking',
      'number reused Lamp.id breaking',
      'renumbered Lamp.key breaking',
    ],
  ],
  'a type with the same bytes': [
    (text) => text.replace('int32 level', 'uint64 level'),
    ['retyped Lamp.level'],
  ],
  'a zigzag type': [
    (text) => text.replace('int32 level', 'sint32 level'),
    ['retyped Lamp.level breaking'],
  ],
  'another wire type': [
    (text) => text.replace('int32 level', 'string level'),
    ['retyped Lamp.level breaking clash'],
  ],
  'an enum that becomes a message': [
    (text) => text.replace('Kind kind', 'Room kind'),
    ['retyped Lamp.kind breaking clash'],
  ],
  'a list that becomes one value': [
    (text) => text.replace('repeated string', 'string'),
    ['relabelled Lamp.rooms breaking'],
  ],
  'presence added': [
    (text) => text.replace('int32 level', 'optional int32 level'),
    ['relabelled Lamp.level'],
  ],
  'a field removed': [
    (text) => text.replace('  bytes key = 5;\n', ''),
    ['field removed Lamp.key breaking'],
  ],
  'a field removed and its number reserved': [
    (text) => text.replace('bytes key = 5;', 'reserved 5;'),
    ['reserved Lamp', 'field removed Lamp.key breaking'],
  ],
  'a number given to another field': [
    (text) => text.replace('bytes key = 5', 'uint64 offset = 5'),
    ['number reused Lamp.key breaking clash'],
  ],
  'a field renamed': [(text) => text.replace('bytes key', 'bytes secret'), ['renamed Lamp.key']],
  'a field added': [
    (text) => text.replace('bytes key = 5;', 'bytes key = 5;\n  bool on = 6;'),
    ['field added Lamp.on'],
  ],
  'an enum value renumbered': [
    (text) => text.replace('RED = 1', 'RED = 2'),
    ['value renumbered Lamp.Kind.RED breaking'],
  ],
  'an enum value removed': [
    (text) => text.replace('    RED = 1;\n', ''),
    ['value removed Lamp.Kind.RED breaking'],
  ],
  'a message removed': [
    (text) => text.replace(/message Room[\s\S]*/, ''),
    ['message removed Room breaking'],
  ],
}

for (const [name, [edit, wanted]] of Object.entries(cases)) {
  test(name, () => assert.deepEqual(edited(edit).toSorted(), wanted.toSorted()))
}
