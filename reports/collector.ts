import type { Envelope, Pickle } from '@cucumber/messages'
import { CASE_MEDIA_TYPE, type CaseRecord, TAPE_MEDIA_TYPE } from './case.ts'
import type { Status } from './verdict.ts'

/** One case as Cucumber ran it. */
export interface Ran {
  readonly uri: string
  readonly line: number
  readonly status: Status
  readonly record: CaseRecord | undefined
  readonly wallMs: number
  /** Messages of steps that failed, for faults of the suite. */
  readonly message: string
}

interface Running {
  readonly pickle: Pickle
  readonly startedMs: number
  status: Status
  record?: CaseRecord
  tape?: Buffer
  message: string
}

/** From gravest to lightest: a case is as its gravest step. */
const GRAVITY: readonly Status[] = [
  'AMBIGUOUS',
  'UNDEFINED',
  'PENDING',
  'FAILED',
  'SKIPPED',
  'UNKNOWN',
  'PASSED',
]

/** Where a case stands; the same text for the case of the plan and for what ran. */
export const place = ({ uri, line }: { uri: string; line: number }) => `${uri}:${line}`

/** Reads Cucumber's messages and keeps what the judging needs; can be asked at any time. */
export class Collector {
  readonly #pickles = new Map<string, Pickle>()
  readonly #pickleOfTestCase = new Map<string, string>()
  readonly #running = new Map<string, Running>()
  readonly #assigned = new Set<string>()
  readonly #ran: Ran[] = []
  readonly #onCase: (ran: Ran, tape?: Buffer) => void

  /** `onCase` gets the tape as well, where one was kept: it is too long to be remembered here. */
  constructor(onCase: (ran: Ran, tape?: Buffer) => void = () => {}) {
    this.#onCase = onCase
  }

  /** Places of the scenarios that Cucumber took on, told before the first of them runs. */
  get assigned(): ReadonlySet<string> {
    return this.#assigned
  }

  get ran(): readonly Ran[] {
    return this.#ran
  }

  take(envelope: Envelope): void {
    const { pickle, testCase, testCaseStarted, attachment, testStepFinished, testCaseFinished } =
      envelope
    if (pickle) this.#pickles.set(pickle.id, pickle)
    if (testCase) {
      this.#pickleOfTestCase.set(testCase.id, testCase.pickleId)
      const assigned = this.#pickles.get(testCase.pickleId)
      if (assigned) this.#assigned.add(place(placeOf(assigned)))
    }
    if (testCaseStarted) {
      const found = this.#pickles.get(this.#pickleOfTestCase.get(testCaseStarted.testCaseId) ?? '')
      if (found)
        this.#running.set(testCaseStarted.id, {
          pickle: found,
          startedMs: performance.now(),
          status: 'PASSED',
          message: '',
        })
    }
    if (attachment?.mediaType === CASE_MEDIA_TYPE) {
      const running = this.#running.get(attachment.testCaseStartedId ?? '')
      if (running) running.record = JSON.parse(attachment.body) as CaseRecord
      // Cucumber keeps every attachment to the end of the run, for formatters that nobody asked for.
      Object.assign(attachment, { body: '' })
    }
    if (attachment?.mediaType === TAPE_MEDIA_TYPE) {
      const running = this.#running.get(attachment.testCaseStartedId ?? '')
      if (running) running.tape = Buffer.from(attachment.body, 'base64')
    }
    if (testStepFinished) {
      const running = this.#running.get(testStepFinished.testCaseStartedId)
      const { status, message } = testStepFinished.testStepResult
      if (running && GRAVITY.indexOf(status) < GRAVITY.indexOf(running.status)) {
        running.status = status
        running.message = message ?? ''
      }
    }
    if (testCaseFinished) this.#finish(testCaseFinished.testCaseStartedId)
  }

  #finish(id: string): void {
    const running = this.#running.get(id)
    if (!running) return
    this.#running.delete(id)
    const { pickle, status, record, tape, message, startedMs } = running
    const wallMs = Math.round((performance.now() - startedMs) * 1000) / 1000
    const ran: Ran = {
      ...placeOf(pickle),
      status,
      record,
      wallMs,
      message,
    }
    this.#ran.push(ran)
    this.#onCase(ran, tape)
  }
}

function placeOf(pickle: Pickle): { uri: string; line: number } {
  return { uri: pickle.uri.replaceAll('\\', '/'), line: pickle.location?.line ?? 0 }
}
