import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BloomFilter, bloomKeyOf, readFilter } from '../../adapters/reference/sds/bloom.ts'

const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${name}${i}`)
const has = (filter: BloomFilter) => {
  const read = readFilter(filter.encode())
  assert.ok(read)
  return (id: string) => read.has(bloomKeyOf(id))
}

test('size and number of hash functions are the optimal ones', () => {
  // m = -n ln p / (ln 2)^2, k = m/n ln 2: 14 378 bits and 10 functions for 1000 ids at 0.1 %.
  const encoded = new BloomFilter(1000, 0.001).encode()
  assert.equal(encoded.length, 4 + Math.ceil(14_378 / 8))
  assert.equal(encoded[3], 10)
})

test('a filter has what it took in, and of foreign ids hardly more than the error rate', () => {
  const filter = new BloomFilter(1000, 0.01)
  for (const id of numbered('in', 1000)) filter.include(id)
  assert.ok(numbered('in', 1000).every(has(filter)))
  // 1 % of 20 000 is 200, give or take 14.
  const hits = numbered('out', 20_000).filter(has(filter)).length
  assert.ok(hits > 100 && hits < 300, `${hits} of 20000`)
})

test('a full filter rolls over: the newest ids stay, the error rate too', () => {
  const filter = new BloomFilter(50, 0.01)
  for (const id of numbered('in', 510)) filter.include(id)
  assert.ok(numbered('in', 510).slice(-25).every(has(filter)))
  assert.ok(numbered('in', 400).filter(has(filter)).length < 20)
  assert.ok(numbered('out', 10_000).filter(has(filter)).length < 200)
})

test('a filter of capacity 1 has the last id', () => {
  const filter = new BloomFilter(1, 0.001)
  for (const id of ['a', 'b', 'c']) filter.include(id)
  assert.equal(has(filter)('c'), true)
  assert.equal(has(filter)('b'), false)
})

test('what was encoded does not change with the filter', () => {
  const filter = new BloomFilter(10, 0.01)
  const empty = filter.encode()
  filter.include('a')
  assert.equal(readFilter(empty)?.has(bloomKeyOf('a')), false)
})

test('ids that differ in the low surrogate alone are told apart', () => {
  const filter = new BloomFilter(100, 0.001)
  filter.include('\u{1f600}')
  assert.equal(has(filter)('\u{1f601}'), false)
})

for (const [what, octets] of [
  ['no bytes', []],
  ['a header without bits', [0x76, 0x62, 1, 10]],
  ['another version', [0x76, 0x62, 2, 10, 255]],
  ['no hash functions', [0x76, 0x62, 1, 0, 255]],
  ['ones alone', [255, 255, 255, 255, 255]],
] as const)
  test(`a filter of ${what} is foreign`, () => {
    assert.equal(readFilter(Uint8Array.from(octets)), undefined)
  })
