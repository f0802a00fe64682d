import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../../spec/check/check.ts'
import { checkMarkdown } from '../../spec/check/markdown.ts'
import { checkText } from '../../spec/check/terminal.ts'
import { edited } from './edited.ts'
import { needsTexts } from './texts.ts'

test(
  'text from a checkout cannot leave its cell, mention anybody or write markup',
  needsTexts,
  () => {
    const folder = edited('sds.md', (text) =>
      text.replace(
        'This is an optional element in the protocol design',
        'This is an optional | element @everyone &lt;script&gt; \\[x](https://e.example) in the protocol design',
      ),
    )
    const markdown = checkMarkdown(check(folder))
    const row = markdown.split('\n').find((line) => line.includes('everyone')) ?? ''
    assert.equal(row.match(/(?<!\\)\|/g)?.length, 5)
    assert.ok(!row.includes('@everyone') && !row.includes('<script') && !/[^\\]\[x/.test(row), row)
  },
)

test('control characters of a checkout do not reach the terminal', needsTexts, () => {
  const folder = edited('sds.md', (text) =>
    text.replace('aims to scale to very', 'aims to \u001b[31mscale\u0007 to very'),
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  assert.ok(!/[\u0000-\u0009\u000b-\u001f]/.test(checkText(check(folder))))
})
