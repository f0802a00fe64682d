import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { rejudge } from '../../cli/rejudge.ts'
import { writeBundle } from '../../reports/evidence/bundle.ts'
import { bundleSchema } from '../../reports/evidence/lines.ts'
import { readBundle } from '../../reports/evidence/open.ts'
import { Contradiction } from '../../reports/evidence/recount.ts'
import { readResults } from '../../reports/read.ts'
import type { Results } from '../../reports/results.ts'
import { command, type Entry, entriesOf, ran, textOf, writeChained, writeLines } from './ran.ts'

suite('verify', () => {
  const place = mkdtempSync(join(tmpdir(), 'verify-'))
  const file = join(place, 'changed.gz')
  let passed: Entry[] = []
  let failed: Entry[] = []

  before(async () => {
    for (const [name, adapter] of [
      ['passed', 'reference'],
      ['failed', 'mutant:clock-by-two'],
      ['ended', `exec:node ${join(import.meta.dirname, 'mortal.ts')}`],
    ] as const) {
      const out = join(place, name)
      await ran(adapter, ['SDS-SEND-01', 'SDS-RECV-01'], out)
      await writeBundle(out, `${out}.gz`)
    }
    passed = entriesOf(join(place, 'passed.gz'))
    failed = entriesOf(join(place, 'failed.gz'))
  })
  after(() => rmSync(place, { recursive: true }))

  /** Number of the line at which a bundle of these lines is found out. */
  async function caught(entries: readonly Entry[]): Promise<number> {
    writeChained(file, entries)
    try {
      await rejudge(await readBundle(file))
    } catch (fault) {
      if (fault instanceof Contradiction) return fault.line
      throw fault
    }
    throw new Error('it was believed')
  }

  /** The same, of a bundle that was changed by somebody who made all hashes anew. */
  function forged(
    entries: readonly Entry[],
    change: (all: Entry[]) => number,
  ): [number, () => Promise<number>] {
    const all = structuredClone(entries) as Entry[]
    const at = change(all)
    return [at + 1, () => caught(all)]
  }

  const first = (all: readonly Entry[], type: string, also: (one: Entry) => boolean = () => true) =>
    all.findIndex((one) => one.type === type && also(one))

  test('a bundle that nobody touched is judged as it was, whether the client passed, failed or ended', async () => {
    for (const [name, exit] of [
      ['passed', 0],
      ['failed', 1],
      ['ended', 1],
    ] as const) {
      const { results, played } = await rejudge(await readBundle(join(place, `${name}.gz`)))
      assert.equal(results.exit, exit)
      assert.ok(played > 2)
    }
  })

  test('every line is as the published schema says', () => {
    const valid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(bundleSchema())
    for (const name of ['passed', 'failed', 'ended'])
      for (const line of textOf(join(place, `${name}.gz`)))
        assert.ok(valid(JSON.parse(line)), `${line.slice(0, 200)} ${JSON.stringify(valid.errors)}`)
    assert.ok(!valid({ type: 'again' }), 'a line without a hash')
  })

  test('each line, when changed, moved, doubled or taken out, is the one that is named', async () => {
    const lines = textOf(join(place, 'passed.gz'))
    for (const i of lines.keys()) {
      const ways: [string, string[], number][] = [
        ['changed', lines.with(i, (lines[i] as string).replace(/"type":"/, '"type": "')), i + 1],
        ['doubled', lines.toSpliced(i, 0, lines[i] as string), i + 2],
        ['taken out', lines.toSpliced(i, 1), i + 1],
        ['moved', lines.toSpliced(i, 2, lines[i + 1] ?? '', lines[i] as string), i + 1],
      ]
      for (const [way, changed, number] of ways) {
        // Without its end a bundle is no bundle, which is told otherwise.
        if (i === lines.length - 1 && way !== 'changed') continue
        writeLines(file, changed)
        await assert.rejects(readBundle(file), (fault: Contradiction) => {
          assert.equal(fault.line, number, `line ${i + 1} ${way}: ${fault.message}`)
          return true
        })
      }
    }
    writeLines(file, lines.slice(0, -1))
    await assert.rejects(readBundle(file), /lines are missing at its end/)
  })

  const values = (one: Entry) => one.how === 'equals'

  test('hashes made anew do not help a verdict', async () => {
    const [line, found] = forged(failed, (all) => {
      const at = first(all, 'requirement', ({ verdict }) => verdict === 'fail')
      Object.assign(all[at] as Entry, { verdict: 'pass', reason: '' })
      return at
    })
    assert.equal(await found(), line)
  })

  test('nor a wanted value, nor a wanted value with the value that came', async () => {
    const [line, found] = forged(passed, (all) => {
      const at = first(all, 'comparison', values)
      Object.assign(all[at] as Entry, { wanted: '7' })
      return at
    })
    assert.equal(await found(), line)
    const [other, both] = forged(passed, (all) => {
      const at = first(all, 'comparison', values)
      Object.assign(all[at] as Entry, { wanted: '7', got: '7' })
      return at
    })
    assert.equal(await both(), other)
  })

  test('nor what the client is said to have answered', async () => {
    const [line, found] = forged(passed, (all) => {
      const at = first(all, 'call', ({ op }) => op === 'sds.send')
      const { ok } = (all[at] as { outcome?: { ok?: Record<string, unknown> } }).outcome ?? {}
      Object.assign(ok ?? {}, { wire: '0a017a' })
      return at
    })
    // The answer is the client's word; what no longer follows from it is the next thing that was compared or asked.
    assert.ok((await found()) > line)
  })

  test('nor what it was asked, nor another seed', async () => {
    const [line, found] = forged(passed, (all) => {
      const at = first(all, 'call', ({ op }) => op === 'sds.send')
      Object.assign(all[at] as Entry, { now: 1 })
      return at
    })
    assert.equal(await found(), line)
    const [, seeded] = forged(passed, (all) => {
      Object.assign(all[0] as Entry, { seed: '0e0e' })
      return 0
    })
    assert.ok((await seeded()) > 0)
  })

  test('nor a failure that is said to hold, with all that follows from it', async () => {
    const [line, found] = forged(failed, (all) => {
      const at = first(all, 'comparison', ({ held }) => held === false)
      Object.assign(all[at] as Entry, { held: true, got: all[at]?.wanted })
      all.splice(at + 1, 1)
      const end = all[first(all.slice(at), 'end') + at] as Entry
      end.status = 'PASSED'
      delete (end.record as { finding?: unknown }).finding
      return at
    })
    assert.equal(await found(), line)
  })

  test('nor a scenario that is left out, nor a requirement', async () => {
    for (const type of ['case', 'requirement']) {
      const [, found] = forged(failed, (all) => {
        const at = first(all, type)
        const ends = type === 'case' ? first(all.slice(at), 'end') + 1 : 1
        all.splice(at, ends)
        return at
      })
      assert.ok((await found()) > 0, type)
    }
  })

  test('another version of the suite judges the lines and says that it did no more', () => {
    const all = structuredClone(passed) as Entry[]
    Object.assign(all[0]?.suite as object, { version: '0.0.9' })
    writeChained(file, all)
    const { code, out } = command('verify', file)
    assert.equal(code, 4)
    assert.match(out, /the version was 0\.0\.9, is /)
  })

  test('the command tells the hash, compares it, and writes the reports again', () => {
    const bundle = join(place, 'passed.gz')
    const again = join(place, 'again')
    const { code, out } = command('verify', bundle, '--out', again)
    assert.equal(code, 0, out)
    const [hash = ''] = /sha256:[0-9a-f]{64}/.exec(out) ?? []
    assert.equal(hash, `sha256:${/"hash":"(\w+)"\}$/.exec(textOf(bundle).at(-1) ?? '')?.[1]}`)
    assert.equal(command('verify', bundle, '--expect', `sha256:${'0'.repeat(64)}`).code, 1)
    const told = ({ requirements }: Results) => requirements.map(({ id, verdict }) => [id, verdict])
    const [made, was] = [again, join(place, 'passed')].map((each) =>
      readResults(join(each, 'results.json')),
    )
    assert.deepEqual(told(made as Results), told(was as Results))
  })
})
