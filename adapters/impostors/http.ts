import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Request } from '../contract/envelope.ts'
import type { Handler } from '../contract/handler.ts'
import { answer } from '../serving/answer.ts'
import { aside } from './aside.ts'

/** What only a server can do wrong. */
export const rude: Readonly<Record<string, (response: ServerResponse) => void>> = {
  'closes-the-socket': (response) => response.socket?.destroy(),
  'answers-500': (response) => response.writeHead(500).end('{}'),
  'redirects-to-itself': (response) => response.writeHead(307, { location: '/v1/call' }).end(),
  'not-http': (response) => response.socket?.end('listening\n'),
}

/**
 * Serves an impostor at HOST:PORT and says the port on stdout. With manners of `rude`, every call but
 * hello is treated so.
 */
export async function serveImpostor(handle: Handler, name: string, at: string): Promise<void> {
  let said = ''
  aside.print = (line) => {
    said += `${line}\n`
  }
  const server = createServer(async (request, response) => {
    const text = await bodyOf(request)
    if (rude[name] && (JSON.parse(text) as Request).op !== 'hello') return rude[name](response)
    const reply = await answer(handle, text)
    response.end(said + reply)
    said = ''
  })
  const [host = '', port = ''] = at.split(':')
  await once(server.listen(Number(port), host), 'listening')
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
