/* Control node, Codex and member, each in a process of its own and reached over HTTP alone. */
import { test } from 'node:test'
import { StoreNode } from '../../adapters/store/node.ts'
import { StoreServer } from '../../adapters/store/server.ts'
import { addresses, launch, playWeek } from './week.ts'

test('a week goes from the control node through Codex to the member', async (t) => {
  const codex = launch(t, 'codex', 'serve', '--nodes', 'control,member')
  const [controlCodex = '', memberCodex = ''] = await addresses(codex, 'stdout', 2)
  const store = await StoreServer.listen('both', new StoreNode())
  t.after(() => store.close())
  const client = async (codexUrl: string) => {
    const [url = ''] = await addresses(launch(t, 'serve', '--http', '0'), 'stderr', 1)
    const post = async (body: object) => {
      const headers = { 'content-type': 'application/json' }
      const init = { method: 'POST', body: JSON.stringify(body), headers }
      return (await (await fetch(`${url}/v1/call`, init)).json()) as object
    }
    return { post, codexUrl, storeUrl: store.url }
  }
  await playWeek(await client(controlCodex), await client(memberCodex))
})
