import type { Bindings } from './roles.ts'

/** What a run passes to its scenarios. */
export interface WorldParameters {
  /** Address of the client under test. */
  readonly adapter: string
  /** Other clients, by the role or the participant that they play. */
  readonly bind?: Bindings
  /** Hex; absent: drawn anew for each run. */
  readonly seed?: string
  /** Runs of each property; absent: the property's own number. */
  readonly runs?: number
  /** false: a property that fails is not shrunk, where only its verdict is wanted. */
  readonly shrink?: boolean
  /** Milliseconds that a call may take; 0: no limit. */
  readonly deadlineMs?: number
  /** Addresses of real Codex nodes; absent: embedded ones. */
  readonly codex?: readonly string[]
  /** How often a client that ended is started again; absent: as a session does by default. */
  readonly restarts?: number
  /** Keep all that passes, for those who judge it again. */
  readonly tape?: boolean
  /** Clients stay when the scenarios are over, for whoever asked for these will ask for more. */
  readonly keepsClients?: boolean
}
