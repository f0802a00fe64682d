import { setTimeout as delay } from 'node:timers/promises'
import { distance } from 'fastest-levenshtein'
import { capabilities } from '../contract/capabilities.ts'
import { PROTOCOL } from '../contract/hello.ts'
import type { Check, Fault } from './check.ts'
import { Program } from './program.ts'
import { repairs } from './repair.ts'
import type { Subject } from './subject.ts'

/** The client introduces itself in time; where it does not, says why. */
export const greeting: Check = {
  name: 'hello',
  async run(subject) {
    try {
      await subject.session.introduce()
      return []
    } catch (cause) {
      return [(await diagnosis(subject)) ?? fault((cause as Error).message)]
    }
  },
}

const fault = (got: string): Fault => ({
  weight: 'protocol',
  wanted: 'an answer to hello as the contract has it',
  got,
  repair: { does: 'answer hello with all its members', near: ['hello'] },
})

/** Looks at the bytes of a program that did not say hello. */
async function diagnosis({ program, deadlineMs }: Subject): Promise<Fault | undefined> {
  if (!program) return undefined
  await using started = new Program(program.command, program.folder)
  started.say({
    id: 1,
    op: 'hello',
    now: 0,
    params: { suite: 'vac-conformance', protocol: PROTOCOL },
  })
  await Promise.race([started.line(), started.ended, delay(deadlineMs, undefined, { ref: false })])
  if (started.lines.length > 0) return noise(started.lines[0] ?? '')
  if (!started.running) return fault(`the program ended: ${started.lastWords}`)
  started.endInput()
  await Promise.race([started.ended, delay(2_000, undefined, { ref: false })])
  const [late] = started.lines
  if (late === undefined) return undefined
  return {
    weight: 'protocol',
    wanted: 'each reply as soon as it is made',
    got: `nothing within ${deadlineMs} ms, and the reply once stdin was closed: it lay in a buffer`,
    repair: repairs.flush,
  }
}

/** A first line that is no JSON belongs elsewhere. */
function noise(line: string): Fault | undefined {
  try {
    JSON.parse(line)
    return undefined
  } catch {
    return {
      weight: 'protocol',
      wanted: 'replies alone on stdout',
      got: JSON.stringify(line.slice(0, 120)),
      repair: { ...repairs.quietStdout, near: [line.slice(0, 12)] },
    }
  }
}

/** Every name in hello is one that the suite knows. */
export const names: Check = {
  name: 'names',
  async run({ hello }) {
    const known = Object.keys(capabilities)
    const faults: Fault[] = []
    for (const name of hello.capabilities) {
      const area = name.split('.')[0] ?? ''
      if (!known.includes(name)) {
        const [nearest] = known.toSorted((a, b) => distance(a, name) - distance(b, name))
        faults.push({
          weight: 'false-claim',
          wanted: `a capability of the contract, such as "${nearest}"`,
          got: `"${name}"`,
          repair: { does: `write "${nearest}", or leave it out`, near: [name] },
        })
      } else if (name.includes('.') && !(hello.areas as string[]).includes(area))
        faults.push({
          weight: 'false-claim',
          wanted: `capabilities of ${hello.areas.join(', ')}, the areas of hello`,
          got: `"${name}"`,
          repair: { does: `add "${area}" to areas, or leave it out`, near: ['areas'] },
        })
    }
    for (const name of hello.emulated ?? [])
      if (!hello.capabilities.includes(name))
        faults.push({
          weight: 'false-claim',
          wanted: 'emulated to name capabilities that are claimed',
          got: `"${name}", which is not`,
          repair: { does: `add "${name}" to capabilities`, near: ['emulated'] },
        })
    return faults
  },
}
