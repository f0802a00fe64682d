/* The exported vectors, in a folder that has nothing of the suite, checked by what is in it. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { exportVectors } from '../../cli/vectors-export.ts'

const { faults } = (await import(
  new URL('../../vectors/export/schema.mjs', import.meta.url).href
)) as { faults: (schemas: object, name: string, value: unknown) => string[] }

const place = mkdtempSync(join(tmpdir(), 'export-'))
const folder = join(place, 'vectors')
const { NODE_PATH: _, ...environment } = process.env

/** The verifier of the folder, started from elsewhere. */
function verify(...args: string[]): { code: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'verify.mjs'), ...args],
    { cwd: place, encoding: 'utf8', env: environment },
  )
  return { code: status, out: stdout + stderr }
}

const asked = (program: string) => verify('--with', program)
const node = (file: string) => `"${process.execPath}" ${join(import.meta.dirname, file)}`
/** A program that answers the same to everything, and claims to have answered everything. */
const constant = (answer: object) => {
  const file = join(place, 'constant.mjs')
  writeFileSync(
    file,
    `import { createInterface } from 'node:readline'
for await (const _ of createInterface({ input: process.stdin })) console.log(${JSON.stringify(JSON.stringify(answer))})`,
  )
  return `"${process.execPath}" ${file}`
}

suite('vectors export', () => {
  before(() => exportVectors(folder))
  after(() => rmSync(place, { recursive: true }))

  test('has every vector and schema, and no code of the suite', () => {
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    const own = readdirSync(join(import.meta.dirname, '../../vectors'), {
      recursive: true,
      encoding: 'utf8',
    }).filter((path) => path.endsWith('.json'))
    for (const path of own) assert.ok(paths.includes(join('vectors', path)), path)
    assert.deepEqual(
      paths.filter((path) => /\.ts$|node_modules/.test(path)),
      [],
    )
    for (const path of paths.filter((path) => path.endsWith('.mjs')))
      for (const [, from] of readFileSync(join(folder, path), 'utf8').matchAll(/from '([^']+)'/g))
        assert.match(from ?? '', /^(node:|\.\/)/, path)
    assert.equal(verify().code, 0, verify().out)
  })

  test('tells a file that was changed, added or taken out', () => {
    const file = join(folder, 'vectors/sds/messages.json')
    const text = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      text.replace('"lamportTimestamp": "1000003"', '"lamportTimestamp": "1000004"'),
    )
    assert.match(verify().out, /vectors\/sds\/messages\.json is not as it was exported/)
    rmSync(file)
    assert.equal(verify().code, 1)
    writeFileSync(file, text)
    writeFileSync(join(folder, 'more.json'), '{}')
    assert.match(verify().out, /more\.json was not exported/)
    rmSync(join(folder, 'more.json'))
    assert.equal(verify().code, 0)
  })

  test('a decoder of SDS messages is found right, and told what it was not asked', () => {
    const { code, out } = asked(node('answers.ts'))
    assert.equal(code, 0, out)
    assert.match(out, /✓ {2}sds\/messages\.json: 76 right, 0 wrong, 0 not answered/)
    assert.match(out, /– {2}payloads\/records\.json: 0 right, 0 wrong, 194 not answered/)
  })

  const python = ['python3', '/usr/bin/python3'].find(
    (name) => spawnSync(name, ['-c', 'import google.protobuf']).status === 0,
  )
  const without =
    (!python || spawnSync('protoc', ['--version']).status !== 0) &&
    'not measured: no python3 with protobuf and protoc on this machine'
  test('the official Python runtime is found right about payloads', { skip: without }, () => {
    const { code, out } = asked(`${python} ${join(import.meta.dirname, 'answers.py')}`)
    assert.equal(code, 0, out)
    assert.match(out, /✓ {2}payloads\/malformed\.json: 731 right, 0 wrong/)
  })

  const nothing: Record<string, object> = {
    'accepts everything': { value: {}, accepted: true },
    'refuses everything': { refused: true },
    'says nothing': {},
    'says everything at once': { accepted: true, refused: true, value: {} },
  }
  for (const [name, answer] of Object.entries(nothing))
    test(`a program that ${name} is found wrong in every file that has both kinds`, () => {
      const { code, out } = asked(constant(answer))
      assert.equal(code, 1)
      assert.doesNotMatch(out, /✓ {2}\w+\/\w+\.json/)
    })

  test('a program that supports nothing has not been measured', () => {
    assert.equal(asked(constant({ unsupported: true })).code, 4)
  })

  test('a program that ends, or talks nonsense, is told so', () => {
    assert.match(asked('true').out, /no answer to/)
    assert.equal(asked('echo nonsense; cat').code, 1)
  })
})

test('the small reader of schemas says what a whole one says, of the vectors and of broken ones', () => {
  const root = join(import.meta.dirname, '../../vectors')
  const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'))
  const schemas = Object.fromEntries(
    readdirSync(join(root, 'schema')).map((name) => [name, read(`schema/${name}`)]),
  )
  let [refused, taken] = [0, 0]
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/^(?!schema)[^/]+\/[^/]+\.json$/.test(path)) continue
    const whole = read(path)
    const name = whole.$schema.split('/').at(-1)
    const ajv = new Ajv2020({ strict: false })
    for (const schema of Object.values(schemas)) ajv.addSchema(schema as object)
    const other = ajv.getSchema(name)
    assert.ok(other, name)
    const list = whole.cases ?? whole.rows
    for (const broken of breakages({
      ...whole,
      [whole.cases ? 'cases' : 'rows']: list.slice(0, 6),
    })) {
      const ours = faults(schemas, name, broken).length === 0
      assert.equal(ours, other(broken), `${path}: ${JSON.stringify(broken).slice(0, 300)}`)
      if (ours) taken++
      else refused++
    }
  }
  assert.ok(refused > 300 && taken > 50, `${refused} refused, ${taken} taken`)
})

/** A value, and the value with one thing in it otherwise: taken out, added, or of another type. */
function* breakages(value: unknown): Generator<unknown> {
  yield value
  if (Array.isArray(value)) {
    yield [...value, ...value.slice(0, 1)]
    for (const i of value.keys())
      for (const other of breakages(value[i])) yield value.with(i, other)
  } else if (typeof value === 'object' && value !== null) {
    yield { ...value, surprise: 1 }
    for (const [key, member] of Object.entries(value)) {
      const { [key]: _, ...rest } = value as Record<string, unknown>
      yield rest
      for (const other of breakages(member)) yield { ...value, [key]: other }
    }
  } else yield* [null, 7, 'ZZ', []]
}
