import type { Story } from './story.ts'

/** A codec that encodes. */
export const payloadsStory: Story = {
  area: 'payloads',
  calls: (nonce) => [
    { op: 'payloads.encode', params: { record: 'ChatMessage', value: { text: nonce } } },
  ],
  mistakes: [
    { op: 'payloads.encode', params: { type: 'misspelt' } },
    { op: 'payloads.encode', params: { record: 'ChatMessage', value: { txet: 'misspelt' } } },
    { op: 'payloads.decode', params: { record: 'ChatMessage', bytes: 'no hex' } },
  ],
}
