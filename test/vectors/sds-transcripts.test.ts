/* The SDS transcripts: well formed, their bytes confirmed by protoc, and who behaves so. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { clientEntry, isBuilt, readClient } from '../../adapters/clients/entry.ts'
import { reference } from '../../adapters/reference/adapter.ts'
import { Session } from '../../adapters/session.ts'
import { Direct } from '../../adapters/transports/direct.ts'
import { Exec } from '../../adapters/transports/exec.ts'
import { read, textOf } from './message-vector.ts'
import { play, producers, transcripts, wireOf } from './transcript.ts'

const proto = join(import.meta.dirname, '../../proto')
const noProtoc =
  spawnSync('protoc', ['--version']).status !== 0 && 'not measured: no protoc on this machine'

test('the file is as its schema says', () => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false })
  ajv.addSchema(read('schema/sds-messages.json'))
  const check = ajv.compile(read('schema/sds-transcripts.json'))
  assert.ok(check(read('sds/transcripts.json')), JSON.stringify(check.errors))
})

test('ids are unique, producers are named, requirements exist', () => {
  assert.equal(new Set(transcripts.map(({ id }) => id)).size, transcripts.length)
  const ids = read('../spec/sds.json').requirements.map(({ id }: { id: string }) => id)
  const known = new Set(ids)
  for (const { id, producers: of, requirements } of transcripts) {
    for (const name of of)
      assert.ok(name === 'single-source' || name in producers, `${id}: ${name}`)
    for (const requirement of requirements)
      assert.ok(known.has(requirement), `${id}: ${requirement}`)
  }
})

test('protoc reads in the bytes what is said beside them', { skip: noProtoc }, () => {
  const run = (mode: string, input: string | Uint8Array) =>
    spawnSync('protoc', [`--${mode}=vac.sds.Message`, `-I${proto}`, 'sds.proto'], { input })
  for (const { id, steps } of transcripts)
    for (const step of steps) {
      if (step.do !== 'receive') continue
      const theirs =
        step.wire === undefined ? undefined : run('decode', Buffer.from(step.wire, 'hex'))
      if (step.refused || !step.message) {
        assert.notEqual(theirs?.status, 0, `${id}: protoc accepts refused bytes`)
        continue
      }
      const written = run('encode', textOf(step.message)).stdout
      assert.equal(wireOf(step.message), written.toString('hex'), id)
      if (!theirs) continue
      const known = theirs.stdout.toString().replaceAll(/^\d+: .*\n/gm, '')
      assert.equal(known, run('decode', written).stdout.toString(), id)
    }
})

for (const version of ['0.0.7', '0.0.8']) {
  const name = `waku-sds-${version}`
  const skip = !isBuilt(readClient(name)) && 'not measured: run npm run clients:build'
  test(`@waku/sds ${version} behaves so where it is named, and nowhere else`, {
    skip,
  }, async (t) => {
    const { adapter, folder } = clientEntry(name)
    const session = new Session(new Exec(adapter.slice('exec:'.length), folder))
    t.after(() => session.close())
    const wrong: string[] = []
    for (const transcript of transcripts) {
      const difference = await play(session, transcript)
      const named = transcript.producers.includes(`@waku/sds ${version}`)
      if (named !== (difference === undefined))
        wrong.push(difference ?? `${transcript.id}: as stated`)
    }
    assert.deepEqual(wrong, [])
  })
}

test('the reference behaves so', async (t) => {
  const session = new Session(new Direct('reference', async () => reference))
  t.after(() => session.close())
  for (const transcript of transcripts) assert.equal(await play(session, transcript), undefined)
})
