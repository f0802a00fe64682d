import { setTimeout as delay } from 'node:timers/promises'
import { PROTOCOL } from '../contract/hello.ts'
import { describe } from '../session.ts'
import { type Check, type Fault, notAsked } from './check.ts'
import { Program } from './program.ts'
import { repairs } from './repair.ts'
import { NOW, nonce } from './subject.ts'

/** Calls one after the other; a stall anywhere among them is a buffer. */
const CALLS = 100
const LONG = 1024 * 1024
/** How long a program may take to end after its input. */
const END_MS = 2_000
/** What the suite keeps of stderr. */
const KEPT = 64 * 1024

/** Every one of many calls is answered at once. */
export const flush: Check = {
  name: 'flush',
  async run({ session }) {
    for (let i = 1; i <= CALLS; i++) {
      const outcome = await session.raw(`lint.${nonce()}`, undefined, NOW, {})
      if (outcome.kind === 'timeout' || outcome.kind === 'crash' || outcome.kind === 'protocol')
        return [
          {
            weight: 'protocol',
            wanted: `${CALLS} answers to ${CALLS} calls, one after the other`,
            got: `${describe(outcome)}, at call ${i}`,
            repair: repairs.flush,
          },
        ]
    }
    return []
  },
}

/** A line of 1 MiB is a line like any other. */
export const longLine: Check = {
  name: 'line of 1 MiB',
  async run({ session }) {
    const outcome = await session.raw(`lint.${nonce()}`, undefined, NOW, {
      padding: 'ab'.repeat(LONG / 2),
    })
    if (['ok', 'unsupported', 'error', 'rejected'].includes(outcome.kind)) return []
    return [
      {
        weight: 'protocol',
        wanted: 'an answer to a request of 1 MiB',
        got: describe(outcome),
        repair: repairs.longLines,
      },
    ]
  },
}

/** A program ends when its input does, and stderr is for what matters. */
export const ending: Check = {
  name: 'end of input',
  async run({ program, deadlineMs }) {
    if (!program) return notAsked('only a program started by exec: has a stdin that ends')
    await using started = new Program(program.command, program.folder)
    const faults: Fault[] = []
    started.say({
      id: 1,
      op: 'hello',
      now: 0,
      params: { suite: 'vac-conformance', protocol: PROTOCOL },
    })
    const late = delay(deadlineMs, undefined, { ref: false })
    await Promise.race([started.line(), started.ended, late])
    started.endInput()
    await Promise.race([started.ended, delay(END_MS, undefined, { ref: false })])
    if (started.running)
      faults.push({
        weight: 'protocol',
        wanted: `the program to end within ${END_MS} ms after stdin did`,
        got: 'it runs on, and has to be killed after every run',
        repair: repairs.endOfInput,
      })
    return faults
  },
}

/** What a program says on stderr can be kept. */
export const stderr: Check = {
  name: 'stderr',
  async run({ program, deadlineMs }) {
    if (!program) return notAsked('only a program started by exec: has a stderr')
    await using started = new Program(program.command, program.folder)
    const late = delay(deadlineMs, undefined, { ref: false })
    for (let id = 1; id <= 10 && started.running; id++) {
      started.say({ id, op: `lint.${nonce()}`, now: NOW, params: {} })
      await Promise.race([started.line(), started.ended, late])
    }
    started.endInput()
    await Promise.race([started.ended, delay(END_MS, undefined, { ref: false })])
    if (started.stderrBytes <= KEPT) return []
    return [
      {
        weight: 'advice',
        wanted: `at most ${KEPT} bytes on stderr, which is what a report keeps`,
        got: `${started.stderrBytes} bytes for ${started.lines.length} calls: it is drained and never stalls the program, but what tells why a call failed is lost`,
        repair: { does: 'log less, or to a file', near: [/stderr|console\.error|eprint/] },
      },
    ]
  },
}
