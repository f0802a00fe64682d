import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assess } from '../../reports/assess.ts'
import { block } from '../../reports/block.ts'
import { fieldPath } from '../../reports/field-path.ts'
import { reportPage } from '../../reports/site/report.ts'
import { everyRequirement } from '../../spec/requirements.ts'
import { record, results } from './example.ts'

/* Written by hand from the field numbers of SDS: sender_id 1, message_id 2, causal_history 11, content 20. */
const ALICE = '0a05616c696365'
const M1 = '12026d31'
const HISTORY = '5a040a0278315a040a027832'
const CONTENT = 'a2010568656c6c6f'
const MESSAGE = ALICE + M1 + HISTORY + CONTENT

test('a byte is told by the fields it stands in, from the outside in', () => {
  const at = (hex: string) => MESSAGE.indexOf(hex) / 2
  assert.equal(fieldPath('sds', MESSAGE, 0), 'Message.sender_id')
  assert.equal(fieldPath('sds', MESSAGE, at('6d31')), 'Message.message_id')
  assert.equal(fieldPath('sds', MESSAGE, at('7831')), 'Message.causal_history[0].message_id')
  assert.equal(fieldPath('sds', MESSAGE, at('7832')), 'Message.causal_history[1].message_id')
  assert.equal(fieldPath('sds', MESSAGE, at(CONTENT)), 'Message.content')
})

test('bytes that are no record, or could be several, have no field', () => {
  for (const hex of ['', 'aa'.repeat(32), `${MESSAGE}ff`, MESSAGE.slice(0, -2)])
    assert.equal(fieldPath('sds', hex, 1), undefined)
  assert.equal(fieldPath('payloads', ALICE, 3), undefined)
  assert.equal(fieldPath('elsewhere', MESSAGE, 0), undefined)
})

test('a failure about bytes names the field on the terminal and on the page', () => {
  const requirement = everyRequirement().get('SDS-SEND-01')
  assert.ok(requirement)
  const uri = 'features/sds/send-message.feature'
  const one = { name: 'a', uri, line: 3, tags: [], needs: [] }
  const got = MESSAGE.replace('7832', '7833')
  const finding = {
    kind: 'deviation' as const,
    subject: 'the message',
    wanted: MESSAGE,
    got,
    bytes: { wanted: MESSAGE, got },
  }
  const ran = {
    uri,
    line: 3,
    status: 'FAILED' as const,
    record: record({ finding }),
    wallMs: 1,
    message: '',
  }
  const found = assess([{ requirement, cases: [one], left: [] }], [ran], null)
  const [failed] = found.requirements
  assert.ok(failed)
  const all = results([failed])
  assert.match(block(failed, all), /at byte 22, in Message\.causal_history\[1\]\.message_id/)
  assert.ok(reportPage(all).includes('<code>Message.causal_history[1].message_id</code>'))
})
