/* What comes on the special channel: other people's bytes, read by yet others and then by the reference. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createDecipheriv } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import sha3 from 'js-sha3'
import { Announcements } from '../../adapters/reference/archives/announcements.ts'
import { Communities } from '../../adapters/reference/archives/communities.ts'
import { Database } from '../../adapters/reference/archives/database.ts'
import { unwrap } from '../../adapters/reference/archives/envelope.ts'
import { topicsOf } from '../../adapters/reference/archives/topics.ts'
import { applicationMetadata, wakuMessage } from '../../proto/archives/messages.ts'
import { announcementVectors } from '../../vectors/archives/load.ts'
import { python } from './voting-vector.ts'

const { community, specialTopic, symmetricKey, cases } = announcementVectors()
const bytes = (hex: string) => Buffer.from(hex, 'hex')
const none = !python && 'not measured: no python3 with ecdsa, pycryptodome and protobuf'

test('python-ecdsa, pycryptodome and protobuf make them as they stand', { skip: none }, () => {
  const program = join(import.meta.dirname, '../../vectors/archives/announcements.py')
  const { status, stderr } = spawnSync(python ?? '', [program, '--check'], { encoding: 'utf8' })
  assert.equal(status, 0, stderr)
})

test('OpenSSL opens each, js-sha3 and noble find its signer', () => {
  for (const { id, signer, record, wakuMessage: wire } of cases) {
    const { payload } = wakuMessage.decode(bytes(wire))
    const decipher = createDecipheriv('aes-256-gcm', bytes(symmetricKey), payload.subarray(-12))
    decipher.setAuthTag(payload.subarray(-28, -12))
    const plain = Buffer.concat([decipher.update(payload.subarray(0, -28)), decipher.final()])
    const sizes = (plain[0] ?? 0) & 3
    const content = plain.subarray(1 + sizes, 1 + sizes + plain.readUIntLE(1, sizes))
    assert.equal(content.toString('hex'), record, id)

    const { signature, payload: signed } = applicationMetadata.decode(content)
    const digest = bytes(sha3.keccak256(signed))
    assert.equal(recovered(signature, digest) ?? null, signer, id)
  }
})

function recovered(signature: Uint8Array, digest: Uint8Array): string | undefined {
  if (signature.length !== 65 || (signature[64] ?? 4) > 3) return undefined
  const leading = Buffer.concat([signature.subarray(64), signature.subarray(0, 64)])
  const key = secp256k1.recoverPublicKey(leading, digest, { prehash: false })
  return Buffer.from(key).toString('hex')
}

test('the reference takes announcements of the community, and ignores the rest', () => {
  assert.equal(topicsOf(community).special, specialTopic)
  for (const { id, result, clock, cid, wakuMessage: wire } of cases) {
    const database = new Database()
    const communities = new Communities(database)
    const member = communities.join(community, 0)
    const announcements = new Announcements(database, communities)
    const opened = unwrap(community, wakuMessage.decode(bytes(wire)))
    if (opened) announcements.receive(member, opened, 0)
    const heard = announcements.of(community)
    const wanted = result === 'announcement' ? [clock, cid] : undefined
    assert.deepEqual(heard && [String(heard.clock), heard.cid], wanted, id)
    database.close()
  }
})
