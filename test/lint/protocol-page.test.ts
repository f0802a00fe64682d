import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { capabilities } from '../../adapters/contract/capabilities.ts'
import type { Operation } from '../../adapters/contract/operation.ts'
import { operations } from '../../adapters/contract/operations.ts'

const page = readFileSync('docs/adapter-protocol.md', 'utf8')
const rows = page.split('\n').filter((line) => line.startsWith('| `'))

test('the page of the protocol has every operation and capability as the contract does', () => {
  const expected = [
    ...Object.entries<Operation>(operations).map(([op, { needs, refuses = [], does }]) => {
      const codes = refuses.map((code) => `\`${code}\``).join(', ')
      return `| \`${op}\` | ${needs ? `\`${needs}\`` : ''} | ${codes} | ${does} |`
    }),
    ...Object.entries(capabilities).map(
      ([name, { kind, means }]) => `| \`${name}\` | ${kind} | ${means} |`,
    ),
  ]
  assert.deepEqual(rows, expected)
})
