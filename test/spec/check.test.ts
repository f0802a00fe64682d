import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../../spec/check/check.ts'
import { changesOf, edited, exit, ids } from './edited.ts'
import { needsTexts, PINNED_TEXTS } from './texts.ts'

test('the pinned texts are unchanged, exit 0', needsTexts, async () => {
  for (const { document, changes, descriptors, schemas } of check(PINNED_TEXTS).documents) {
    assert.deepEqual([changes, descriptors, schemas], [[], [], []], document)
  }
  assert.equal(await exit('check', PINNED_TEXTS), 0)
})

test('a MUST weakened is found with its requirement, exit 1', needsTexts, async () => {
  const folder = edited('sds.md', (text) =>
    text.replace('The participant MUST rebroadcast', 'The participant SHOULD rebroadcast'),
  )
  const [change, ...rest] = changesOf(folder)
  assert.deepEqual(rest, [])
  assert.ok(change?.kind === 'changed')
  assert.deepEqual(change.level, { was: 'MUST', now: 'SHOULD' })
  assert.deepEqual(ids(change), ['SDS-SWOUT-01', 'SDS-SWOUT-02'])
  assert.equal(await exit('check', folder), 1)
})

test('a number changed is found', needsTexts, () => {
  const folder = edited('61-community-history-service.md', (text) =>
    text.replace('MUST wait for 20 seconds', 'MUST wait for 30 seconds'),
  )
  const [change, ...rest] = changesOf(folder)
  assert.deepEqual(rest, [])
  assert.ok(change?.kind === 'changed')
  assert.deepEqual([change.added, change.lost], [['30'], 1])
  assert.deepEqual(ids(change), ['ARCH-DL-02'])
})

test('a field renumbered is found in text, messages and proto/', needsTexts, () => {
  const folder = edited('consensus-hashgraphlike.md', (text) =>
    text.replace('bytes signature = 28;', 'bytes signature = 29;'),
  )
  const [document] = check(folder).documents
  assert.deepEqual(ids(document?.changes[0]), ['VOTE-WIRE-20'])
  assert.equal(document?.changes.length, 1)
  assert.deepEqual(
    document?.descriptors.map(({ kind, path, breaking }) => [kind, path, breaking]),
    [['renumbered', 'Vote.signature', true]],
  )
  assert.match(document?.schemas[0]?.place ?? '', /^proto\/consensus\.proto:\d+$/)
})

test('a sentence deleted is found', needsTexts, () => {
  const folder = edited('sds.md', (text) =>
    text.replace('* MUST NOT be included in bloom filters\n', ''),
  )
  const [change, ...rest] = changesOf(folder)
  assert.deepEqual(rest, [])
  assert.equal(change?.kind, 'gone')
  assert.deepEqual(ids(change), ['SDS-SYNC-07'])
})

test('a paragraph re-wrapped is not reported, exit 0', needsTexts, async () => {
  const folder = edited('sds.md', (text) =>
    text.replace(
      /If the received message’s Lamport[\s\S]*?received message\.\n/,
      (paragraph) => `${paragraph.trim().replace(/\s+/g, ' ')}\n`,
    ),
  )
  assert.deepEqual(changesOf(folder), [])
  assert.equal(await exit('check', folder), 0)
})

test('a remark reworded changes nothing that is required, exit 0', needsTexts, async () => {
  const folder = edited('sds.md', (text) =>
    text.replace('aims to scale to very large groups', 'aims to scale to large groups'),
  )
  assert.deepEqual(
    changesOf(folder).map(({ kind, touches }) => [kind, touches]),
    [['changed', []]],
  )
  assert.equal(await exit('check', folder), 0)
})

test('a new sentence that demands something needs a decision, exit 1', needsTexts, async () => {
  const folder = edited('sds.md', (text) =>
    text.replace('These messages are termed', 'They MUST be short.\nThese messages are termed'),
  )
  assert.equal(await exit('check', folder), 1)
})

test('the same words under two headings touch the requirements of their own', needsTexts, () => {
  const folder = edited('sds.md', (text) =>
    text.replace(
      'Triggered by the [Receive Message](#receive-message) procedure.',
      'Started by the [Receive Message](#receive-message) procedure.',
    ),
  )
  assert.deepEqual(ids(changesOf(folder)[0]), ['SDS-DELIV-03'])
})
