import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  clientEntry,
  clientNames,
  NotBuilt,
  readClient,
  UnknownClient,
} from '../../adapters/clients/entry.ts'

test('every client file is as its schema says', () => {
  assert.ok(clientNames().length > 0)
  for (const name of clientNames()) assert.equal(readClient(name).name, name)
})

test('an unknown client is answered with the nearest names', () => {
  assert.throws(
    () => clientEntry('waku-sds-0.0.9'),
    (e) => e instanceof UnknownClient && /nearest are waku-sds-0\.0\.[78]/.test(e.message),
  )
})

test('a client whose tool is not there says which', (t) => {
  const path = process.env.PATH
  t.after(() => {
    process.env.PATH = path
  })
  process.env.PATH = ''
  assert.throws(() => clientEntry('waku-sds-0.0.7'), NotBuilt)
})
