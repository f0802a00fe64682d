import type { Hello } from '../../contract/hello.ts'

/** The revision of the SDS text that a release follows; 0.0.8 has the wider, time-keeping timestamp. */
const revisions: Readonly<Record<string, string>> = { '0.0.7': '2025-09-16', '0.0.8': '2026-04-02' }

/** Supplied by the shim: `sweepOutgoingBuffer()` hands out everything, and its caller keeps the time. */
const emulated = ['sds.sweep-outgoing', 'sds.config.resendUnackMs', 'sds.config.resendPossibleMs']

export function helloOf(version: string): Hello {
  const revision = revisions[version]
  if (!revision)
    throw new Error(`expected --sds ${Object.keys(revisions).join(' or ')}, got "${version}"`)
  return {
    protocol: 1,
    implementation: {
      name: '@waku/sds',
      version,
      language: 'TypeScript',
      homepage: 'https://github.com/waku-org/js-waku',
    },
    adapter: { name: 'waku-sds', version: '1.0.0' },
    areas: ['sds'],
    capabilities: [
      'sds.sync',
      'sds.ephemeral',
      'sds.retrieval-hint',
      'sds.sweep-incoming',
      'sds.missing',
      'sds.state.lamport',
      'sds.state.log',
      'sds.state.incoming',
      'sds.state.outgoing',
      'sds.events.delivered',
      'sds.config.causalHistorySize',
      'sds.config.lostAfterMs',
      'sds.config.possibleAcksThreshold',
      ...emulated,
    ],
    emulated,
    clock: 'virtual',
    revisions: { sds: revision },
    settings: {
      'sds.causalHistorySize': 200,
      'sds.possibleAcksThreshold': 2,
      'sds.bloomCapacity': 10_000,
    },
  }
}
