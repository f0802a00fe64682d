/** `node main.ts [--sds 0.0.7|0.0.8] [--repair]`: @waku/sds over stdio; 0.0.8 may repair (SDS-R). */
import { parseArgs } from 'node:util'
import { type CallContext, handler } from '../../contract/handler.ts'
import { serveStdio } from '../../serving/stdio.ts'
import { helloOf } from './hello.ts'
import type { Sds } from './library.ts'
import { Participant } from './participant.ts'

const { values } = parseArgs({
  options: {
    sds: { type: 'string', default: '0.0.8' },
    repair: { type: 'boolean', default: false },
  },
})
const { repair } = values
const hello = helloOf(values.sds, repair)
const library: Sds = await import(`sds-${values.sds}`)

const participants = new Map<string, Participant>()

function at({ instance, now }: { instance: string; now: number }): Participant {
  const participant = participants.get(instance)
  if (!participant) throw new Error(`no participant "${instance}": call sds.create first`)
  participant.wake(now)
  return participant
}

await serveStdio(
  handler({
    hello: () => hello,
    destroy: (_, { instance }) => {
      participants.delete(instance)
      return {}
    },
    'sds.create': (params, { instance, now }) => {
      const participant = new Participant(library, params, now, repair)
      participants.set(instance, participant)
      return { ignoredConfig: participant.ignoredConfig }
    },
    'sds.send': (params, call) => at(call).send(params),
    'sds.sendSync': (_, call) => at(call).sendSync(),
    'sds.sendEphemeral': (params, call) => at(call).sendEphemeral(params),
    'sds.receive': (params, call) => at(call).receive(params),
    'sds.sweepIncoming': (_, call) => at(call).sweepIncoming(),
    'sds.sweepOutgoing': (_, call) => at(call).sweepOutgoing(),
    ...(repair && {
      'sds.sweepRepairs': (_: object, call: CallContext) => at(call).sweepRepairs(),
    }),
    'sds.state': (_, call) => at(call).state(),
    'sds.events': (_, call) => at(call).drain(),
  }),
)
