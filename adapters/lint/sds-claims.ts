import { operations } from '../contract/operations.ts'
import { SdsConfig, SdsState, type SdsState as State } from '../contract/sds.ts'
import { describe } from '../session.ts'
import { type Check, type Fault, notAsked } from './check.ts'
import { sdsStory } from './stories/sds.ts'
import { NOW, nonce, type Subject, tell } from './subject.ts'

/*
Capabilities of SDS that are no operation of their own: parts of the state, settings, parameters.
*/

/** Claimed and does not work, or works and is not claimed; undefined: neither. */
function judge(subject: Subject, capability: string, works: boolean, got: string) {
  const claimed = subject.claims(capability)
  if (claimed === works) return undefined
  const fault: Fault = claimed
    ? {
        weight: 'false-claim',
        wanted: `${capability} to work, because hello claims it`,
        got,
        repair: {
          does: `take "${capability}" out of capabilities, or implement it`,
          near: [capability],
        },
      }
    : {
        weight: 'advice',
        wanted: `${capability} among the capabilities, because it works`,
        got,
        repair: { does: `add "${capability}" to capabilities`, near: ['capabilities'] },
      }
  return fault
}

/** Parts of the participant state, settings and optional parameters are there where claimed, and claimed where there. */
export const sdsClaims: Check = {
  name: 'claims of sds',
  async run(subject) {
    if (!subject.hello.areas.includes('sds')) return notAsked('it does not claim the area sds')
    return [
      ...(await works(subject)),
      ...(await parts(subject)),
      ...(await settings(subject)),
      ...(await parameters(subject)),
      ...(await deliveries(subject)),
    ].filter((fault) => fault !== undefined)
  },
}

/** With the right parameters the operations do not fail either. */
async function works(subject: Subject) {
  const name = subject.instance()
  await tell(subject.session, name, sdsStory.calls(nonce()))
  const faults: (Fault | undefined)[] = []
  for (const op of [
    'sendSync',
    'sendEphemeral',
    'sweepIncoming',
    'sweepOutgoing',
    'tick',
  ] as const) {
    const { needs } = operations[`sds.${op}`]
    if (needs === undefined || !subject.claims(needs)) continue
    const params = op === 'sendEphemeral' ? { content: nonce() } : {}
    const outcome = await subject.session.raw(`sds.${op}`, name, NOW, params)
    // `unsupported` is found by the check of all claims.
    if (outcome.kind === 'error') faults.push(judge(subject, needs, false, describe(outcome)))
  }
  return faults
}

async function parts(subject: Subject) {
  const { answers } = await tell(subject.session, subject.instance(), sdsStory.calls(nonce()))
  const state = answers[3] as State | undefined
  if (!state) return []
  return (Object.keys(SdsState.properties) as (keyof State)[]).map((part) =>
    judge(
      subject,
      `sds.state.${part}`,
      state[part] !== undefined,
      state[part] === undefined ? `sds.state shows no \`${part}\`` : `sds.state shows \`${part}\``,
    ),
  )
}

async function settings(subject: Subject) {
  const [create] = sdsStory.calls(nonce())
  const faults: (Fault | undefined)[] = []
  for (const setting of Object.keys(SdsConfig.properties)) {
    const params = { ...create?.params, config: { [setting]: 1_000 } }
    const outcome = await subject.session.call(
      'sds.create',
      subject.instance(),
      NOW,
      params as never,
    )
    if (outcome.kind !== 'ok') continue
    const ignored = outcome.ok.ignoredConfig.includes(setting)
    const got = ignored ? 'sds.create says that it ignores it' : 'sds.create does not say ignored'
    faults.push(judge(subject, `sds.config.${setting}`, !ignored, got))
  }
  return faults
}

async function parameters(subject: Subject) {
  const [create, send] = sdsStory.calls(nonce())
  if (!create || !send) return []
  const without = { ...create, params: { ...create.params, channelId: null } }
  const nobody = await tell(subject.session, subject.instance(), [without, send])
  const hinted = { ...send, params: { ...send.params, retrievalHint: nonce() } }
  const hint = await tell(subject.session, subject.instance(), [create, hinted])
  return (
    [
      ['sds.no-channel', nobody],
      ['sds.retrieval-hint', hint],
    ] as const
  ).map(([capability, { stuck }]) => {
    const got = stuck ? describe(stuck.outcome) : 'it was answered with ok'
    // One that takes the hint and drops it answers ok as well; only the scenarios tell the two apart.
    return stuck || !subject.claims(capability)
      ? judge(subject, capability, !stuck && subject.claims(capability), got)
      : undefined
  })
}

/** What one participant sends, the events of another tell. */
async function deliveries(subject: Subject) {
  const [sender, receiver] = [subject.instance(), subject.instance()]
  const [create, send] = sdsStory.calls(nonce())
  const [other] = sdsStory.calls(nonce())
  if (!create || !send || !other) return []
  const sent = await tell(subject.session, sender, [create, send])
  const { wire } = (sent.answers[1] ?? {}) as { wire?: string }
  const got = await tell(subject.session, receiver, [
    other,
    { op: 'sds.receive', params: { wire } },
    { op: 'sds.events', params: {} },
  ])
  if (sent.stuck || got.stuck) return []
  const { events } = got.answers[2] as { events: { type: string }[] }
  const told = events.some(({ type }) => type === 'delivered')
  return [
    judge(
      subject,
      'sds.events.delivered',
      told,
      told ? 'sds.events tells of it' : 'after a message came, sds.events tells of no delivery',
    ),
  ]
}
