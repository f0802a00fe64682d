import type { Connection, Transport } from '../transports/transport.ts'

/** `impostor-docker:IMAGE WORDS`: an impostor in a container, confined as any client is. */
export class ImpostorDocker implements Transport {
  readonly address: string
  readonly #image: string
  readonly #words: readonly string[]

  constructor(image: string, words: readonly string[]) {
    this.address = `impostor-docker:${[image, ...words].join(' ')}`
    this.#image = image
    this.#words = words
  }

  async connect(): Promise<Connection> {
    const { contain } = await import('../transports/container.ts')
    return contain(this.#image, { command: this.#words })
  }
}
