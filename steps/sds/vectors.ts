import { Then, When } from '@cucumber/cucumber'
import { encodeMessage } from '../../proto/sds.ts'
import { type MessageVector, messageVectors } from '../../vectors/sds/load.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { Channel } from './channel.ts'

/* The message vectors, each given to a participant that has seen nothing but what the message depends on. */

type Fate = 'delivered' | 'delivered with other content' | 'absorbed' | 'refused'

/** What came of each vector. */
class Fates {
  readonly all: { vector: MessageVector; fate: Observed<Fate> }[] = []
}

/* Those of which it is right to be taken either way go with both. */
When(
  'each {string} vector is given to a participant of its own',
  async function (this: World, result: string) {
    const left = { valid: 'invalid', invalid: 'valid' }[result]
    if (left === undefined) throw new Error(`expected "valid" or "invalid", got "${result}"`)
    const { all } = this.scene(Fates)
    for (const vector of messageVectors().filter((one) => one.result !== left))
      all.push({ vector, fate: await give(this, vector) })
  },
)

Then('each is delivered, absorbed or refused as its vector says', function (this: World) {
  const { all } = this.scene(Fates)
  if (all.length === 0) throw new Error('no vector was given: add a When')
  for (const { vector, fate } of all) {
    const subject = `${vector.id} (${vector.comment})`
    if (isOpen(vector)) this.notes.push(`${vector.id}: ${fate.value}`)
    else if (vector.result === 'invalid')
      this.expect(subject, fate).avoids(
        'refused, or without effect',
        (got) => got === 'refused' || got === 'absorbed',
      )
    else if (vector.kind === 'content') this.expect(subject, fate).equals('delivered')
    else this.expect(subject, fate).avoids('absorbed', (got) => got === 'absorbed')
  }
})

async function give(world: World, { id, wire, message }: MessageVector): Promise<Observed<Fate>> {
  const participant = await world.scene(Channel).join(id, {}, message?.channelId || 'c')
  const { messageId = '', channelId = '', causalHistory = [], content } = message ?? {}
  for (const needed of new Set(causalHistory.map((entry) => entry.messageId))) {
    const earlier = { senderId: 'z', messageId: needed, channelId, lamportTimestamp: 0n }
    const bytes = encodeMessage({
      ...earlier,
      causalHistory: [],
      content: Buffer.from('01', 'hex'),
    })
    await participant.receive(Buffer.from(bytes).toString('hex'), needed)
  }
  await participant.settle()
  const before = new Set(participant.delivered.value)
  const answer = await participant.receive(wire, messageId)
  await participant.settle()
  const told = participant.contentOf(messageId).value
  return participant.delivered.map((ids) => {
    if (answer.value.kind === 'rejected') return 'refused'
    if (!ids.some((one) => !before.has(one))) return 'absorbed'
    return message && told !== content ? 'delivered with other content' : 'delivered'
  })
}

/** Where more than one outcome is right: anything but a crash, and what came is noted. */
function isOpen({ result, kind, readings = [], message }: MessageVector): boolean {
  // No two implementations read each other's filters (AMB-03); what a foreign one does is SDS-RECV-09.
  const foreign = message?.bloomFilter !== undefined
  return result === 'either' || kind === 'ephemeral' || readings.length > 0 || foreign
}
