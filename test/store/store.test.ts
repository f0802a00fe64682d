import assert from 'node:assert/strict'
import { test } from 'node:test'
import { StoreNode } from '../../adapters/store/node.ts'
import { StoreServer } from '../../adapters/store/server.ts'
import { wakuMessage } from '../../proto/archives/messages.ts'

const day = 86_400_000
const ns = (milliseconds: number) => BigInt(milliseconds) * 1_000_000n

function message(topic: string, at: number, text = 'text'): Uint8Array {
  return wakuMessage.encode({ payload: Buffer.from(text), content_topic: topic, timestamp: ns(at) })
}

test('a query is answered by topic and time, both bounds included, in order of time', () => {
  const node = new StoreNode()
  node.now = 100 * day
  for (const at of [93, 91, 92]) node.put('/waku/2/rs/16/256', message('/a/1/b/proto', at * day))
  node.put('/waku/2/rs/16/256', message('/a/1/c/proto', 92 * day))
  const query = { contentTopics: ['/a/1/b/proto'], timeStart: ns(91 * day), timeEnd: ns(92 * day) }
  const times = node
    .query('bob', query)
    .messages.map(({ wire }) => wakuMessage.decode(wire).timestamp)
  assert.deepEqual(times, [ns(91 * day), ns(92 * day)])
  assert.deepEqual(node.asked, [{ ...query, asker: 'bob', at: 100 * day }])
})

test('what is older than 30 days is no longer served', () => {
  const node = new StoreNode()
  node.now = 100 * day
  node.put('/p', message('/a', 70 * day))
  node.put('/p', message('/a', 70 * day - 1))
  const all = { contentTopics: ['/a'], timeStart: 0n, timeEnd: ns(200 * day) }
  assert.equal(node.query('bob', all).messages.length, 1)
})

test('pages follow each other by cursor over HTTP', async () => {
  const node = new StoreNode()
  node.now = 10 * day
  for (let i = 0; i < 25; i += 1) node.put('/p', message('/a', 9 * day + i))
  node.put('/p', message('/a', 9 * day))
  const server = await StoreServer.listen('bob', node)
  try {
    const seen: string[] = []
    for (let cursor: string | undefined, more = true; more; ) {
      const body = {
        contentTopics: ['/a'],
        timeStart: '0',
        timeEnd: String(ns(10 * day)),
        pageSize: 10,
      }
      const reply = await fetch(`${server.url}/query`, {
        method: 'POST',
        body: JSON.stringify({ ...body, ...(cursor && { cursor }) }),
      })
      const page = (await reply.json()) as { messages: { message: string }[]; cursor?: string }
      seen.push(...page.messages.map((one) => one.message))
      cursor = page.cursor
      more = cursor !== undefined
    }
    assert.equal(seen.length, 25)
    assert.equal(new Set(seen).size, 25)
    node.down = true
    assert.equal(
      (
        await fetch(`${server.url}/query`, {
          method: 'POST',
          body: '{"contentTopics":[],"timeStart":"0","timeEnd":"0"}',
        })
      ).status,
      503,
    )
  } finally {
    await server.close()
  }
})

test('what is no query is refused with what was expected', async () => {
  const server = await StoreServer.listen('Bob', new StoreNode())
  try {
    for (const body of [
      {},
      { contentTopics: 'a', timeStart: '0', timeEnd: '0' },
      { contentTopics: [], timeStart: 0, timeEnd: '0' },
    ]) {
      const reply = await fetch(`${server.url}/query`, {
        method: 'POST',
        body: JSON.stringify(body),
      })
      assert.equal(reply.status, 400)
      assert.match(await reply.text(), /expected contentTopics as an array, timeStart and timeEnd/)
    }
  } finally {
    await server.close()
  }
})
