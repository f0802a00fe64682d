import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeRequirement } from '../../reports/verdict.ts'
import { Dice } from '../../steps/dice.ts'

const passed = { verdict: 'pass', reason: '', presences: 1, fresh: true } as const

test('a requirement passes only with a case whose answers show something of this run', () => {
  const stale = { ...passed, fresh: false }
  assert.equal(judgeRequirement([stale, passed]).verdict, 'pass')
  const { verdict, reason } = judgeRequirement([stale, stale])
  assert.equal(verdict, 'inconclusive')
  assert.match(reason, /record of an earlier run/)
  assert.equal(judgeRequirement([stale, { ...passed, presences: 0 }]).verdict, 'inconclusive')
})

test('answers are known by what was drawn, as hex and as text in hex', () => {
  const dice = new Dice('seed')
  const drawn = dice.hex(16)
  assert.ok(dice.markIn({ content: `00${drawn}` }))
  assert.ok(dice.markIn({ wire: Buffer.from(`alice-${drawn}`).toString('hex') }))
  assert.ok(!dice.markIn({ content: new Dice('other seed').hex(16) }))
  assert.ok(!dice.markIn({}))
})

test('short draws are no marks, what was made of drawn bytes can be', () => {
  const dice = new Dice('seed')
  assert.ok(!dice.markIn({ content: dice.hex(1) }))
  dice.mark('a public key')
  assert.ok(dice.markIn({ owner: 'a public key' }))
})
