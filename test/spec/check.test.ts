import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { spec } from '../../cli/spec.ts'
import { type CheckedChange, check, demands } from '../../spec/check/check.ts'
import { checkMarkdown } from '../../spec/check/markdown.ts'
import { schemaDifferences } from '../../spec/check/schemas.ts'
import { checkText } from '../../spec/check/terminal.ts'
import { revision } from '../../spec/revisions.ts'
import { LATER_TEXTS, needsTexts, PINNED_TEXTS } from './texts.ts'

const scratch = mkdtempSync(join(tmpdir(), 'vac-check-'))
after(() => rmSync(scratch, { recursive: true }))
let folders = 0

/** A folder with one edited text of the pinned revision. */
function edited(file: string, edit: (text: string) => string, place = file): string {
  const text = readFileSync(join(PINNED_TEXTS, file), 'utf8')
  const changed = edit(text)
  const folder = join(scratch, String(folders++))
  mkdirSync(dirname(join(folder, place)), { recursive: true })
  writeFileSync(join(folder, place), changed)
  return folder
}

function changesOf(folder: string): CheckedChange[] {
  return check(folder).documents.flatMap(({ changes }) => changes)
}

const ids = (change: CheckedChange | undefined): string[] =>
  change?.touches.map(({ id }) => id) ?? []

async function exit(...args: string[]): Promise<number> {
  const { write } = process.stdout
  process.stdout.write = () => true
  try {
    return await spec(args)
  } finally {
    process.stdout.write = write
  }
}

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
      'Triggered by the [Deliver Message](#deliver-message) procedure.',
      'Started by the [Deliver Message](#deliver-message) procedure.',
    ),
  )
  assert.deepEqual(ids(changesOf(folder)[0]), ['SDS-DELIV-05'])
})

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

test('against its own revision the later SDS is unchanged', needsTexts, () => {
  const { documents } = check(LATER_TEXTS, { against: '2026-04-02' })
  assert.deepEqual(
    documents.map(({ document, changes }) => [document, changes.length]),
    [['sds', 0]],
  )
})

test(
  'text from a checkout cannot leave its cell, mention anybody or write markup',
  needsTexts,
  () => {
    const folder = edited('sds.md', (text) =>
      text.replace(
        'This is an optional element in the protocol design',
        'This is an optional | element @everyone &lt;script&gt; \\[x](https://e.example) in the protocol design',
      ),
    )
    const markdown = checkMarkdown(check(folder))
    const row = markdown.split('\n').find((line) => line.includes('everyone')) ?? ''
    assert.equal(row.match(/(?<!\\)\|/g)?.length, 5)
    assert.ok(!row.includes('@everyone') && !row.includes('<script') && !/[^\\]\[x/.test(row), row)
  },
)

test('control characters of a checkout do not reach the terminal', needsTexts, () => {
  const folder = edited('sds.md', (text) =>
    text.replace('aims to scale to very', 'aims to \u001b[31mscale\u0007 to very'),
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  assert.ok(!/[\u0000-\u0009\u000b-\u001f]/.test(checkText(check(folder))))
})

/** Where a pinned text cannot be compiled as printed, and proto/ therefore says otherwise. */
const CORRECTIONS = [
  'consensus: number reused Proposal.votes',
  '61-community-history: retyped WakuMessageArchiveMetadata.version',
  '61-community-history: retyped WakuMessageArchive.version',
  '61-community-history: retyped WakuMessageArchiveIndexMetadata.version',
  '56-communities: message removed ImageType',
  '62-payloads: message removed UnfurledLink',
  '62-payloads: message removed CommunityTokenPermission',
  '62-payloads: message removed CommunityTokenMetadata',
]

test('proto/ says what the pinned texts print, but for corrections without which they do not compile', () => {
  const found = Object.entries(revision().documents).flatMap(([document, { declarations }]) =>
    schemaDifferences(document, declarations).map(
      ({ kind, path }) => `${document}: ${kind} ${path}`,
    ),
  )
  assert.deepEqual(found.toSorted(), CORRECTIONS.toSorted())
})
