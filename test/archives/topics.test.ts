import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import {
  contentTopic,
  type InputReading,
  type KeyReading,
  readingsOf,
  symmetricKey,
  type TakeReading,
} from '../../proto/archives/topic-readings.ts'
import { topicVectors } from '../../vectors/archives/load.ts'

for (const { id, publicKey, topics, keys } of topicVectors()) {
  const key33 = Buffer.from(publicKey, 'hex')
  test(`${id}: every reading of the topics`, () => {
    for (const [reading, topic] of Object.entries(topics)) {
      const [input, take] = reading.split('/') as [InputReading, TakeReading]
      assert.equal(contentTopic(key33, input, take), topic, reading)
      assert.ok(readingsOf(key33, topic).includes(reading))
    }
  })
  test(`${id}: every reading of the symmetric key`, () => {
    for (const [reading, key] of Object.entries(keys))
      assert.equal(symmetricKey(key33, reading as KeyReading).toString('hex'), key, reading)
  })
}

test('topics have 8 digits for any key, leading zeros too', () => {
  let leadingZeros = 0
  for (let i = 1; i <= 200; i += 1) {
    const secret = Buffer.alloc(32)
    secret.writeUInt16BE(i, 30)
    const topic = contentTopic(secp256k1.getPublicKey(secret), 'Q1')
    assert.match(topic, /^\/waku\/1\/0x[0-9a-f]{8}\/rfc26$/)
    if (topic.startsWith('/waku/1/0x0')) leadingZeros += 1
  }
  assert.ok(
    leadingZeros > 0,
    'no key of the sample has a leading zero, so the padding was not tried',
  )
})
