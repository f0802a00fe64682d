import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  decodeAnnouncement,
  encodeAnnouncement,
} from '../../../adapters/reference/voting/de-mls/announcement.ts'
import { decodeVectors } from '../../../adapters/reference/voting/de-mls/vectors.ts'
import { ownerOf } from '../../../proto/vote-signature.ts'

const key = new Uint8Array(32).fill(3)
const groupId = Uint8Array.of(1, 2, 3)

for (const owner of ['pubkey33', 'address20'] as const)
  test(`an announcement says of which group it is, and its steward signs it as ${owner}`, () => {
    const steward = ownerOf({ owner }, key)
    const told = { groupId, steward, at: 1_700_000_000_123 }
    assert.deepEqual(decodeAnnouncement(encodeAnnouncement(told, key)), told)
  })

test('an announcement of which any byte was changed is refused', () => {
  const steward = ownerOf({ owner: 'pubkey33' }, key)
  const wire = encodeAnnouncement({ groupId, steward, at: 0 }, key)
  for (let at = 0; at < wire.length - 1; at++) {
    const changed = wire.slice()
    changed[at] = (changed[at] ?? 0) ^ 1
    assert.throws(() => decodeAnnouncement(changed), { name: 'Refused' }, `byte ${at}`)
  }
  for (const cut of [0, 64, 65, wire.length - 1])
    assert.throws(() => decodeAnnouncement(wire.slice(0, cut)), { name: 'Refused' })
})

test('an announcement in the name of another is refused', () => {
  const steward = ownerOf({ owner: 'pubkey33' }, new Uint8Array(32).fill(4))
  const wire = encodeAnnouncement({ groupId, steward, at: 0 }, key)
  assert.throws(() => decodeAnnouncement(wire), { code: 'signature' })
})

test('bytes that are no vector of vectors are none, however they end', () => {
  const read = (hex: string) => decodeVectors(Uint8Array.from(Buffer.from(hex, 'hex')))
  for (const hex of ['', '01', '0201', '0101', '40', '8000'])
    assert.equal(read(hex), undefined, hex)
  assert.deepEqual(read('03017f00'), [Uint8Array.of(0x7f), new Uint8Array()])
})
