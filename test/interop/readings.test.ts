import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeAll, open, transportTo, UnknownAdapter } from '../../adapters/open.ts'
import { referenceLike } from '../../adapters/reference/readings.ts'

after(closeAll)

test('the reference declares what its address tells it, and reads all else to the letter', async () => {
  const literal = (await open('reference')).hello.readings ?? {}
  const told = 'voting.signature=secp256k1-eip191,payloads.wrapper=application-metadata'
  const { readings } = (await open(`reference:${told}`)).hello
  assert.deepEqual(readings, {
    ...literal,
    'voting.signature': 'secp256k1-eip191',
    'payloads.wrapper': 'application-metadata',
  })
})

test('the reference reads as a client declares, as far as it can', async () => {
  const literal = (await open('reference')).hello.readings ?? {}
  assert.equal(referenceLike(undefined, literal), 'reference')
  assert.equal(referenceLike('2026-04-02', {}), 'reference@2026-04-02')
  const declared = {
    'voting.signature': 'secp256k1-eip191',
    'voting.tiePolicy': 'LIVENESS',
    'voting.voteHash': 'sha256-le-concat',
    'voting.elsewhere': 'x',
  }
  assert.equal(referenceLike(undefined, declared), 'reference:voting.signature=secp256k1-eip191')
})

test('what the reference cannot read is refused with what it can', async () => {
  await assert.rejects(transportTo('reference:voting.tiePolicy=LIVENESS'), (fault: Error) => {
    assert.ok(fault instanceof UnknownAdapter)
    return /REJECT or RETRY, not "LIVENESS"/.test(fault.message)
  })
  await assert.rejects(
    transportTo('reference:voting.colour=red'),
    /no other reading of "voting.colour"/,
  )
})
