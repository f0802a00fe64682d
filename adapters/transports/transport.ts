import type { Request } from '../contract/envelope.ts'

/** A way to reach a client: how to start or find it, whatever it is written in. */
export interface Transport {
  /** The address as the user wrote it. */
  readonly address: string
  connect(): Promise<Connection>
}

/** One running client. */
export interface Connection {
  /**
   * Sends a request and waits for the reply, parsed from JSON and not yet checked.
   * Fails with ConnectionLost, Overdue or Garbled; after any of them the connection is of no more use.
   */
  exchange(request: Request, deadlineMs: number): Promise<unknown>
  /** What the client last wrote beside the protocol; untrusted text. */
  diagnostics(): string
  /** Ends the client, by force where it does not end by itself. */
  close(): Promise<void>
}

/** The client ended, or could not be reached, with a call in flight. */
export class ConnectionLost extends Error {
  override name = 'ConnectionLost'
}

/** No reply within the deadline. */
export class Overdue extends Error {
  override name = 'Overdue'
}

/** Something came that is not a reply. */
export class Garbled extends Error {
  override name = 'Garbled'
}
