import type { Entry as Request } from '../../adapters/codex/journal.ts'
import type { NodeName } from './parameters.ts'
import type { Scene } from './scene.ts'

/** What a client asked of Codex, as the nodes saw it. */
export class Uploads {
  readonly #scene: Scene
  readonly #node: NodeName

  constructor(scene: Scene, node: NodeName = 'Alice') {
    this.#scene = scene
    this.#node = node
  }

  /** Uploads that were answered with a CID, in order; the same file again is not a new one. */
  answered(): Request[] {
    const seen = new Set<string>()
    return this.all().filter(({ cid, status }) => {
      const fresh = cid !== undefined && status === 200 && !seen.has(cid)
      if (cid !== undefined) seen.add(cid)
      return fresh
    })
  }

  all(): Request[] {
    return this.requests().filter(({ call }) => call === 'upload')
  }

  requests(): Request[] {
    return this.#scene.codex.journal.entries(this.#node)
  }
}
