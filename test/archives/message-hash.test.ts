import assert from 'node:assert/strict'
import { test } from 'node:test'
import { messageHash } from '../../proto/archives/message-hash.ts'
import { seal, unseal } from '../../proto/archives/sealed.ts'

// 14/WAKU2-MESSAGE, "Test vectors".
const printed: [name: string, payload: string, meta: string | undefined, hash: string][] = [
  [
    'meta of 12 bytes',
    '010203045445535405060708',
    '73757065722d736563726574',
    '64cce733fed134e83da02b02c6f689814872b1a0ac97ea56b76095c3c72bfe05',
  ],
  [
    'meta of 64 bytes',
    '010203045445535405060708',
    '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f',
    '7158b6498753313368b9af8f6e0a0a05104f68f972981da42a43bc53fb0c1b27',
  ],
  [
    'no meta',
    '010203045445535405060708',
    undefined,
    'a2554498b31f5bcdfcbf7fa58ad1c2d45f0254f3f8110a85588ec3cf10720fd8',
  ],
  [
    'empty payload',
    '',
    '73757065722d736563726574',
    '483ea950cb63f9b9d6926b262bb36194d3f40a0463ce8446228350bd44e96de4',
  ],
]

for (const [name, payload, meta, hash] of printed) {
  test(`message hash as printed in 14: ${name}`, () => {
    const message = {
      payload: Buffer.from(payload, 'hex'),
      content_topic: '/waku/2/default-content/proto',
      timestamp: 0x175789bfa23f8400n,
      ...(meta !== undefined && { meta: Buffer.from(meta, 'hex') }),
    }
    assert.equal(messageHash('/waku/2/default-waku/proto', message).toString('hex'), hash)
  })
}

test('a sealed payload opens with its key alone and comes back whole', () => {
  const key = Buffer.alloc(32, 7)
  for (const length of [0, 1, 200, 253, 254, 255, 256, 65_535, 65_536, 150_000]) {
    const content = Buffer.alloc(length, 'content')
    const sealed = seal(key, content, Buffer.alloc(12, 1))
    assert.equal((sealed.length - 28) % 256, 0)
    assert.deepEqual(Buffer.from(unseal(key, sealed) ?? []), content)
    assert.equal(unseal(Buffer.alloc(32, 8), sealed), undefined)
  }
  assert.equal(unseal(key, Buffer.alloc(5)), undefined)
})
