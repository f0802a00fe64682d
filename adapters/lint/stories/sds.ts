import { decodeMessage } from '../../../proto/sds.ts'
import type { Story } from './story.ts'

/** A participant that sends twice and shows what it has. */
export const sdsStory: Story = {
  area: 'sds',
  calls: (nonce) => [
    {
      op: 'sds.create',
      params: { participantId: nonce, channelId: 'lint', seed: nonce.repeat(2), config: {} },
    },
    { op: 'sds.send', params: { content: nonce } },
    { op: 'sds.send', params: { content: `${nonce}00` } },
    { op: 'sds.state', params: {} },
    { op: 'sds.events', params: {} },
  ],
  mistakes: [
    { op: 'sds.create', params: { participant: 'misspelt' } },
    { op: 'sds.send', params: { contents: 'misspelt' } },
    { op: 'sds.send', params: { content: 'no hex' } },
    { op: 'sds.receive', params: { wire: 'no hex' } },
  ],
  moment(answers) {
    const { wire } = answers[1] as { wire?: unknown }
    try {
      return decodeMessage(Buffer.from(String(wire), 'hex')).lamportTimestamp
    } catch {
      return undefined
    }
  },
}
