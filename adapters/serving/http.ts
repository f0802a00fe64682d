import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Handler } from '../contract/handler.ts'
import { MAX_LINE } from '../transports/lines.ts'
import { answer } from './answer.ts'

/** Answers `POST /v1/call`; with a token, only to those who bring it as bearer token. */
export function serveHttp(handle: Handler, token?: string): Server {
  return createServer(async (request, response) => {
    try {
      const [status, body] = await respond(handle, token, request)
      send(response, status, body)
    } catch {
      // The caller has gone in the middle of its own request.
      response.destroy()
    }
  })
}

async function respond(
  handle: Handler,
  token: string | undefined,
  request: IncomingMessage,
): Promise<[status: number, body: string]> {
  if (request.url !== '/v1/call') return [404, 'expected the path /v1/call']
  if (request.method !== 'POST') return [405, 'expected POST']
  if (token && !same(request.headers.authorization ?? '', `Bearer ${token}`))
    return [401, 'expected the bearer token of this server']
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    if ((length += chunk.length) > MAX_LINE) return [413, `expected at most ${MAX_LINE} bytes`]
    chunks.push(chunk)
  }
  return [200, await answer(handle, Buffer.concat(chunks).toString('utf8'))]
}

function send(response: ServerResponse, status: number, body: string): void {
  const type = status === 200 ? 'application/json' : 'text/plain'
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    ...(status === 413 && { connection: 'close' }),
  })
  response.end(body)
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
