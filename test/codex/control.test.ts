import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type TestContext, test } from 'node:test'

/** One line of the log. */
interface Request {
  call: string
  status: number
  at: number
}

const main = join(import.meta.dirname, '../../cli/main.ts')

async function serve(t: TestContext, ...args: string[]): Promise<Record<string, string>> {
  const child = spawn(process.execPath, [main, 'codex', 'serve', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  t.after(async () => {
    child.kill('SIGTERM')
    await once(child, 'exit')
  })
  const addresses: Record<string, string> = {}
  for await (const line of createInterface({ input: child.stdout })) {
    const [, name = '', url = ''] = /^(.*) (http\S+)$/.exec(line) ?? []
    addresses[name] = url
    if (Object.keys(addresses).length === 3) break
  }
  return addresses
}

test('nodes served as a program: files pass between them, faults and time come from outside', async (t) => {
  const { alice = '', bob = '', ...rest } = await serve(t, '--nodes', 'alice,bob', '--control', '0')
  const control = rest['control interface'] ?? ''
  const order = (name: string, body: object) =>
    fetch(`${control}/control/${name}`, { method: 'POST', body: JSON.stringify(body) })
  const upload = () =>
    fetch(`${alice}/api/codex/v1/data`, {
      method: 'POST',
      body: Buffer.from('archive'),
      headers: { 'content-type': 'application/octet-stream' },
    })
  await order('fault', { node: 'alice', effect: 'fail', status: 503, calls: ['upload'], times: 1 })
  assert.equal((await upload()).status, 503)
  const cid = await (await upload()).text()
  const got = await fetch(`${bob}/api/codex/v1/data/${cid}/network/stream`)
  assert.equal(await got.text(), 'archive')
  await order('drop', { node: 'bob' })
  assert.equal((await fetch(`${bob}/api/codex/v1/data/${cid}`)).status, 404)
  await order('clock', { now: 1_700_000_000_000 })
  await fetch(`${bob}/api/codex/v1/space`)
  const answer = await fetch(`${control}/control/requests?node=bob`)
  const { requests } = (await answer.json()) as { requests: Request[] }
  const calls = requests.map(({ call, status }) => [call, status])
  assert.deepEqual(calls, [
    ['stream', 200],
    ['local', 404],
    ['space', 200],
  ])
  assert.equal(requests.at(-1)?.at, 1_700_000_000_000)
})

test('an order that is none is refused and says why', async (t) => {
  const addresses = await serve(t, '--nodes', 'alice,bob', '--control', '0')
  const control = addresses['control interface'] ?? ''
  const post = (name: string, body: object) =>
    fetch(`${control}/control/${name}`, { method: 'POST', body: JSON.stringify(body) })
  const wrong = await post('fault', { node: 'alice', effect: 'explode' })
  assert.equal(wrong.status, 400)
  assert.match(await wrong.text(), /effect/)
  assert.equal((await post('nothing', {})).status, 404)
})
