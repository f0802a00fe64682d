import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import protobuf from 'protobufjs'
import { type RecordType, record, recordNames } from '../../proto/payloads/records.ts'
import { type Printed, printedIn } from './blocks.ts'

const root = join(import.meta.dirname, '..', '..')
const specs = process.env.VAC_SPECS ?? join(root, '..', 'shared', 'specs')
const of = (name: string) => recordNames.map(record).filter((r) => r.package === name)

test('all files parse into the records, fields and enum values that were counted in the texts', () => {
  const fields = (records: RecordType[]) => records.flatMap((r) => r.type.fieldsArray).length
  assert.equal(of('status62').length, 40, '37 records of 62 and 3 placeholders')
  assert.equal(fields(of('status62')), 196)
  assert.equal(of('status56').length, 7)
  assert.equal(fields(of('status56')), 24)
  assert.equal(of('status_deployed').length, 1)
})

test('protoc accepts the files', (t) => {
  const run = spawnSync('protoc', ['-I', 'proto', '-o', '/dev/null', 'payloads/all.proto'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (run.error) return t.skip('not measured: no protoc on the PATH')
  assert.deepEqual({ status: run.status, said: run.stderr }, { status: 0, said: '' })
})

test('a block is read as printed, also one that is not closed', () => {
  const block =
    '```protobuf\nmessage A {\n  repeated B.C x = 4; // note\n  map<string, B> y = 5 [deprecated = true];\n  oneof z {\n    bytes w = 99;\n  }\n  enum B {\n    NONE = 0;\n```'
  assert.deepEqual(printedIn(block), [
    { owner: 'A', label: 'repeated', type: 'B.C', name: 'x', number: 4 },
    { owner: 'A', label: '', type: 'map<string,B>', name: 'y', number: 5 },
    { owner: 'A', label: '', type: 'bytes', name: 'w', number: 99 },
    { owner: 'A.B', label: '', type: '', name: 'NONE', number: 0 },
  ])
})

/** Types that are written with another scope than printed: FIX-04, and 56 seen from 62. */
function sameType(printed: string, field: protobuf.Field): boolean {
  const bare = (type: string) => type.replace(/^status\d\d\./, '')
  if (field instanceof protobuf.MapField)
    return printed === `map<${field.keyType},${bare(field.type)}>`
  return bare(field.type) === printed || bare(field.type) === `ImageMessage.${printed}`
}

function fault({ owner, label, type, name, number }: Printed): string | undefined {
  const where = `${owner}.${name}`
  if (type === '') {
    const scope = owner.includes('.') ? record(owner.split('.')[0] as string).type : undefined
    const scopes = scope ? [scope] : of('status62').map((r) => r.type.parent as protobuf.Namespace)
    const values = scopes[0]?.lookupEnum(owner.split('.').at(-1) as string).values
    return values?.[name] === number ? undefined : `${where}: ${number}, here ${values?.[name]}`
  }
  const field = record(owner).type.fields[name]
  if (field === undefined) return `${where}: not here`
  if (field.id !== number) return `${where}: ${number}, here ${field.id}`
  if (!sameType(type, field)) return `${where}: ${type}, here ${field.type}`
  const repeated = field.repeated && !(field instanceof protobuf.MapField)
  return repeated === (label === 'repeated') ? undefined : `${where}: ${label || 'singular'}`
}

test('every field and enum value of 62 is here as printed, and nothing else', (t) => {
  const path = join(specs, 'pinned', '62-payloads.md')
  if (!existsSync(path)) return t.skip('not measured: no copy of the specifications')
  const printed = printedIn(readFileSync(path, 'utf8'))
  assert.deepEqual(printed.map(fault).filter(Boolean), [])
  assert.equal(printed.filter((p) => p.type !== '').length, 196)
  assert.equal(printed.filter((p) => p.type === '').length, 58)
})

test('every field and enum value that only 56 has is here as printed', (t) => {
  const path = join(specs, 'pinned', '56-communities.md')
  if (!existsSync(path)) return t.skip('not measured: no copy of the specifications')
  const own = new Set(of('status56').map((r) => r.name))
  const printed = printedIn(readFileSync(path, 'utf8')).filter((p) =>
    own.has(p.owner.split('.')[0] as string),
  )
  assert.deepEqual(printed.map(fault).filter(Boolean), [])
  assert.equal(printed.length, 24 + 3)
})
