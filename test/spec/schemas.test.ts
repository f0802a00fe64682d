import assert from 'node:assert/strict'
import { test } from 'node:test'
import { schemaDifferences } from '../../spec/check/schemas.ts'
import { revision } from '../../spec/revisions.ts'

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

for (const document of ['sds', 'consensus'])
  test(`proto/ says of the later ${document} what its text prints`, () => {
    const { declarations = [] } = revision('2026-04-02').documents[document] ?? {}
    assert.ok(declarations.length > 0)
    const path = `proto/${document}-2026-04-02.proto`
    assert.deepEqual(schemaDifferences(document, declarations, path), [])
  })
