import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lint } from '../../adapters/lint/lint.ts'
import { Subject } from '../../adapters/lint/subject.ts'

/** The checks that found something, each with the weights. */
async function found(address: string, deadlineMs = 20_000): Promise<Record<string, string[]>> {
  await using subject = await Subject.at(address, deadlineMs)
  const faults: Record<string, string[]> = {}
  for await (const linted of lint(subject))
    if (linted.faults.length > 0) faults[linted.name] = linted.faults.map(({ weight }) => weight)
  return faults
}

test('the reference keeps to the protocol, and claims what it can', async () => {
  assert.deepEqual(await found('reference'), {})
})

test('a client that never says hello has that one fault', async () => {
  assert.deepEqual(await found('impostor:dead'), { hello: ['protocol'] })
})

test('a client that answers the same to everybody is found out', async () => {
  const faults = await found('impostor:constant')
  assert.ok(faults['fresh answers'], JSON.stringify(faults))
})
