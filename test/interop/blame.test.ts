import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { blame } from '../../cli/blame.ts'
import { conduct } from '../../cli/conduct.ts'
import { blameFrom, groups } from '../../reports/blame.ts'
import { block } from '../../reports/block.ts'
import { junit } from '../../reports/junit.ts'
import { resultsSchema } from '../../reports/schema.ts'
import { reportPage } from '../../reports/site/report.ts'

/** Faults that show in scenarios of two clients, whichever end has them. */
const SEEDED = [
  'channel-id-as-field-4',
  'clock-deaf',
  'clock-in-seconds',
  'clock-one-ahead',
  'filter-demanded',
  'first-without-a-step',
  'json-on-the-wire',
  'one-channel-id',
  'root-held-back',
  'timestamp-fixed64',
]

/** Some scenarios that two clients share, without the properties, which take long. */
const IDS = ['ASM-02', 'ASM-04', 'GOAL-02', 'MSG-01', 'RECV-05', 'STATE-01', 'STATE-02', 'SWIN-01']
const TAGS = `@pair and (${IDS.map((id) => `@SDS-${id}`).join(' or ')})`

async function blamed(bind: { sender: string; receiver: string }, tags = TAGS) {
  const { finished, results, parameters } = await conduct({
    adapter: bind.sender,
    bind,
    areas: ['sds'],
    ids: [],
    tags,
    seed: '5eed',
    probe: false,
  })
  await finished
  const found = results(false)
  await blame(found, parameters)
  const failed = found.requirements.flatMap(({ cases }) =>
    cases.filter(({ verdict }) => verdict === 'fail'),
  )
  return { results: found, failed }
}

for (const name of SEEDED)
  test(`${name} is blamed in either seat`, async () => {
    for (const seat of ['sender', 'receiver'] as const) {
      const mutant = `mutant:${name}`
      const bind = { sender: 'reference', receiver: 'reference', [seat]: mutant }
      const { failed } = await blamed(bind)
      assert.ok(failed.length > 0, `${name} as ${seat} fails nothing`)
      for (const { seats = [], blame, uri, line } of failed) {
        const guilty = seats.filter((each) => each.client === mutant).map((it) => it.participant)
        const where = `${uri}:${line} with ${name} as ${seat}: ${JSON.stringify(blame)}`
        assert.ok(blame && blame.blamed.length > 0, where)
        assert.ok(
          blame.blamed.every((each) => guilty.includes(each)),
          where,
        )
      }
    }
  })

test('two clients that each have a fault of their own are blamed for their own', async () => {
  const { failed } = await blamed({
    sender: 'mutant:clock-deaf',
    receiver: 'mutant:json-on-the-wire',
  })
  const named = new Set(failed.map((each) => String(each.blame?.blamed)))
  assert.ok(named.has('Bob'), [...named].join(' '))
  assert.ok(
    failed.some(({ blame }) => blame?.blamed.includes('Alice')),
    [...named].join(' '),
  )
})

test('a client that reads an open text otherwise is named, and disputed', async () => {
  const variant = 'variant:filter-as-text'
  const { failed, results } = await blamed(
    { sender: variant, receiver: 'variant:fields-backwards' },
    '@SDS-STATE-03 and @pair',
  )
  assert.ok(failed.length > 0)
  for (const { blame } of failed) {
    assert.deepEqual([blame?.blamed, blame?.disputed], [['Alice'], true])
    assert.match(blame?.because ?? '', /AMB-03/)
  }
  assert.deepEqual(results.requirements[0]?.flags, ['disputed'])
})

const seat = (participant: string, client: string) => ({
  participant,
  role: participant === 'Alice' ? 'sender' : 'receiver',
  client,
  judged: true,
})

test('single participants come before whole clients, and the reference is replaced by nobody', () => {
  const seats = [seat('Alice', 'a'), seat('Bob', 'b'), seat('Carol', 'b')]
  assert.deepEqual(groups(seats, 'reference'), [
    [['Alice'], ['Bob'], ['Carol']],
    [['Bob', 'Carol']],
    [['Alice', 'Bob', 'Carol']],
  ])
  assert.deepEqual(groups([seat('Alice', 'reference'), seat('Bob', 'b')], 'reference'), [[['Bob']]])
  const many = Array.from({ length: 9 }, (_, i) => seat(`peer ${i + 1}`, 'c'))
  assert.deepEqual(
    groups(many, 'reference').map((step) => step.map(({ length }) => length)),
    [[9]],
  )
})

test('where either replacement helps, or none, it is disputed', () => {
  const seats = [seat('Alice', 'a'), seat('Bob', 'b')]
  const steps = groups(seats, 'reference')
  const trial = (replaced: string[], verdict: string) => ({ replaced, by: 'reference', verdict })
  const of = (...verdicts: [string, string, string, string?]) => {
    const [again, alice, bob, both = 'fail'] = verdicts
    const tried = [
      trial([], again),
      trial(['Alice'], alice),
      trial(['Bob'], bob),
      trial(['Alice', 'Bob'], both),
    ]
    const { blamed, disputed } = blameFrom({ tried, steps, seats, open: [] })
    return `${disputed ? 'disputed ' : ''}${blamed.join('+')}`
  }
  assert.equal(of('fail', 'pass', 'fail'), 'Alice')
  assert.equal(of('fail', 'fail', 'pass'), 'Bob')
  assert.equal(of('fail', 'fail', 'inconclusive', 'pass'), 'Alice+Bob')
  assert.equal(of('fail', 'pass', 'pass'), 'disputed ')
  assert.equal(of('fail', 'fail', 'fail'), 'disputed ')
  assert.equal(of('pass', 'pass', 'fail'), 'disputed ')
  const same = [seat('Alice', 'a'), seat('Bob', 'a')]
  const both = blameFrom({
    tried: [trial([], 'fail'), trial(['Alice'], 'pass'), trial(['Bob'], 'pass')],
    steps: groups(same, 'reference'),
    seats: same,
    open: [],
  })
  assert.deepEqual([both.blamed, both.disputed], [['Alice', 'Bob'], false])
})

test('the blame stands in the block, the page and the JUnit of a failure', async () => {
  const bind = { sender: 'reference', receiver: 'mutant:clock-in-seconds' }
  const { results } = await blamed(bind, '@SDS-STATE-02 and @pair')
  const [failed] = results.requirements
  assert.equal(failed?.verdict, 'fail')
  const told = 'Bob: no smaller substitution makes it pass'
  assert.ok(block(failed, results).includes(told))
  assert.ok(reportPage(results).includes(told))
  assert.ok(junit(results).includes(`blame: ${told}`))
  assert.ok(junit(results).includes('client.receiver'))
  const valid = new Ajv2020({ strict: true }).compile(resultsSchema())
  assert.ok(valid(JSON.parse(JSON.stringify(results))), JSON.stringify(valid.errors))
})
