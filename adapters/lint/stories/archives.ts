import type { Story } from './story.ts'

/** The discard port of this machine, where nobody answers. */
const NOWHERE = 'http://127.0.0.1:9'

/** A node that has just started, with neither Codex nor a store in reach. */
export const archivesStory: Story = {
  area: 'archives',
  calls: (nonce) => [
    {
      op: 'archives.create',
      params: { privateKey: `01${nonce}${nonce.slice(2)}`, codexUrl: NOWHERE, storeUrl: NOWHERE },
    },
    { op: 'archives.sent', params: { since: 0 } },
  ],
  mistakes: [
    { op: 'archives.create', params: { key: 'misspelt' } },
    { op: 'archives.receive', params: { pubsubTopic: '/waku/2/rs/16/32', wire: 'no hex' } },
  ],
}
