import { gzipSync } from 'node:zlib'
import { scenarioOf } from '../../adapters/contract/instance.ts'
import type { Ran } from '../collector.ts'
import { Unreadable } from '../read.ts'
import { casesOf, type Numbered, parseLine, type RecordedCase } from './cases.ts'
import { Chain } from './chain.ts'
import type { Conclusion, Line, Opening, Probe, Requirement } from './lines.ts'
import { linesOf } from './read.ts'
import { Contradiction, recount } from './recount.ts'

/** A case of a bundle; its lines wait compressed until somebody asks for them. */
export interface Kept {
  readonly ran: Ran
  /** Number of its first line. */
  readonly number: number
  /** Its lines, from the first event to the end, compressed. */
  readonly lines: Buffer
  /** What the instances of its participants have behind the @; of a case without calls undefined. */
  readonly key: string | undefined
  /** The client spoke to servers of the suite, which a transcript does not have. */
  readonly servers: boolean
  /** Nobody was asked anything, because the client of this scenario had not started. */
  readonly unasked: boolean
}

/** A bundle that was read to its end: its chain is whole, and every case follows from its lines. */
export interface Bundle {
  readonly opening: Opening
  readonly probes: readonly Probe[]
  readonly cases: readonly Kept[]
  readonly requirements: readonly Numbered<Requirement>[]
  readonly conclusion: Numbered<Conclusion>
  readonly lines: number
  /** The last of the hashes. */
  readonly hash: string
}

/** Reads a bundle and checks it line by line. Fails with Unreadable, or with Contradiction at the first line that is not as it was made. */
export async function readBundle(file: string): Promise<Bundle> {
  const chain = new Chain()
  let number = 0
  async function* chained(): AsyncGenerator<Numbered<Line>> {
    for await (const line of linesOf(file)) {
      number++
      const text = chain.take(line)
      if (text === undefined)
        throw new Contradiction(
          number,
          'it was changed, added or moved, or lines before it were taken out',
        )
      yield parseLine(number, text)
    }
  }
  const beside: Numbered<Line>[] = []
  const cases: Kept[] = []
  for await (const each of casesOf(chained(), (line) => beside.push(line))) {
    const first = beside[0]?.value
    if (first?.type !== 'bundle') throw new Unreadable(`${file} does not begin as a bundle does`)
    cases.push(kept(each, recount(each, first.seed)))
  }
  const of = <T extends Line['type']>(type: T) =>
    beside.filter(({ value }) => value.type === type) as Numbered<Extract<Line, { type: T }>>[]
  const [opening, ...more] = of('bundle')
  const [conclusion, ...others] = of('conclusion')
  if (opening?.number !== 1 || more.length > 0)
    throw new Unreadable(`${file} does not begin as a bundle does`)
  if (conclusion?.number !== number || others.length > 0)
    throw new Unreadable(`${file} does not end as a bundle does: lines are missing at its end`)
  return {
    opening: opening.value,
    probes: of('probe').map(({ value }) => value),
    cases,
    requirements: of('requirement'),
    conclusion,
    lines: number,
    hash: chain.last,
  }
}

function kept({ number, events, end }: RecordedCase, ran: Ran): Kept {
  const instance = events.flatMap(({ value }) => (value.type === 'call' ? value.instance : []))[0]
  return {
    ran,
    number,
    lines: gzipSync([...events, end].map(({ text }) => `${text}\n`).join('')),
    key: instance && scenarioOf(instance),
    servers: events.some(({ value }) => value.type === 'servers'),
    unasked: events.length === 1 && ran.record?.finding?.kind === 'not-measured',
  }
}
