/* A bundle comes from somebody else. Whatever is in it, reading it ends, in a sentence. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { Chain } from '../../reports/evidence/chain.ts'
import { readBundle } from '../../reports/evidence/open.ts'
import { linesOf } from '../../reports/evidence/read.ts'
import { results } from '../reports/example.ts'
import { writeChained, writeLines } from './ran.ts'

suite('hostile bundles', () => {
  const place = mkdtempSync(join(tmpdir(), 'hostile-'))
  const file = join(place, 'bundle.gz')
  after(() => rmSync(place, { recursive: true }))

  const drain = async (bounds: { bytes: number; line: number }) => {
    let count = 0
    for await (const _ of linesOf(file, bounds)) count++
    return count
  }

  test('a small file that unfolds to a large one is left at the bound', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, `${'a'.repeat(999)}\n`))
    assert.ok(bomb.length < 200_000)
    writeFileSync(file, bomb)
    await assert.rejects(drain({ bytes: 1_000_000, line: 1_000 }), /more than 1000000 bytes when/)
  })

  test('a line without an end is left at the bound', async () => {
    writeFileSync(file, gzipSync(Buffer.alloc(5_000_000, 'a')))
    await assert.rejects(
      drain({ bytes: 10_000_000, line: 1_000 }),
      /a line of more than 1000 bytes/,
    )
  })

  test('a line of just the bound is read', async () => {
    writeLines(file, ['a'.repeat(1_000), 'b'])
    assert.equal(await drain({ bytes: 10_000, line: 1_000 }), 2)
  })

  const files: Record<string, [Buffer, RegExp]> = {
    empty: [gzipSync(''), /does not begin as a bundle/],
    'of no bytes': [Buffer.alloc(0), /bundle/],
    'no gzip': [Buffer.from('{"type":"bundle"}\n'), /cannot be read as NDJSON in gzip/],
    'cut off': [gzipSync('{"a":1}\n'.repeat(1_000)).subarray(0, 30), /cannot be read as NDJSON/],
    'no UTF-8': [gzipSync(Buffer.from([0x7b, 0xff, 0x7d, 0x0a])), /cannot be read as NDJSON/],
    'without a last line feed': [gzipSync('{}'), /ends in the midst of a line/],
  }
  for (const [name, [bytes, message]] of Object.entries(files))
    test(`a file that is ${name} is told to be none`, async () => {
      writeFileSync(file, bytes)
      await assert.rejects(readBundle(file), message)
    })

  const entries: Record<string, [object[], RegExp]> = {
    'of an unknown kind': [[{ type: 'surprise' }], /line 1 is no line of a transcript: "surprise"/],
    'named after what every object has': [[{ type: 'constructor' }], /line 1 is no line/],
    'with a member too many': [[{ type: 'again', more: 1 }], /line 1 \(again\): \/ must NOT have/],
    'that is no object': [[[]], /line 1/],
    'outside any case': [[{ type: 'again' }], /line 1: "again" does not belong here/],
    'before its beginning': [
      [{ type: 'probe', client: 'a', op: 'a', outcome: { kind: 'ok' } }],
      /does not begin/,
    ],
  }
  for (const [name, [lines, message]] of Object.entries(entries))
    test(`a line ${name} is named`, async () => {
      writeChained(file, lines as never)
      await assert.rejects(readBundle(file), message)
    })

  test('a value nested a million deep is no more than a fault of its case', async () => {
    const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000)
    const chain = new Chain()
    const { revision, digests, adapter, suite, seed, scope, shard } = results([])
    const common = { revision, digests, adapter, suite, seed, scope, shard, baseline: null }
    const opening = { type: 'bundle', format: 1, day: '2026-11-22', ...common }
    const texts = [
      JSON.stringify(opening),
      '{"type":"case","uri":"a.feature","line":1}',
      `{"type":"comparison","how":"equals","subject":"","call":0,"got":${deep},"wanted":${deep},"absence":false,"held":true}`,
      '{"type":"end","status":"PASSED","record":{"presences":1,"absences":0,"fresh":false}}',
    ]
    writeLines(
      file,
      texts.map((text) => chain.add(text)),
    )
    await assert.rejects(readBundle(file), /line 2: a value in the case is nested too deep/)
  })
})
