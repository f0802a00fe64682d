import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CatalogueFault, rulesOf } from '../../spec/catalogue.ts'

const feature = (rows: string, more = '') => `Feature: f

  @PAY-FLD-A @must
  Rule: the fields of A

    Scenario Outline: <id>
      Then <field> is right

      Examples:
        | id | field |
${rows}
${more}`

test('the rows of a table of requirements belong each to the requirement they name', () => {
  const rules = rulesOf(
    'features/x/a.feature',
    feature(
      '        | PAY-FLD-A-01 | x |\n        | PAY-FLD-A-02 | y |\n        | PAY-FLD-A-01 | z |',
    ),
  )
  assert.deepEqual(
    rules.map(({ id, level, cases }) => ({ id, level, lines: cases.map(({ line }) => line) })),
    [
      { id: 'PAY-FLD-A-01', level: 'must', lines: [11, 13] },
      { id: 'PAY-FLD-A-02', level: 'must', lines: [12] },
    ],
  )
})

test('a row that names a stranger and a scenario without names are faults', () => {
  assert.throws(() => rulesOf('a', feature('        | PAY-FLD-B-01 | x |')), CatalogueFault)
  const plain = '    Scenario: s\n      Then x is right\n'
  assert.throws(() => rulesOf('a', feature('        | PAY-FLD-A-01 | x |', plain)), CatalogueFault)
})
