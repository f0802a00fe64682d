import assert from 'node:assert/strict'
import { test } from 'node:test'
import { base58btc } from 'multiformats/bases/base58'
import { CID } from 'multiformats/cid'
import { parseManifestCid } from '../../adapters/codex/cid.ts'
import { manifestOf } from '../../adapters/codex/manifest.ts'
import { TreeHasher } from '../../adapters/codex/tree.ts'
import { type CidVector, cidVectors } from '../../vectors/archives/load.ts'

const cases = cidVectors()

function bytesOf({ text = '', times = 1, xorshift }: CidVector['input']): Uint8Array {
  if (!xorshift) return Buffer.from(text.repeat(times))
  let state = xorshift.seed
  return Uint8Array.from({ length: xorshift.length }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state & 0xff
  })
}

function named({ filename, mimetype }: CidVector): { filename?: string; mimetype?: string } {
  return {
    ...(filename !== undefined && { filename }),
    ...(mimetype !== undefined && { mimetype }),
  }
}

for (const vector of cases) {
  test(`${vector.id}: the CID other people's nodes printed (${vector.layout})`, () => {
    const bytes = bytesOf(vector.input)
    const made = manifestOf(
      new TreeHasher().update(bytes).root(),
      bytes.length,
      named(vector),
      vector.layout,
    )
    if (vector.treeCid) assert.equal(made.treeCid, vector.treeCid)
    if (vector.cid) assert.equal(made.cid, vector.cid)
  })
}

test('the file has the 15 public answers', () => assert.equal(cases.length, 15))

test('chunks of any length give the same root', () => {
  const bytes = bytesOf({ xorshift: { length: 300_000, seed: 11 } })
  const whole = new TreeHasher().update(bytes).root()
  for (const step of [1_000, 65_535, 65_536, 65_537, 200_000]) {
    const hasher = new TreeHasher()
    for (let i = 0; i < bytes.length; i += step) hasher.update(bytes.subarray(i, i + step))
    assert.deepEqual(hasher.root(), whole, `in steps of ${step}`)
  }
})

test('the text is base58btc, code 0xcd01, and anything else is refused', () => {
  const [first] = cases
  const cid = CID.parse(first?.cid ?? '', base58btc)
  assert.equal(cid.code, 0xcd01)
  assert.equal(cid.version, 1)
  assert.throws(() => parseManifestCid(first?.treeCid ?? ''), /named by its manifest/)
  assert.throws(() => parseManifestCid('magnet:?xt=urn:btih:00'))
})

test('a dataset without a byte has no root', () => {
  assert.throws(() => new TreeHasher().root(), /at least one byte/)
})
