import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Participant } from '../../adapters/reference/sds/participant.ts'
import { decodeMessage } from '../../proto/sds.ts'

interface Sent {
  readonly messageId: string
  readonly wire: Uint8Array
}
const historyOf = (sent: readonly Sent[], messageId: string): string[] =>
  sent
    .filter((one) => one.messageId === messageId)
    .flatMap(({ wire }) => decodeMessage(wire).causalHistory.map((entry) => entry.messageId))

const now = 1_000_000
const names = ['a', 'b', 'c']

/** Who acts, and whether it sends or receives; a number picks what it receives. */
const acts = fc.array(
  fc.record({ who: fc.nat(2), receives: fc.option(fc.nat(1000), { nil: undefined }) }),
  { maxLength: 60 },
)

test('whatever the schedule, all logs end up the same, and effects never come before causes', () => {
  fc.assert(
    fc.property(acts, (schedule) => {
      const group = names.map(
        (participantId) =>
          new Participant({
            participantId,
            channelId: 'c',
            seed: new Uint8Array(Buffer.from(participantId.padEnd(32))),
            now,
            config: { possibleAcksThreshold: 3 },
          }),
      )
      const sent: Sent[] = []
      for (const { who, receives } of schedule) {
        const actor = group[who] as Participant
        if (receives === undefined) sent.push(actor.send(Uint8Array.of(sent.length + 1), now))
        else if (sent.length > 0) actor.receive((sent[receives % sent.length] as Sent).wire, now)
      }
      for (const actor of group) for (const { wire } of sent.toReversed()) actor.receive(wire, now)
      const [first, ...others] = group.map((actor) => actor.state().log)
      assert.equal(first?.length, sent.length)
      for (const other of others) assert.deepEqual(other, first)
      for (const [at, actor] of group.entries()) {
        const own = sent.filter(({ wire }) => decodeMessage(wire).senderId === names[at])
        const known = new Set(own.map(({ messageId }) => messageId))
        for (const event of actor.drainEvents()) {
          if (event.type !== 'delivered') continue
          assert.ok(!known.has(event.messageId), 'delivered twice')
          for (const cause of historyOf(sent, event.messageId)) assert.ok(known.has(cause), cause)
          known.add(event.messageId)
        }
      }
    }),
    { numRuns: 200 },
  )
})
