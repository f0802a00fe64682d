import { versionOf } from '../adapters/codex/real.ts'
import { UsageError } from './usage.ts'

/** The flag, as every command explains it. */
export const CODEX_FLAG = `--codex ADDRESS    archives with real Codex nodes: docker:IMAGE, or the URL of a node; two URLs with a comma
                     between: the control node's and the members' (default: embedded nodes)`

/** The Codex nodes of a run; without addresses each scenario has embedded ones. */
export interface CodexNodes {
  readonly urls?: readonly string[]
  /** What they say they are. */
  readonly version?: string
  /** Why there are none where some were asked for: then nothing can be measured. */
  readonly missing?: string
}

const started: { close(): Promise<void> }[] = []

/** Ends the nodes that were started, once no run needs them any more. */
export async function closeCodex(): Promise<void> {
  for (const node of started.splice(0)) await node.close()
}

/** Finds or starts the nodes that `--codex` names. Fails with UsageError. */
export async function codexNodes(address: string | undefined): Promise<CodexNodes> {
  if (address === undefined) return {}
  const [, image] = /^docker:(.+)$/.exec(address) ?? []
  const given = address.split(',').map((url) => url.trim())
  if (image === undefined && (given.length > 2 || !given.every(isUrl)))
    throw new UsageError(`expected --codex as docker:IMAGE, URL or URL,URL, got "${address}"`)
  try {
    if (image === undefined) return await told(given)
    // Loading testcontainers takes a third of a second, so it waits until it is needed.
    const { startCodex } = await import('../adapters/codex/container.ts')
    const node = await startCodex(image)
    started.push(node)
    return await told([node.url])
  } catch (cause) {
    return { missing: `no Codex node at ${address}: ${(cause as Error).message}` }
  }
}

async function told(urls: readonly string[]) {
  const versions = await Promise.all(urls.map(versionOf))
  return { urls, version: [...new Set(versions)].join(', ') }
}

function isUrl(text: string): boolean {
  return URL.canParse(text) && /^http:$/.test(new URL(text).protocol)
}
