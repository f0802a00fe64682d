import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { clientNames, readClient } from '../../adapters/clients/entry.ts'
import { PINNED } from '../../spec/pinned.ts'
import { known } from './known.ts'

test('the table of known clients in README.md says what was found', () => {
  const rows = readFileSync('README.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `client:') && !line.startsWith('| `client:NAME`'))
    .map((line) => {
      const [first = '', verdict, passed, fail, notMeasured] = line.slice(2).split(' | ')
      const client = /^`client:([^`]+)`/.exec(first)?.[1]
      const revision = /`--revision (\S+)`/.exec(first)?.[1] ?? PINNED
      return [client, revision, verdict, passed, fail, notMeasured?.replace(' |', '')]
    })
  const told = known.map(({ client, revision, verdict, must }) => [
    client,
    revision,
    verdict,
    `${must.pass} of ${must.total}`,
    `${must.fail}`,
    `${must.notMeasured}`,
  ])
  assert.deepEqual(rows, told)
})

test('every client that is no container of another has its verdict', () => {
  const judged = new Set(known.map(({ client }) => client))
  const programs = clientNames().filter((name) => readClient(name).adapter.startsWith('exec:'))
  assert.deepEqual([...judged].sort(), programs)
})
