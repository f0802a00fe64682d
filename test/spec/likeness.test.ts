import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fingerprint, pair } from '../../spec/text/likeness.ts'

const pairs = (olds: string[], news: string[], least = 0.5) =>
  pair(olds, news, { old: fingerprint, new: fingerprint, same: () => true }, least).map(
    ({ old, new: now }) => [old, now],
  )

test('a sentence finds the one most like it, each is used once', () => {
  const lights = 'a lamp lights its room at night'
  const dims = 'a lamp dims its room at dawn'
  const crossed = pairs([lights, dims], [`${dims} only`, `${lights} only`])
  assert.deepEqual(new Map(crossed as [string, string][]).get(lights), `${lights} only`)
  assert.equal(crossed.length, 2)
  assert.deepEqual(pairs([lights], [`${lights} only`, lights]), [[lights, lights]])
  assert.deepEqual(pairs([lights, `${lights} only`], [lights]), [[lights, lights]])
})

test('sentences with too little in common are no pair', () => {
  assert.deepEqual(pairs(['one two three four'], ['one five six seven']), [])
  assert.deepEqual(pairs(['one two three four'], ['one five six seven'], 0.2).length, 1)
})

test('a fingerprint holds no word, and none of their order', () => {
  assert.equal(fingerprint('Lamp, dark lamp'), fingerprint('dark lamp'))
  assert.match(fingerprint('dark lamp'), /^[0-9a-f]{8}$/)
})
