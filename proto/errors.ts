/** The bytes are at fault: they are not an encoding of the message that was asked for. */
export class DecodeError extends Error {
  override name = 'DecodeError'
  /** Full name of the message type, with the field where one is concerned: `vac.sds.Message.content`. */
  readonly where: string
  /** Offset, in bytes from the start of the input, of the record that could not be read. */
  readonly offset: number
  readonly expected: string
  readonly got: string

  constructor(where: string, offset: number, expected: string, got: string) {
    super(`${where} at offset ${offset}: expected ${expected}, got ${got}`)
    this.where = where
    this.offset = offset
    this.expected = expected
    this.got = got
  }
}

/** The caller is at fault: the object cannot be written as the message that was asked for. */
export class EncodeError extends Error {
  override name = 'EncodeError'
  /** Full name of the message type, with the field where one is concerned. */
  readonly where: string

  constructor(where: string, expected: string, got: string) {
    super(`${where}: expected ${expected}, got ${got}`)
    this.where = where
  }
}
