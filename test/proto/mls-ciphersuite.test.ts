/* Our ciphersuite against the library's own, which is @hpke/core and WebCrypto: each opens what the other sealed. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { getCiphersuiteFromName, getCiphersuiteImpl } from 'ts-mls'
import { CryptoError } from 'ts-mls/mlsError.js'
import { ciphersuite, ciphersuiteName } from '../../proto/mls/ciphersuite.ts'

const ours = ciphersuite(() => new Uint8Array(randomBytes(32)))
const theirs = await getCiphersuiteImpl(getCiphersuiteFromName(ciphersuiteName))
const bytes = (length: number) => new Uint8Array(randomBytes(length))
const [info, aad, text, ikm] = [bytes(40), bytes(7), bytes(100), bytes(32)]

test('hash, mac and key derivation are the same', async () => {
  assert.deepEqual(await ours.hash.digest(text), await theirs.hash.digest(text))
  assert.deepEqual(await ours.hash.mac(ikm, text), await theirs.hash.mac(ikm, text))
  assert.ok(await ours.hash.verifyMac(ikm, await theirs.hash.mac(ikm, text), text))
  assert.ok(!(await ours.hash.verifyMac(ikm, bytes(32), text)))
  assert.ok(!(await ours.hash.verifyMac(ikm, bytes(5), text)))
  assert.deepEqual(await ours.kdf.extract(ikm, info), await theirs.kdf.extract(ikm, info))
  for (const length of [1, 32, 33, 100])
    assert.deepEqual(
      await ours.kdf.expand(ikm, info, length),
      await theirs.kdf.expand(ikm, info, length),
    )
})

test('key pairs that are derived from the same are the same', async () => {
  const shown = async (suite: typeof ours) => {
    const { privateKey, publicKey } = await suite.hpke.deriveKeyPair(ikm)
    return [
      await suite.hpke.exportPrivateKey(privateKey),
      await suite.hpke.exportPublicKey(publicKey),
    ]
  }
  assert.deepEqual(await shown(ours), await shown(theirs))
})

for (const [name, one, other] of [
  ['ours', ours, theirs],
  ['theirs', theirs, ours],
] as const)
  test(`what ${name} sealed and signed the other side opens and verifies`, async () => {
    const to = await one.hpke.deriveKeyPair(ikm)
    const { privateKey: at } = await other.hpke.deriveKeyPair(ikm)
    const sealed = await one.hpke.seal(to.publicKey, text, info, aad)
    assert.deepEqual(await other.hpke.open(at, sealed.enc, sealed.ct, info, aad), text)
    await assert.rejects(other.hpke.open(at, sealed.enc, sealed.ct, info, text), CryptoError)
    const exported = await one.hpke.exportSecret(to.publicKey, aad, 48, info)
    assert.deepEqual(
      await other.hpke.importSecret(at, aad, exported.enc, 48, info),
      exported.secret,
    )
    const [key, nonce] = [bytes(16), bytes(12)]
    const secret = await one.hpke.encryptAead(key, nonce, aad, text)
    assert.deepEqual(await other.hpke.decryptAead(key, nonce, aad, secret), text)
    const { signKey, publicKey } = await one.signature.keygen()
    const signature = await one.signature.sign(signKey, text)
    assert.ok(await other.signature.verify(publicKey, text, signature))
    assert.ok(!(await other.signature.verify(publicKey, info, signature)))
  })

test('bytes that do not fit are a CryptoError or no signature, never another error', async () => {
  const { privateKey } = await ours.hpke.deriveKeyPair(ikm)
  for (const act of [
    ours.hpke.open(privateKey, bytes(3), text, info),
    ours.hpke.open(privateKey, new Uint8Array(32), text, info),
    ours.hpke.decryptAead(bytes(16), bytes(12), aad, bytes(3)),
    ours.hpke.decryptAead(bytes(16), bytes(12), aad, text),
  ])
    await assert.rejects(act, CryptoError)
  assert.equal(await ours.signature.verify(bytes(5), text, bytes(64)), false)
  assert.equal(await ours.signature.verify(bytes(32), text, bytes(5)), false)
})

test('who draws the same makes the same', async () => {
  const seeded = () => {
    let count = 0
    return ciphersuite(() => new Uint8Array(32).fill(++count))
  }
  const made = async (suite: typeof ours) => {
    const { publicKey } = await suite.hpke.generateKeyPair()
    return [await suite.signature.keygen(), await suite.hpke.seal(publicKey, text, info)]
  }
  assert.deepEqual(await made(seeded()), await made(seeded()))
})
