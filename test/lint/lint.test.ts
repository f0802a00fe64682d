import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linted } from './linted.ts'

test('the reference keeps to the protocol, and claims what it can', async () => {
  assert.deepEqual(await linted('reference'), {})
})

test('a client that never says hello has that one fault', async () => {
  assert.deepEqual(await linted('impostor:dead'), { hello: ['protocol'] })
})
