import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Progress } from '../../reports/progress.ts'

function watch(scenarios: number, terminal?: { columns: number }): string {
  const written: string[] = []
  const out = {
    write: (text: string) => written.push(text),
    ...(terminal && { isTTY: true, ...terminal }),
  }
  const progress = new Progress(out)
  const cases = Array.from({ length: scenarios }, () => ({}))
  progress.begin(
    [{ requirement: {}, cases, left: [] }] as never,
    {
      implementation: { name: 'some\u001b[2J-sds', version: '1' },
    } as never,
  )
  for (let line = 1; line <= scenarios; line++)
    progress.step({
      status: line === 3 ? 'FAILED' : 'PASSED',
      uri: 'features/a.feature',
      line,
    } as never)
  progress.end()
  return written.join('')
}

test('without a terminal a run says a line each tenth', () => {
  const lines = watch(200).trimEnd().split('\n')
  assert.equal(lines.length, 11)
  assert.equal(lines[0], 'some\\u{1b}[2J-sds 1: 1 requirements, 200 scenarios')
  assert.match(lines[10] ?? '', /^200\/200 scenarios, 1 not passed/)
})

test('on a terminal it rewrites one line that fits', () => {
  const [, steps = ''] = watch(5, { columns: 40 }).split('\n')
  const shown = steps.split('\r').slice(1)
  assert.equal(shown.length, 5)
  for (const each of shown) assert.ok(each.replace('\u001b[K', '').length < 40)
})
