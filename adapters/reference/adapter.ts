import { type Handler, handler } from '../contract/handler.ts'
import type { Hello } from '../contract/hello.ts'
import { votingCapabilities, votingReadings, votingTable } from './voting/operations.ts'
import { literal, type VotingProfile } from './voting/profile.ts'

/** How the reference reads what the texts leave open. */
export interface ReferenceOptions {
  readonly voting?: VotingProfile
}

/** The reference implementation as a client: one table of operations per area. */
export function reference({ voting = literal }: ReferenceOptions = {}): Handler {
  const hello: Hello = {
    protocol: 1,
    implementation: { name: 'vac-conformance reference', version: '0.1.0', language: 'TypeScript' },
    adapter: { name: 'reference', version: '0.1.0' },
    areas: ['sds', 'voting'],
    capabilities: [...votingCapabilities],
    clock: 'virtual',
    readings: votingReadings(voting),
  }
  return handler({ hello: () => hello, ...votingTable(voting) })
}
