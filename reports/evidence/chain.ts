import { createHash } from 'node:crypto'

const BEGIN = ',"hash":"'
const END = '"}'
const LENGTH = BEGIN.length + 64 + END.length

/**
 * The hash chain over the lines of a bundle: each line ends in a member `hash`, the SHA-256, in
 * hex, over the hash of the line before it (of the first line: over nothing), a line feed and the
 * line without that member. Who knows the last hash knows the whole file.
 */
export class Chain {
  #last = ''

  get last(): string {
    return this.#last
  }

  /** A JSON object as the next line. */
  add(text: string): string {
    this.#last = this.#over(text)
    return `${text.slice(0, -1)}${BEGIN}${this.#last}${END}`
  }

  /** The line without its hash, where it is the next of the chain; else undefined. */
  take(line: string): string | undefined {
    const text = `${line.slice(0, -LENGTH)}}`
    const hash = this.#over(text)
    if (line.slice(-LENGTH) !== `${BEGIN}${hash}${END}`) return undefined
    this.#last = hash
    return text
  }

  #over(text: string): string {
    return createHash('sha256').update(`${this.#last}\n${text}`).digest('hex')
  }
}
