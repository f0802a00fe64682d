import { createReadStream, statSync } from 'node:fs'
import { type ClientRequest, type IncomingMessage, type RequestOptions, request } from 'node:http'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'

/** A Codex node did not do what it was asked. */
export class CodexFault extends Error {
  override name = 'CodexFault'
}

/**
 * A connection is given up that stood still in so many looks, each these milliseconds after the one before. A
 * process that the machine leaves waiting looks once in that time, and does not take its own rest for the node's.
 */
const [looks, pause] = [10, 50]

const prefix = '/api/codex/v1'

/** The REST API of the node's own Codex node. */
export class CodexClient {
  readonly #url: string

  constructor(url: string) {
    this.#url = url
  }

  /** Uploads a file and returns its CID. The same name each time, because it is part of the CID. */
  async upload(path: string, filename: string): Promise<string> {
    const headers = {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${filename}"`,
      'content-length': statSync(path).size,
    }
    const reply = await this.#ask('POST', '/data', { headers }, createReadStream(path))
    const cid = (await text(reply)).trim()
    if (cid === '') throw new CodexFault('the node answered an upload with no CID')
    return cid
  }

  /** CIDs of the datasets that the node holds. */
  async list(): Promise<Set<string>> {
    const { content } = await this.#json<{ content: { cid: string }[] }>('/data')
    return new Set(content.map(({ cid }) => cid))
  }

  async delete(cid: string): Promise<void> {
    ;(await this.#ask('DELETE', `/data/${cid}`)).resume()
  }

  /** The root of the dataset's blocks, by which a download can be checked. */
  async treeCid(cid: string): Promise<string> {
    const path = `/data/${cid}/network/manifest`
    const { manifest } = await this.#json<{ manifest: { treeCid: string } }>(path)
    return manifest.treeCid
  }

  /** The bytes of a dataset, from wherever the network has it. */
  download(cid: string): Promise<Readable> {
    return this.#ask('GET', `/data/${cid}/network/stream`)
  }

  async #json<T>(path: string): Promise<T> {
    const reply = await this.#ask('GET', path)
    return JSON.parse(await text(reply)) as T
  }

  async #ask(
    method: string,
    path: string,
    options: RequestOptions = {},
    body: Readable = Readable.from([]),
  ): Promise<IncomingMessage> {
    const what = `${method} ${path}`
    const asked = request(`${this.#url}${prefix}${path}`, { method, ...options })
    watch(asked, () =>
      asked.destroy(new CodexFault(`${what}: nothing came for ${looks * pause} ms`)),
    )
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      asked.once('response', resolve)
      asked.once('error', reject)
    })
    const sent = pipeline(body, asked).catch(() => {})
    const reply = await answered.catch((cause) => {
      throw new CodexFault(`${what}: ${cause.message}`, { cause })
    })
    await sent
    if (reply.statusCode === 200 || reply.statusCode === 204) return reply
    reply.resume()
    throw new CodexFault(`${what}: expected 200, got ${reply.statusCode}`)
  }
}

/** Looks after a request until it is closed, and tells when nothing goes either way any more. */
function watch(asked: ClientRequest, onSilence: () => void): void {
  let [passed, silent] = [0, 0]
  const timer = setInterval(() => {
    const { bytesRead = 0, bytesWritten = 0 } = asked.socket ?? {}
    silent = bytesRead + bytesWritten === passed ? silent + 1 : 0
    passed = bytesRead + bytesWritten
    if (silent >= looks) onSilence()
  }, pause)
  asked.once('close', () => clearInterval(timer))
}
