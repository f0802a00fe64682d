import type { Hello } from '../../contract/hello.ts'

/** The revision of the SDS text that a release follows; 0.0.8 has the wider, time-keeping timestamp. */
const revisions: Readonly<Record<string, string>> = { '0.0.7': '2025-09-16', '0.0.8': '2026-04-02' }

/** Supplied by the shim: `sweepOutgoingBuffer()` hands out everything, and its caller keeps the time. */
const emulated = ['sds.sweep-outgoing', 'sds.config.resendUnackMs', 'sds.config.resendPossibleMs']

/** What 0.0.8 has where its repair extension is switched on; the number of entries it asks for is fixed. */
const repairs = [
  'sds.repair',
  'sds.sweep-repairs',
  'sds.state.toRequest',
  'sds.state.toAnswer',
  'sds.config.repairMinMs',
  'sds.config.repairMaxMs',
  'sds.config.responseGroups',
]

export function helloOf(version: string, repair: boolean): Hello {
  const revision = revisions[version]
  if (!revision)
    throw new Error(`expected --sds ${Object.keys(revisions).join(' or ')}, got "${version}"`)
  if (repair && version === '0.0.7')
    throw new Error('@waku/sds 0.0.7 has no repairs: leave out --repair')
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
      ...(repair ? repairs : []),
    ],
    emulated,
    clock: 'virtual',
    revisions: { sds: revision },
    settings: {
      'sds.causalHistorySize': 200,
      'sds.possibleAcksThreshold': 2,
      'sds.bloomCapacity': 10_000,
      ...(repair && {
        'sds.repairMinMs': 30_000,
        'sds.repairMaxMs': 120_000,
        'sds.responseGroups': 1,
        'sds.repairRequests': 3,
      }),
    },
  }
}
