import { request as ask, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { corrupted, cut } from './damage.ts'
import type { Answer, Exchange } from './exchange.ts'
import type { Route } from './route.ts'

/** Passes a request on to a real node and its answer back, damaged as the fault says. `api`: its address and prefix. */
export async function forward(
  api: string,
  { route: { call, cid }, request, response, fault }: Exchange,
): Promise<Answer> {
  const { host: _, connection: __, ...headers } = request.headers
  const onward = ask(`${api}${pathOf(call, cid)}`, { method: request.method, headers })
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    onward.once('response', resolve).once('error', reject)
  })
  let size = 0
  const sent = pipeline(
    request,
    async function* (source: AsyncIterable<Uint8Array>) {
      for await (const chunk of source) {
        size += chunk.length
        yield chunk
      }
    },
    onward,
  ).catch(() => {})
  response.once('close', () => onward.destroy())
  const reply = await answered
  await sent
  const { statusCode: status = 500 } = reply
  if (call === 'upload') {
    const body = await text(reply)
    if (status !== 200) return { status, body }
    return {
      status,
      body: fault?.effect === 'newline' ? `${body}\n` : body,
      cid: body.trim(),
      size,
    }
  }
  response.writeHead(status, reply.headers)
  const length = Number(reply.headers['content-length'] ?? 0)
  if (fault?.effect === 'cut') await pipeline(reply, cut(length), response)
  else if (fault?.effect === 'corrupt') await pipeline(reply, corrupted, response)
  else await pipeline(reply, response)
  return { status }
}

/** Where a call is found below the prefix. */
function pathOf(call: Route['call'], cid = ''): string {
  const name = encodeURIComponent(cid)
  return {
    upload: '/data',
    list: '/data',
    local: `/data/${name}`,
    delete: `/data/${name}`,
    fetch: `/data/${name}/network`,
    stream: `/data/${name}/network/stream`,
    manifest: `/data/${name}/network/manifest`,
    exists: `/data/${name}/exists`,
    space: '/space',
    info: '/debug/info',
  }[call]
}
