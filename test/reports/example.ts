import type { CaseRecord } from '../../reports/case.ts'
import type { CaseResult } from '../../reports/case-result.ts'
import { conclude } from '../../reports/conclude.ts'
import type { RequirementResult, Results } from '../../reports/results.ts'

/** A record of a scenario in which two things were compared. */
export function record(changes: Partial<CaseRecord> = {}): CaseRecord {
  return {
    seed: '0f',
    presences: 2,
    absences: 0,
    fresh: true,
    calls: [],
    callsDropped: 0,
    ...changes,
  }
}

export function caseResult(changes: Partial<CaseResult> = {}): CaseResult {
  return {
    name: 'Bob delivers what Alice sent',
    uri: 'features/sds/receive.feature',
    line: 12,
    verdict: 'pass',
    reason: '',
    presences: 1,
    fresh: true,
    absences: 0,
    wallMs: 3.5,
    notes: [],
    calls: [],
    callsDropped: 0,
    ...changes,
  }
}

/** A case that failed in its third call, about bytes. */
export function failedCase(changes: Partial<CaseResult> = {}): CaseResult {
  return caseResult({
    name: 'Bob refuses what came twice',
    line: 20,
    verdict: 'fail',
    reason: "Bob's message: wanted 0a0568656c6c6f, got 0a0568656c6c70",
    finding: {
      kind: 'deviation',
      subject: "Bob's message",
      wanted: '0a0568656c6c6f',
      got: '0a0568656c6c70',
      call: 2,
      bytes: { wanted: '0a0568656c6c6f', got: '0a0568656c6c70' },
    },
    signature: 'deviation-0123456789ab',
    calls: [
      call('alice', 'sds.create', 0, { participantId: 'alice' }, { kind: 'ok', ok: {} }),
      call('bob', 'sds.create', 0, { participantId: 'bob' }, { kind: 'ok', ok: {} }),
      call('bob', 'sds.receive', 60_001, { wire: '0a'.repeat(64) }, { kind: 'ok', ok: {} }),
      call('bob', 'sds.state', 60_001, {}, { kind: 'ok', ok: { log: [] } }),
    ],
    ...changes,
  })
}

function call(participant: string, op: string, after: number, params: object, outcome: object) {
  return { participant, op, now: 1_000_000 + after, params, outcome }
}

export function requirement(
  id: string,
  changes: Partial<RequirementResult> = {},
): RequirementResult {
  return {
    id,
    area: 'sds',
    document: 'sds',
    section: 'Receive Message',
    level: 'MUST',
    weight: 'must',
    statement: 'A participant delivers a message once.',
    locator: 'once',
    readings: [],
    state: 'tested',
    verdict: 'pass',
    reason: '',
    flags: [],
    cases: [caseResult()],
    ...changes,
  }
}

export function failing(id: string, changes: Partial<RequirementResult> = {}): RequirementResult {
  return requirement(id, {
    verdict: 'fail',
    reason: 'wanted one thing, got another',
    signature: 'deviation-0123456789ab',
    cases: [caseResult(), failedCase()],
    ...changes,
  })
}

export const unmeasured = (id: string, reason: string) =>
  requirement(id, { verdict: 'not-measured', reason, cases: [] })

/** The results of a whole run with these requirements. */
export function results(
  requirements: RequirementResult[],
  changes: Partial<Results> = {},
): Results {
  const { baseline = null, shard = null } = changes
  return {
    schema: 1,
    ...conclude({ requirements, suiteFaults: [], interrupted: false, baseline, shard }),
    adapter: {
      address: 'client:some-sds',
      hello: {
        protocol: 1,
        implementation: { name: 'some-sds', version: '1.2.3', language: 'ts' },
        adapter: { name: 'shim', version: '1' },
        areas: ['sds'],
        capabilities: ['sds.sync'],
        clock: 'virtual',
      },
      digests: {},
    },
    suite: { version: '0.1.0', node: 'v24.21.0' },
    seed: '00ff00ff',
    scope: { areas: [], ids: [], tags: '' },
    shard,
    revision: { name: '2025-09-16', digest: 'sha256:00' },
    digests: { requirements: 'sha256:aa', features: 'sha256:bb' },
    baseline,
    startedAt: '2026-11-22T07:00:00.000Z',
    wallMs: 1234,
    requirements,
    ...changes,
  }
}

/** What a hostile client may say: markup, terminal commands, turned writing, broken Unicode. */
export const HOSTILE = `<script>alert(1)</script><img src=x onerror=alert(2)>"'&\u001b[31m\u0007\u202eevil\u0000\ud800]]>`
