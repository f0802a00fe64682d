/*
Few sentences in short scenarios are the sign of features that can be read. Counted after quoted
words, placeholders, names of people and of types, and numbers are replaced; node --test prints the numbers of each area.
*/
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { packageRoot } from '../../spec/root.ts'

const features = join(packageRoot(), 'features')

/** Steps of one scenario after which nobody reads on. */
const LONGEST = 12

interface Count {
  readonly scenarios: number
  readonly steps: number
  readonly sentences: number
  /** Steps of the longest scenario, and which it is. */
  readonly longest: readonly [number, string]
}

function count(texts: readonly string[]): Count {
  const scenarios: { title: string; steps: string[] }[] = []
  for (const line of texts.flatMap((text) => text.split('\n'))) {
    const [, title] = /^\s*(?:Scenario|Scenario Outline|Background): (.*)$/.exec(line) ?? []
    if (title !== undefined) scenarios.push({ title, steps: [] })
    const [, step] = /^\s*(?:Given|When|Then|And|But) (.*)$/.exec(line) ?? []
    if (step !== undefined) scenarios.at(-1)?.steps.push(sentence(step))
  }
  const all = scenarios.flatMap(({ steps }) => steps)
  const [longest] = scenarios.toSorted((a, b) => b.steps.length - a.steps.length)
  return {
    scenarios: scenarios.length,
    steps: all.length,
    sentences: new Set(all).size,
    longest: [longest?.steps.length ?? 0, longest?.title ?? ''],
  }
}

function sentence(step: string): string {
  // What differs from use to use: quoted, a placeholder, a person, a type of a text, a number.
  const one =
    /"[^"]*"|<[^>]*>|\b(?:Alice|Bob|Carol|Dave|Erin|Frank|Mallory|Zoe)\b|\b[A-Z]\w*[A-Z]\w*(?:\.\w+)?\b|\+?\b\d[\da-f]*\b/g
  return step.replace(one, '…').replace(/…(?:(?:,| and|, and| to) …)+/g, '…')
}

const areas = readdirSync(features, { withFileTypes: true }).filter((one) => one.isDirectory())

for (const { name } of areas)
  test(`${name}: no scenario is longer than ${LONGEST} steps`, (t) => {
    const files = readdirSync(join(features, name), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.feature'))
      .map((file) => readFileSync(join(features, name, file), 'utf8'))
    const { scenarios, steps, sentences, longest } = count(files)
    t.diagnostic(
      `${name}: ${scenarios} scenarios, ${steps} steps, ${sentences} sentences used ${(steps / sentences).toFixed(1)} times each, at most ${longest[0]} steps ("${longest[1]}")`,
    )
    assert.ok(longest[0] <= LONGEST, `"${longest[1]}" has ${longest[0]} steps`)
  })

test('sentences that differ in words, names, numbers and lists alone are one', () => {
  const text = `
    Scenario: a
      Given 3 s passed
      When Alice receives "m1" and "m2"
    Scenario: b
      Given 40 s passed
      And <time> s passed
      When Alice receives "m1" to "m9"
      And Bob sends a ChatMessage
      And Alice sends a IdentityImage.SourceType
`
  assert.deepEqual(count([text]), { scenarios: 2, steps: 7, sentences: 3, longest: [5, 'b'] })
})
