import http from 'node:http'
import type { Kind } from './strike.ts'

const agent = new http.Agent({ keepAlive: true })

/**
 * Has the test answer a request, and says what it wants done instead. The client of this process is only
 * a mouth: it starts at once, and what happened survives its end.
 */
export function forward(text: string): Promise<{ strike: Kind | undefined; reply: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<typeof forward>>>()
  const headers = { 'x-pid': process.pid, 'content-length': Buffer.byteLength(text) }
  const call = http.request(`${process.env.VAC_CHAOS}`, { method: 'POST', agent, headers })
  call.on('error', reject)
  call.on('response', (response) => {
    let reply = ''
    response.setEncoding('utf8')
    response.on('data', (chunk) => (reply += chunk))
    response.on('end', () => resolve({ strike: response.headers['x-strike'] as Kind, reply }))
  })
  call.end(text)
  return promise
}
