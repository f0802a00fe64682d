import { payloadsCodecOperations } from './payloads-codec.ts'
import { payloadsMediaOperations } from './payloads-media.ts'
import { payloadsMentionsOperations } from './payloads-mentions.ts'
import { payloadsNodeOperations } from './payloads-node.ts'

/*
Operations of 62/STATUS-PAYLOADS, in three levels of effort: a codec (encode, decode, reencode, wrap,
unwrap, signEvent, verifyEvent, writeMentions, findMentions), a node, media. A client of the area has
`encode` and `decode`; everything else it claims.

`record` is always the name of a record of 62, given beside the bytes because the wrapper does not say
which record it holds (AMB-02). A node is an instance: one user on one device.
*/

export const payloadsOperations = {
  ...payloadsCodecOperations,
  ...payloadsMentionsOperations,
  ...payloadsNodeOperations,
  ...payloadsMediaOperations,
} as const
