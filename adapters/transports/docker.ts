import type { Connection, Transport } from './transport.ts'

/**
 * `docker:IMAGE`, `docker:DIRECTORY` or `docker:path/Dockerfile`: a client that answers HTTP on the
 * one port that its image exposes. A Dockerfile is built once for the run; its context is the
 * directory, or for a path to a file the folder that paths start from.
 */
export class Docker implements Transport {
  readonly address: string
  readonly #source: string
  readonly #folder: string
  #image: Promise<string> | undefined

  constructor(source: string, folder = process.cwd()) {
    this.address = `docker:${source}`
    this.#source = source
    this.#folder = folder
  }

  async connect(): Promise<Connection> {
    // Loading testcontainers takes a third of a second, so it waits until it is needed.
    const { obtain } = await import('./image.ts')
    const { contain } = await import('./container.ts')
    return contain(await (this.#image ??= obtain(this.#source, this.#folder)))
  }

  async dispose(): Promise<void> {
    const image = await this.#image?.catch(() => undefined)
    this.#image = undefined
    if (image === undefined) return
    const { discard } = await import('./image.ts')
    await discard(image)
  }
}
