import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Hello } from '../../adapters/contract/hello.ts'
import { declaredRevision, knownRevision } from '../../cli/revision.ts'
import { UsageError } from '../../cli/usage.ts'

const hello = (revisions?: Record<string, string>) =>
  ({ areas: ['sds', 'voting'], ...(revisions && { revisions }) }) as Hello

test('without a declaration it is the pinned revision', () => {
  assert.equal(knownRevision(), '2025-09-16')
  assert.equal(declaredRevision(hello(), []), '2025-09-16')
})

test('a declaration is by area, and one run has one revision', () => {
  const later = hello({ sds: '2026-04-02' })
  assert.equal(declaredRevision(later, ['sds']), '2026-04-02')
  assert.equal(declaredRevision(later, ['voting']), '2025-09-16')
  assert.throws(() => declaredRevision(later, []), UsageError)
})

test('a revision that is not frozen is refused', () => {
  assert.throws(() => knownRevision('2026-04-03'), UsageError)
  assert.throws(() => declaredRevision(hello({ sds: 'b1da7038' }), ['sds']), UsageError)
})
