import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { handler } from '../../adapters/contract/handler.ts'
import { payloadsTable } from '../../adapters/reference/payloads/client.ts'
import { openEvent } from '../../adapters/reference/payloads/membership.ts'
import { asWritten } from '../../adapters/reference/payloads/profile.ts'
import { recordNames } from '../../proto/payloads/records.ts'
import {
  eventVectors,
  type RecordVector,
  recordVectors,
  type Subject,
  wrapperVectors,
} from '../../vectors/payloads/load.ts'

const folder = join(import.meta.dirname, '..', '..', 'vectors')
const read = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'))
const subjects: Subject[] = ['records', 'fields', 'malformed', 'traps']
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))

let calls = 0
async function ask(op: string, params: object, profile = asWritten) {
  const request = { id: ++calls, op, instance: 'test', now: 0, params }
  return (await handler(payloadsTable(profile))(request)) as unknown as {
    ok?: { value: object; bytes: string; unknown: { raw: string }[]; author: { publicKey: string } }
    rejected?: { code: string }
    error?: { message: string }
  }
}

for (const [name, schema] of [
  ...subjects.map((subject) => [subject, 'records']),
  ['wrappers', 'wrappers'],
  ['events', 'events'],
] as const) {
  test(`${name}.json is as its schema says, with an id for each case`, () => {
    const check = new Ajv2020({ strict: true }).compile(
      read(`schema/payloads-${schema}.json`) as object,
    )
    const file = read(`payloads/${name}.json`)
    const sound = check(file)
    assert.ok(sound, JSON.stringify(check.errors))
    const ids = (file as { cases: { id: string }[] }).cases.map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
  })
}

test('every record has a plain, a full and an unknown-fields vector, and every class of fault', () => {
  const ids = new Set(recordVectors('records').map(({ id }) => id))
  const faults = Map.groupBy(recordVectors('malformed'), ({ record }) => record)
  for (const name of recordNames) {
    assert.ok(ids.has(`${name}/plain`) && ids.has(`${name}/unknown-fields`), name)
    assert.ok(
      [...ids].some((id) => id.startsWith(`${name}/full`)),
      name,
    )
    assert.ok((faults.get(name) ?? []).length >= 12, name)
  }
})

async function agree({ id, record, result, canonical, bytes, value, unknown = [] }: RecordVector) {
  const { ok, rejected, error } = await ask('payloads.decode', { record, bytes })
  assert.equal(error, undefined, id)
  if (result === 'either' && rejected) return
  assert.equal(rejected !== undefined, result === 'invalid', id)
  if (ok && value) assert.deepEqual(JSON.parse(JSON.stringify(ok.value)), value, id)
  const found = ok?.unknown.map(({ raw }) => raw).join('')
  if (ok && unknown.length > 0) assert.equal(found, unknown.join(''), id)
  if (canonical && value)
    assert.equal((await ask('payloads.encode', { record, value })).ok?.bytes, bytes, id)
}

for (const subject of subjects)
  test(`the reference reads and writes ${subject}.json as stated`, async () => {
    for (const vector of recordVectors(subject)) await agree(vector)
  })

test('the reference finds the signers of wrappers.json, under both wrappers and both digests', async () => {
  for (const { id, wrapper, bytes, signers, result } of wrapperVectors())
    for (const digest of ['sha3-256', 'keccak-256'] as const) {
      const profile = { ...asWritten, wrapper, digest }
      const { ok, rejected } = await ask('payloads.unwrap', { bytes }, profile)
      if (result === 'unsigned') assert.equal(rejected?.code, 'no-author', id)
      else if (signers[digest] === null) assert.equal(rejected?.code, 'bad-signature', id)
      else assert.equal(ok?.author.publicKey, signers[digest], id)
    }
})

test('the reference finds the authors of events.json under the four readings', () => {
  for (const { id, reading, chatId, element, event, author } of eventVectors()) {
    const opened = openEvent({ ...asWritten, ...reading }, chatId, bytes(element))
    assert.equal(opened.author, author, id)
    assert.equal(Buffer.from(opened.event).toString('hex'), event, id)
  }
})
