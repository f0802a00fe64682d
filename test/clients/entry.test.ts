import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  clientEntry,
  clientNames,
  isBuilt,
  NotBuilt,
  readClient,
  UnknownClient,
} from '../../adapters/clients/entry.ts'
import { closeAll, open, UnknownAdapter } from '../../adapters/open.ts'

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

test('a client that is not built and whose tool is not there says which', (t) => {
  const missing = clientNames().find((name) => !isBuilt(readClient(name)))
  if (!missing) return t.skip('not measured: every client is built')
  const path = process.env.PATH
  t.after(() => {
    process.env.PATH = path
  })
  process.env.PATH = ''
  assert.throws(() => clientEntry(missing), NotBuilt)
})

test('client:NAME is opened under its own address', async (t) => {
  if (!isBuilt(readClient('waku-sds-0.0.7')))
    return t.skip('not measured: run npm run clients:build')
  t.after(closeAll)
  const session = await open('client:waku-sds-0.0.7')
  assert.equal(session.address, 'client:waku-sds-0.0.7')
  assert.equal(session.hello.implementation.version, '0.0.7')
})

test('client:NAME of no client is an unknown adapter', async () => {
  await assert.rejects(
    open('client:waku'),
    (e) => e instanceof UnknownAdapter && /nearest are waku-sds/.test(e.message),
  )
})
