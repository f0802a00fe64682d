import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, type TestContext, test } from 'node:test'
import { contain } from '../../adapters/transports/container.ts'
import { Docker } from '../../adapters/transports/docker.ts'
import { engineOfRun } from '../../adapters/transports/engine.ts'
import { discard, obtain } from '../../adapters/transports/image.ts'
import type { Connection } from '../../adapters/transports/transport.ts'
import { ask } from './ask.ts'
import { engineFor } from './engine.ts'
import { outside } from './outside.ts'

const IMAGE = './test/transports/image'
const limit = { timeout: 120_000 }
const transport = new Docker(IMAGE)

interface Told {
  readonly ok: Readonly<Record<string, unknown>>
}

/** What this run has in the engine. */
async function left() {
  const { docker, labels } = await engineOfRun()
  const filters = { label: Object.entries(labels).map(([name, value]) => `${name}=${value}`) }
  const [containers, networks, images] = await Promise.all([
    docker.listContainers({ all: true, filters }),
    docker.listNetworks({ filters }),
    docker.listImages({ filters }),
  ])
  return [...containers, ...networks, ...images].map(({ Id }) => Id)
}

after(() => transport.dispose(), limit)

/** A connection that ends with the test, also where that fails. */
async function connect(t: TestContext): Promise<Connection> {
  const connection = await transport.connect()
  t.after(() => connection.close())
  return connection
}

test('a container answers, tells its image, and leaves nothing', limit, async (t) => {
  const docker = await engineFor(t)
  if (!docker) return
  const own = new Docker(IMAGE)
  const connection = await own.connect()
  assert.deepEqual(await ask(connection, 'echo', { hex: '00ff' }), {
    id: 1,
    ok: { params: { hex: '00ff' } },
  })
  const [{ ImageID } = { ImageID: '' }] = await docker.listContainers({
    filters: { label: [Object.entries((await engineOfRun()).labels)[0]?.join('=') ?? ''] },
  })
  assert.equal(connection.digests?.image, ImageID)
  assert.match(connection.diagnostics(), /something for the log/)
  assert.notDeepEqual(await left(), [])
  await connection.close()
  await own.dispose()
  assert.deepEqual(await left(), [])
})

test('a container may compute and write to /tmp, and has no right beyond', limit, async (t) => {
  if (!(await engineFor(t))) return
  const connection = await connect(t)
  const tell = async (op: string, params = {}) => ((await ask(connection, op, params)) as Told).ok
  assert.deepEqual(await tell('write', { path: '/tmp/file' }), { done: true })
  assert.deepEqual(await tell('write', { path: '/file' }), { done: false, code: 'EROFS' })
  const { status } = await tell('status')
  assert.match(String(status), /CapEff:\s+0+\n/)
  assert.match(String(status), /NoNewPrivs:\s+1\n/)
  await assert.rejects(ask(connection, 'swallow', {}, 60_000), {
    name: 'ConnectionLost',
    message: 'the container ended with exit code 137, out of memory',
  })
})

test('a container reaches nobody outside', limit, async (t) => {
  const docker = await engineFor(t)
  if (!docker) return
  const to = await outside(t)
  if (!to) return t.skip('not measured: no right to make a network namespace (ip netns add)')
  // The same image, started as usual, gets through: so it is the confinement that stops it.
  const image = await obtain(IMAGE)
  t.after(() => discard(image))
  const usual = await docker.createContainer({ Image: image, Env: [`REACH=${to.host} ${to.port}`] })
  t.after(() => usual.remove({ force: true }))
  await usual.start()
  await usual.wait()
  assert.match(String(await usual.logs({ stdout: true })), /\{"done":true\}/)

  const published = await contain(image, { publish: true })
  t.after(() => published.close())
  for (const connection of [await connect(t), published]) {
    const { ok } = (await ask(connection, 'reach', to)) as { ok: object }
    assert.deepEqual(ok, { done: false, code: 'TIMEOUT' })
  }
})

test('how a container ends is told', limit, async (t) => {
  const docker = await engineFor(t)
  if (!docker) return
  const clean = await connect(t)
  await assert.rejects(ask(clean, 'exit', { code: 0 }), {
    name: 'ConnectionLost',
    message: 'the container ended with exit code 0',
  })

  const killed = await connect(t)
  const [label] = Object.entries((await engineOfRun()).labels)
  const [container] = await docker.listContainers({ filters: { label: [label?.join('=') ?? ''] } })
  setTimeout(() => docker.getContainer(container?.Id ?? '').kill(), 100)
  await assert.rejects(ask(killed, 'hang'), {
    name: 'ConnectionLost',
    message: 'the container ended with exit code 137',
  })
})

test('a container that hangs is overdue and removed', limit, async (t) => {
  if (!(await engineFor(t))) return
  const connection = await connect(t)
  await assert.rejects(ask(connection, 'hang', {}, 200), { name: 'Overdue' })
})

test('a published port serves where containers cannot be reached', limit, async (t) => {
  if (!(await engineFor(t))) return
  const image = await obtain(IMAGE)
  t.after(() => discard(image))
  const connection = await contain(image, { publish: true })
  t.after(() => connection.close())
  await ask(connection, 'echo')
})

test('what cannot be had is named, and nothing is left', limit, async (t) => {
  if (!(await engineFor(t))) return
  const unavailable = (message: RegExp) => ({ name: 'Unavailable', message })
  await assert.rejects(
    new Docker('localhost:1/no/such:image').connect(),
    unavailable(/image "localhost:1\/no\/such:image" is not here and could not be pulled/),
  )
  const directory = mkdtempSync(join(tmpdir(), 'vac-conformance-'))
  t.after(() => rmSync(directory, { recursive: true }))
  const build = (dockerfile: string) => {
    writeFileSync(join(directory, 'Dockerfile'), dockerfile)
    const own = new Docker(directory)
    t.after(() => own.dispose())
    return own.connect()
  }
  const from = `FROM ${process.env.BASE_IMAGE}\n`
  await assert.rejects(
    build(`${from}RUN ["node", "-e", "process.exit(7)"]`),
    unavailable(/code: 7/),
  )
  await assert.rejects(build(`${from}NONSENSE`), unavailable(/unknown instruction: NONSENSE/i))
  await assert.rejects(build(from), unavailable(/expected image .* to expose one port.* got none/))
  await assert.rejects(build(`${from}EXPOSE 8080\nCMD ["node", "-e", "console.log(41+1)"]`), {
    name: 'ConnectionLost',
    message: /the container ended with exit code 0; it last wrote: 42/,
  })
})
