import { type SdsCodec, sdsCodecs } from '../../../proto/sds.ts'

export type SdsRevision = keyof typeof sdsCodecs

/** What the two texts do differently. */
export interface Text {
  readonly codec: SdsCodec
  /** Greatest value of `lamport_timestamp`. */
  readonly lastTimestamp: bigint
  /**
   * Whether a step of the clock goes to the present time where that is greater: "`max(timeNowInMs,
   * current_lamport_timestamp + 1)`" (Send Message). The pinned text has one step of 1.
   */
  readonly keepsTime: boolean
  /** Whether it has SDS-R. */
  readonly repairs: boolean
}

export const texts: Readonly<Record<SdsRevision, Text>> = {
  '2025-09-16': {
    codec: sdsCodecs['2025-09-16'],
    lastTimestamp: 2n ** 63n - 1n,
    keepsTime: false,
    repairs: false,
  },
  '2026-04-02': {
    codec: sdsCodecs['2026-04-02'],
    lastTimestamp: 2n ** 64n - 1n,
    keepsTime: true,
    repairs: true,
  },
}
