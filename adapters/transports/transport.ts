import type { Request } from '../contract/envelope.ts'

/** A way to reach a client: how to start or find it, whatever it is written in. */
export interface Transport {
  /** The address as the user wrote it. */
  readonly address: string
  /** The client is under a debugger: no deadline of any kind applies. */
  readonly untimed?: boolean
  /** Fails with Unavailable where something is missing that is not the client's. */
  connect(): Promise<Connection>
  /** Removes what all connections shared, such as an image built for the run. */
  dispose?(): Promise<void>
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
  /** Address of this machine as the client sees it, where that is not loopback. */
  readonly suiteAddress?: string | undefined
  /** Exactly what runs, by kind: `image` is the digest of a container's image. */
  readonly digests?: Readonly<Record<string, string>>
}

/** Something that the transport needs is missing, such as a Docker engine: nothing can be measured. */
export class Unavailable extends Error {
  override name = 'Unavailable'
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
