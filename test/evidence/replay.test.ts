import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { closeAll, open } from '../../adapters/open.ts'
import { readReplayables, transcriptSchema } from '../../cli/replayables.ts'
import { replay } from '../../cli/replayed.ts'
import { writeBundle } from '../../reports/evidence/bundle.ts'
import { command, ran, textOf } from './ran.ts'

suite('replay', () => {
  const place = mkdtempSync(join(tmpdir(), 'replay-'))
  const bundle = join(place, 'run.gz')
  const file = join(place, 'vectors.json')

  before(async () => {
    await ran('reference', ['SDS-SEND-01', 'SDS-RECV-01'], join(place, 'run'))
    await writeBundle(join(place, 'run'), bundle)
    const { code, err } = command('vectors', 'record', bundle, '--out', file)
    assert.equal(code, 0, err)
  })
  after(() => rmSync(place, { recursive: true }))

  /** How many scenarios of a file a client replies the same, otherwise, and cannot be asked. */
  async function counted(from: string, to: string) {
    const counts = { equal: 0, differs: 0, 'not-asked': 0 }
    const { scenarios } = await readReplayables(from)
    try {
      const session = await open(to)
      for (const one of scenarios) counts[(await replay(session, one)).kind]++
    } finally {
      await closeAll()
    }
    return counts
  }

  test('the same client replies the same, wherever it runs, to a bundle and to the vectors of it', async () => {
    for (const from of [bundle, file])
      for (const to of ['reference', 'exec:node cli/launch.js serve --stdio']) {
        const { equal, differs } = await counted(from, to)
        assert.equal(differs, 0, `${from} to ${to}`)
        assert.ok(equal > 2)
      }
  })

  test('a client that does nothing replies nothing the same', async () => {
    for (const name of ['accept-all', 'reject-all', 'unsupported-all', 'constant', 'echo', 'dead'])
      for (const from of [bundle, file]) {
        const equal = await counted(from, `impostor:${name}`).then(
          (counts) => counts.equal,
          () => 0,
        )
        assert.equal(equal, 0, name)
      }
  })

  test('the first reply that differs is shown, with its line, its path and its first byte', () => {
    const { code, out } = command('replay', bundle, '--to', 'mutant:clock-by-two')
    assert.equal(code, 1)
    const [, number] = /line (\d+) {2}Alice@\w+ {2}sds\.send/.exec(out) ?? []
    const line = JSON.parse(textOf(bundle)[Number(number) - 1] ?? '') as { op: string }
    assert.equal(line.op, 'sds.send')
    assert.match(out, /in {8}\/wire/)
    assert.match(out, /first difference at byte \d+\n {6}recorded {2}.*\[..\].*\n {6}got .*\[..\]/)
  })

  test('vectors say where they come from, meet their schema, and are refused where they do not', () => {
    const made = JSON.parse(readFileSync(file, 'utf8')) as { producers: string[] }
    const valid = new Ajv2020({ strict: true }).compile(transcriptSchema())
    assert.ok(valid(made), JSON.stringify(valid.errors))
    assert.deepEqual(made.producers, ['single-source', 'vac-conformance reference 0.1.0'])
    writeFileSync(file.replace('.json', '-2.json'), JSON.stringify({ ...made, more: 1 }))
    const { code, err } = command('replay', file.replace('.json', '-2.json'), '--to', 'reference')
    assert.equal(code, 2)
    assert.match(err, /additional properties \("more"\)/)
  })

  test('only what passed becomes a vector', async () => {
    await ran('mutant:clock-by-two', ['SDS-SEND-01'], join(place, 'failed'))
    await writeBundle(join(place, 'failed'), join(place, 'failed.gz'))
    const { code, err } = command('vectors', 'record', join(place, 'failed.gz'))
    assert.equal(code, 2)
    assert.match(err, /nothing in .* can become a vector/)
  })
})
