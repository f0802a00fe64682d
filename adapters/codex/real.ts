import type { Codex, Node } from './codex.ts'
import type { Answer, Exchange } from './exchange.ts'
import { Faults } from './faults.ts'
import { forward } from './forward.ts'
import { Journal } from './journal.ts'
import { defaultPrefix } from './route.ts'

/** How long a real node may take for what the suite asks of it, milliseconds. */
const patience = 10_000

/**
 * Real Codex nodes behind their REST API. Requests go through to them as they came, are recorded on
 * the way, and are where the faults strike. What came into being is deleted in the end.
 */
export class RealCodex implements Codex {
  now = 0
  readonly told = false
  readonly journal = new Journal()
  readonly #urls: readonly string[]
  readonly #place: (name: string) => number
  readonly #nodes = new Map<string, RealNode>()
  readonly #known = new Set<string>()

  /** `urls`: of nodes that find each other; `place`: which of them a name stands for. */
  constructor(urls: readonly string[], place: (name: string) => number) {
    this.#urls = urls.map(apiOf)
    this.#place = place
  }

  node(name: string): RealNode {
    let node = this.#nodes.get(name)
    if (!node) {
      const url = this.#urls[Math.min(this.#place(name), this.#urls.length - 1)] ?? ''
      this.#nodes.set(name, (node = new RealNode(url, this.#known)))
    }
    return node
  }

  async file(cid: string): Promise<Buffer | undefined> {
    for (const url of this.#urls) {
      const reply = await ask(url, `/data/${cid}`).catch(() => undefined)
      if (reply?.ok) return Buffer.from(await reply.arrayBuffer())
      await reply?.body?.cancel()
    }
    return undefined
  }

  async answer(name: string, exchange: Exchange): Promise<Answer> {
    const { route, fault } = exchange
    const node = this.node(name)
    if (route.call === 'stream' && node.faults.withheld(route.cid ?? ''))
      return { status: 404, body: 'the data cannot be found' }
    const answered = await forward(node.url, exchange)
    const { cid } = answered
    if (cid !== undefined) this.#known.add(cid)
    if (cid !== undefined && fault?.effect === 'lose') await node.delete(cid)
    return answered
  }

  async close(): Promise<void> {
    for (const url of new Set(this.#urls))
      for (const cid of this.#known) await ask(url, `/data/${cid}`, { method: 'DELETE' })
  }
}

class RealNode implements Node {
  readonly faults = new Faults()
  readonly url: string
  readonly #known: Set<string>

  constructor(url: string, known: Set<string>) {
    this.url = url
    this.#known = known
  }

  set ttl(_seconds: number) {
    throw new Error('a real node goes by a clock of its own')
  }

  async upload(
    source: AsyncIterable<Uint8Array>,
    { filename, mimetype }: { filename?: string; mimetype?: string } = {},
  ): Promise<{ cid: string }> {
    const chunks: Uint8Array[] = []
    for await (const chunk of source) chunks.push(chunk)
    const headers = {
      ...(mimetype !== undefined && { 'content-type': mimetype }),
      ...(filename !== undefined && {
        'content-disposition': `attachment; filename="${filename}"`,
      }),
    }
    const reply = await ask(this.url, '/data', {
      method: 'POST',
      headers,
      body: Buffer.concat(chunks),
    })
    const text = (await reply.text()).trim()
    if (!reply.ok)
      throw new Error(`expected the Codex node to take an upload, got ${reply.status}: ${text}`)
    this.#known.add(text)
    return { cid: text }
  }

  async list(): Promise<{ cid: string }[]> {
    const reply = await ask(this.url, '/data')
    const { content } = (await reply.json()) as { content: { cid: string }[] }
    return content.filter(({ cid }) => this.#known.has(cid))
  }

  async holds(cid: string): Promise<boolean> {
    return (await this.list()).some((one) => one.cid === cid)
  }

  async delete(cid: string): Promise<void> {
    await ask(this.url, `/data/${cid}`, { method: 'DELETE' })
  }
}

/** What a node at an address says it is. Throws where none answers. */
export async function versionOf(url: string): Promise<string> {
  const reply = await ask(apiOf(url), '/debug/info')
  if (!reply.ok) throw new Error(`expected GET /debug/info to be answered 200, got ${reply.status}`)
  const { codex } = (await reply.json()) as { codex?: { version?: string; revision?: string } }
  return `${codex?.version ?? 'unknown'} ${codex?.revision ?? ''}`.trim().slice(0, 100)
}

/** The address of the API: as given, or with the prefix of nim-codex where no path is given. */
function apiOf(url: string): string {
  return new URL(url).pathname === '/'
    ? `${url.replace(/\/$/, '')}${defaultPrefix}`
    : url.replace(/\/$/, '')
}

function ask(api: string, path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${api}${path}`, { ...init, signal: AbortSignal.timeout(patience) })
}
