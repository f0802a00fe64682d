/* Control node and member in a container each, Codex in a process of its own; all they have between them is HTTP. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Request } from '../../adapters/contract/envelope.ts'
import { StoreNode } from '../../adapters/store/node.ts'
import { StoreServer } from '../../adapters/store/server.ts'
import { contain } from '../../adapters/transports/container.ts'
import { discard, obtain } from '../../adapters/transports/image.ts'
import { ask } from '../transports/ask.ts'
import { engineFor } from '../transports/engine.ts'
import { addresses, launch, playWeek } from './week.ts'

test('a week goes from one container through Codex to the other', {
  timeout: 180_000,
}, async (t) => {
  if (!(await engineFor(t))) return
  const image = await obtain('adapters/reference/Dockerfile')
  t.after(() => discard(image))
  const codex = launch(t, 'codex', 'serve', '--nodes', 'control,member', '--host', '0.0.0.0')
  const [controlCodex = '', memberCodex = ''] = await addresses(codex, 'stdout', 2)
  const store = await StoreServer.listen('both', new StoreNode(), '0.0.0.0')
  t.after(() => store.close())

  const client = async (codexUrl: string) => {
    const connection = await contain(image)
    t.after(() => connection.close())
    const post = async (body: object) =>
      (await connection.exchange(body as Request, 30_000)) as object
    await ask(connection, 'hello', { suite: 'containers', protocol: { lowest: 1, highest: 1 } })
    // In its own network it finds this machine at another address than 127.0.0.1.
    const { suiteAddress } = connection
    assert.ok(suiteAddress, 'expected an address of this machine in the network of the container')
    const there = (url: string) => `http://${suiteAddress}:${new URL(url).port}`
    return { post, codexUrl: there(codexUrl), storeUrl: there(store.url) }
  }
  const alice = await client(controlCodex)
  const bob = await client(memberCodex)
  assert.notEqual(new URL(alice.codexUrl).hostname, new URL(bob.codexUrl).hostname)
  await playWeek(alice, bob)
})
