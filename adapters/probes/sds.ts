import type { AreaProbe } from './probe.ts'

/** A participant that sends fresh content: the message it broadcasts has to carry it. */
export const sdsProbe: AreaProbe = (nonce) => [
  {
    op: 'sds.create',
    params: { participantId: 'probe', channelId: 'probe', seed: nonce.repeat(2), config: {} },
  },
  { op: 'sds.send', params: { content: nonce } },
]
