import type { Envelope, Pickle } from '@cucumber/messages'
import { CASE_MEDIA_TYPE, type CaseRecord, TAPE_MEDIA_TYPE } from './case.ts'
import { judgeCase, type Status } from './verdict.ts'

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

/** What is told of a case that has ended; with its tape, where one was kept. */
export type OnRan = (ran: Ran, tape?: Buffer) => void

/** Reads Cucumber's messages and tells of each case what the judging needs. */
export class Collector {
  readonly #pickles = new Map<string, Pickle>()
  readonly #pickleOfTestCase = new Map<string, string>()
  readonly #running = new Map<string, Running>()
  readonly #onRan: OnRan
  readonly #onBegin: (place: string) => void

  /** `onBegin` is told the place of a case before anything of it runs. */
  constructor(onRan: OnRan, onBegin: (place: string) => void = () => {}) {
    this.#onRan = onRan
    this.#onBegin = onBegin
  }

  take(envelope: Envelope): void {
    const { pickle, testCase, testCaseStarted, attachment, testStepFinished, testCaseFinished } =
      envelope
    if (pickle) this.#pickles.set(pickle.id, pickle)
    if (testCase) this.#pickleOfTestCase.set(testCase.id, testCase.pickleId)
    if (testCaseStarted) {
      const found = this.#pickles.get(this.#pickleOfTestCase.get(testCaseStarted.testCaseId) ?? '')
      if (found) {
        this.#running.set(testCaseStarted.id, {
          pickle: found,
          startedMs: performance.now(),
          status: 'PASSED',
          message: '',
        })
        this.#onBegin(place(placeOf(found)))
      }
    }
    if (attachment) {
      const { mediaType, body, testCaseStartedId = '' } = attachment
      const running = this.#running.get(testCaseStartedId)
      if (running && mediaType === CASE_MEDIA_TYPE) running.record = JSON.parse(body) as CaseRecord
      if (running && mediaType === TAPE_MEDIA_TYPE) running.tape = Buffer.from(body, 'base64')
      // Cucumber keeps every attachment to the end of the run, for formatters that nobody asked for.
      Object.assign(attachment, { body: '' })
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
    this.#onRan(
      { ...placeOf(pickle), status, record: withoutCallsOfAPass(status, record), wallMs, message },
      tape,
    )
  }
}

/** Nobody reads what a case that passed called: the calls of a whole run are tens of megabytes. */
function withoutCallsOfAPass(status: Status, record: CaseRecord | undefined) {
  return record && judgeCase(status, record).verdict === 'pass' ? { ...record, calls: [] } : record
}

function placeOf({ uri, location }: Pickle): { uri: string; line: number } {
  return { uri: uri.replaceAll('\\', '/'), line: location?.line ?? 0 }
}
