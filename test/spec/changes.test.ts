import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changes } from '../../spec/check/changes.ts'
import { frozen } from '../../spec/freeze.ts'
import { extract } from '../../spec/text/sentences.ts'
import { LAMP } from './lamp.ts'

const before = frozen(LAMP, 'here')

function edited(edit: (text: string) => string) {
  const text = edit(LAMP)
  assert.notEqual(text, LAMP, 'the edit found its place')
  return changes(before, extract(text).sentences)
}

test('the same text has no changes', () => {
  assert.deepEqual(changes(before, extract(LAMP).sentences), [])
})

test('a weakened MUST is a change of level', () => {
  const [change, ...rest] = edited((text) => text.replace('It MUST raise', 'It MAY raise'))
  assert.deepEqual(rest, [])
  assert.ok(change?.kind === 'changed')
  assert.deepEqual(change.level, { was: 'MUST', now: 'MAY' })
  assert.equal(change.was.line, 22)
})

test('a MUST weakened in the sentence that leads into a list changes what the list hands down', () => {
  const found = edited((text) => text.replace('Each node MUST keep', 'Each node MAY keep'))
  assert.deepEqual(
    found.map((change) => change.kind === 'changed' && change.level),
    [
      { was: 'MUST', now: 'MAY' },
      { was: 'MUST', now: 'MAY' },
    ],
  )
})

test('a changed number tells the new one', () => {
  const [change, ...rest] = edited((text) => text.replace('`7`', '`8`'))
  assert.deepEqual(rest, [])
  assert.ok(change?.kind === 'changed')
  assert.deepEqual([change.added, change.lost, change.level], [['8'], 1, undefined])
})

test('a deleted sentence is gone, an added one is new', () => {
  const gone = edited((text) => text.replace(' No light is sent.', ''))
  assert.deepEqual(
    gone.map((change) => [change.kind, 'was' in change && change.was.locator]),
    [['gone', 'no light is sent']],
  )
  const fresh = edited((text) => text.replace('stays dark.', 'stays dark. Bulbs MUST be kept.'))
  assert.deepEqual(
    fresh.map((change) => [change.kind, 'now' in change && change.now.text]),
    [['new', 'Bulbs MUST be kept']],
  )
})

test('a step that goes before another is reordered, a sentence under another heading is moved', () => {
  const reordered = edited((text) =>
    text
      .replace('1. It SHOULD wait for _two_ seconds.\n2. It MUST', '1. It MUST')
      .replace('counter by `1`.\n', 'counter by `1`.\n2. It SHOULD wait for _two_ seconds.\n'),
  )
  assert.deepEqual(
    reordered.map(({ kind }) => kind),
    ['reordered'],
  )
  const moved = edited((text) =>
    text.replace(' No light is sent.', '').replace('## Rooms\n', '## Rooms\n\nNo light is sent.\n'),
  )
  assert.deepEqual(
    moved.map(({ kind }) => kind),
    ['moved'],
  )
})

test('a re-wrapped paragraph is no change', () => {
  assert.deepEqual(
    edited((text) => text.replace('a lamp\nthat nodes', 'a lamp that\nnodes')),
    [],
  )
})
