import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extract } from '../../spec/text/sentences.ts'
import { LAMP } from './lamp.ts'

const { sentences } = extract(LAMP)
const starting = (words: string) => sentences.find(({ text }) => text.startsWith(words))

test('every sentence, row, declaration, comment and line of code is found once, with its line', () => {
  const found = sentences.map(({ kind, line, text }) => `${line} ${kind} ${text}`)
  const lines = LAMP.split('\n')
  assert.deepEqual(
    found.map((entry) => entry.split(' ').slice(0, 4).join(' ')),
    [
      '8 sentence This text',
      '13 sentence Each node',
      '15 sentence A counter',
      '17 sentence A list',
      '19 sentence Before a',
      '21 sentence It SHOULD',
      '22 sentence It MUST',
      '24 sentence A lamp',
      '24 sentence No light',
      '28 row 1 |',
      '29 row 2 |',
      '34 declaration syntax =',
      '36 declaration message Switch',
      '37 declaration Switch: string',
      '37 comment Switch.lamp_id: Which',
      '38 declaration Switch: optional',
      '38 comment Switch.counter: How',
      '39 declaration Switch: Colour',
      '40 declaration Switch: enum',
      '41 declaration Switch.Colour: DARK',
      '42 declaration Switch.Colour: RED',
      '47 sentence The level',
      '50 code level =',
      '55 sentence Nodes of',
    ],
  )
  assert.match(lines[54 - 1 + 1] ?? '', /^Nodes of one room/)
})

test('keywords are those of the sentence, or of the sentence that leads into its list', () => {
  assert.deepEqual(starting('A counter')?.keywords, ['MUST'])
  assert.deepEqual(starting('A list')?.keywords, ['MAY'])
  assert.deepEqual(starting('It SHOULD')?.keywords, ['SHOULD'])
  assert.deepEqual(starting('Nodes of')?.keywords, ['SHOULD NOT'])
  assert.deepEqual(starting('A lamp that')?.keywords, [])
  assert.deepEqual(starting('1 | red')?.keywords, [], 'lower case is no keyword')
})

test('sections are the headings above', () => {
  assert.equal(starting('level =')?.section, 'Switching / Wire format')
  assert.equal(starting('Nodes of')?.section, 'Rooms')
})

const hashes = (markdown: string) => extract(markdown).sentences.map(({ hash }) => hash)

const harmless: Record<string, (text: string) => string> = {
  're-wrapped lines': (text) => text.replace('a lamp\nthat nodes', 'a\nlamp that\nnodes'),
  'another link target': (text) => text.replace('(#rooms)', '(https://example.org/rooms)'),
  'other emphasis': (text) => text.replace('_two_', '**two**'),
  'typographic quotes and dashes': (text) => text.replace('text describes', 'text\u00a0describes'),
  'line ends of another system': (text) => text.replaceAll('\n', '\r\n'),
  'aligned fields': (text) => text.replace('string lamp_id = 1;    ', 'string   lamp_id=1;  '),
  'another bullet': (text) => text.replaceAll('\n* ', '\n- '),
  'items numbered otherwise': (text) => text.replace('2. It MUST', '1. It MUST'),
  'metadata as a table, a title and a timeline': (text) =>
    text.replace(
      /^---[\s\S]*?---\n/,
      '# LAMP\n\n| Field | Value |\n| --- | --- |\n| Status | raw |\n\n<!-- timeline:start -->\n\n## Timeline\n\n- one commit\n\n<!-- timeline:end -->\n',
    ),
}

for (const [name, edit] of Object.entries(harmless)) {
  test(`${name} change no sentence`, () => {
    assert.notEqual(edit(LAMP), LAMP, 'the edit found its place')
    assert.deepEqual(hashes(edit(LAMP)), hashes(LAMP))
  })
}

const telling: Record<string, (text: string) => string> = {
  'a keyword': (text) => text.replace('It MUST raise', 'It SHOULD raise'),
  'a number in prose': (text) => text.replace('`7`', '`8`'),
  'a field number': (text) => text.replace('counter = 2', 'counter = 4'),
  'a cell': (text) => text.replace('| red |', '| blue |'),
  'a formula': (text) => text.replace('% 3', '% 4'),
  'the case of a keyword': (text) => text.replace('SHOULD wait', 'should wait'),
}

for (const [name, edit] of Object.entries(telling)) {
  test(`${name} changes exactly one sentence`, () => {
    const before = hashes(LAMP)
    const after = hashes(edit(LAMP))
    assert.equal(after.filter((hash, i) => hash !== before[i]).length, 1)
  })
}

test('abbreviations, section numbers and names with full stops end no sentence', () => {
  const text = 'Use a.k.a. Names, see section 8.1. Group Context, and set `P_2.Votes` to it.\n'
  assert.equal(extract(text).sentences.length, 1)
})
