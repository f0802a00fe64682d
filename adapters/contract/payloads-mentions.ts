import Type from 'typebox'
import { operation } from './operation.ts'
import { PublicKey, RecordValue } from './payloads-values.ts'
import { closed } from './scalars.ts'

/* Operations of 62 on users who are named in a text. */

export const payloadsMentionsOperations = {
  'payloads.writeMentions': operation({
    does: 'Writes the text of a message: pieces of text, users by key, users by a name of `contacts`.',
    params: closed({
      segments: Type.Array(
        Type.Union([
          Type.String(),
          closed({ publicKey: PublicKey }),
          closed({ name: Type.String() }),
        ]),
      ),
      /** Name to public key. */
      contacts: Type.Record(Type.String(), PublicKey),
    }),
    ok: closed({ text: Type.String() }),
    needs: 'payloads.mentions',
  }),
  'payloads.findMentions': operation({
    does: 'Finds the users mentioned in a ChatMessage, in order.',
    params: closed({ message: RecordValue }),
    ok: closed({ mentions: Type.Array(PublicKey) }),
    needs: 'payloads.mentions',
  }),
  'payloads.showMentions': operation({
    does: 'The text as it is displayed to a user who knows these names.',
    params: closed({ text: Type.String(), names: Type.Record(PublicKey, Type.String()) }),
    ok: closed({ display: Type.String() }),
    needs: 'payloads.display',
  }),
} as const
