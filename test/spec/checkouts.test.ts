import assert from 'node:assert/strict'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { check, demands } from '../../spec/check/check.ts'
import { edited, exit, ids, scratch } from './edited.ts'
import { LATER_TEXTS, needsTexts } from './texts.ts'

const layouts = ['vac/raw/sds.md', 'docs/vac/raw/sds.md', 'docs/ift-ts/raw/sds.md']
for (const place of layouts) {
  test(`a text is found as ${place}`, needsTexts, () => {
    const folder = edited('sds.md', (text) => text, place)
    mkdirSync(join(folder, 'docs', 'deprecated'), { recursive: true })
    writeFileSync(join(folder, 'docs', 'deprecated', 'sds.md'), '# An old copy\n')
    assert.deepEqual(
      check(folder).documents.map(({ path }) => path),
      [place],
    )
  })
}

test('two files that could be one document are an error that names both', needsTexts, () => {
  const folder = edited('sds.md', (text) => text, 'a/sds.md')
  cpSync(join(folder, 'a'), join(folder, 'b'), { recursive: true })
  assert.throws(() => check(folder), /a\/sds\.md and b\/sds\.md/)
})

test('a folder without the texts is a mistake of the caller', async () => {
  const empty = join(scratch, 'empty')
  mkdirSync(empty)
  await assert.rejects(exit('check', empty), { name: 'UsageError' })
})

test(
  'the later SDS is told by its rules: field type, steps of the clock, repair',
  needsTexts,
  () => {
    const { documents } = check(LATER_TEXTS)
    const sds = documents.find(({ document }) => document === 'sds')
    assert.ok(sds && demands(sds))
    const touched = sds.changes.filter(({ kind }) => kind !== 'moved').flatMap(ids)
    assert.deepEqual(
      new Set(touched),
      new Set(['SDS-WIRE-05', 'SDS-SEND-01', 'SDS-SEND-02', 'SDS-SYNC-03']),
    )
    const gone = sds.changes.filter(({ kind }) => kind === 'gone')
    assert.deepEqual(gone, [], 'the step of a sync went from 6 words to 17, and is no new rule')
    assert.deepEqual(
      sds.descriptors.map(({ kind, path }) => [kind, path]),
      [
        ['field added', 'HistoryEntry.sender_id'],
        ['retyped', 'Message.lamport_timestamp'],
        ['field added', 'Message.repair_request'],
      ],
    )
  },
)

test('the later consensus text is told by its six differences', needsTexts, () => {
  const { documents } = check(LATER_TEXTS)
  const found = documents.find(({ document }) => document === 'consensus')
  // Compared by hand with the two texts: the comment of 14 counts because its field got a name.
  assert.deepEqual(
    found?.changes.map((change) => [
      change.kind,
      'now' in change ? change.now.line : 0,
      ids(change),
    ]),
    [
      ['gone', 0, ['VOTE-WIRE-10']],
      ['changed', 91, ['VOTE-WIRE-06']],
      ['changed', 91, ['VOTE-WIRE-06']],
      ['changed', 93, ['VOTE-WIRE-08']],
      ['new', 95, []],
      ['changed', 95, ['VOTE-WIRE-10']],
      ['changed', 103, ['VOTE-WIRE-15']],
      ['changed', 156, ['VOTE-EXP-01', 'VOTE-EXP-03']],
    ],
  )
})

test('against their own revision the later texts are unchanged', needsTexts, () => {
  const { documents } = check(LATER_TEXTS, { against: '2026-04-02' })
  assert.deepEqual(
    documents.map(({ document, changes }) => [document, changes.length]),
    [
      ['sds', 0],
      ['consensus', 0],
    ],
  )
})
