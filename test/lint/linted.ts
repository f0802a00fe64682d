import { type Linted, lint } from '../../adapters/lint/lint.ts'
import { Subject } from '../../adapters/lint/subject.ts'

/** Everything that lint says of an adapter. */
export async function lintedWhole(address: string, deadlineMs = 20_000): Promise<Linted[]> {
  await using subject = await Subject.at(address, deadlineMs)
  const all: Linted[] = []
  for await (const each of lint(subject)) all.push(each)
  return all
}

/** The weights of what was found, by the check that found it. */
export async function linted(address: string, deadlineMs = 20_000) {
  const all = await lintedWhole(address, deadlineMs)
  return Object.fromEntries(
    all
      .filter(({ faults }) => faults.length > 0)
      .map(({ name, faults }) => [name, faults.map(({ weight }) => weight)]),
  )
}
