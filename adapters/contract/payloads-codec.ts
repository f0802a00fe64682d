import Type from 'typebox'
import { operation } from './operation.ts'
import { PrivateKey, PublicKey, RecordValue } from './payloads-values.ts'
import { closed, Hex, Id } from './scalars.ts'

/* Operations of 62 without a node: bytes in, bytes out. */

const Unknown = closed({
  /** Names and keys from the record down to the message that holds it: `identity.images.large`; empty at the top. */
  path: Type.String(),
  number: Type.Integer(),
  wireType: Type.Integer(),
  raw: Hex,
})

export const payloadsCodecOperations = {
  'payloads.encode': operation({
    does: 'Encodes a record. A key or a value that the record cannot have is an `error`.',
    params: closed({ record: Type.String(), value: RecordValue }),
    ok: closed({ bytes: Hex }),
  }),
  'payloads.decode': operation({
    does: 'Decodes a record; a field at its default may be left out.',
    params: closed({ record: Type.String(), bytes: Hex }),
    ok: closed({ value: RecordValue, unknown: Type.Optional(Type.Array(Unknown)) }),
    refuses: ['malformed', 'invalid-utf8'],
  }),
  'payloads.reencode': operation({
    does: 'Decodes a record, changes nothing, encodes it.',
    params: closed({ record: Type.String(), bytes: Hex }),
    ok: closed({ bytes: Hex }),
    refuses: ['malformed', 'invalid-utf8'],
    needs: 'payloads.reencode',
  }),
  'payloads.wrap': operation({
    does: 'Puts an encoded record into the wrapper of the declared reading, signed where a key is given.',
    params: closed({
      record: Type.String(),
      payload: Hex,
      privateKey: Type.Optional(PrivateKey),
    }),
    ok: closed({ bytes: Hex }),
    needs: 'payloads.wrap',
  }),
  'payloads.unwrap': operation({
    does: 'Opens a wrapper and tells whose it is. `author` is absent where nobody is.',
    params: closed({ bytes: Hex, transportAuthor: Type.Optional(PublicKey) }),
    ok: closed({
      payload: Hex,
      /** Empty where the wrapper has none. */
      signature: Hex,
      author: Type.Optional(
        closed({ publicKey: PublicKey, source: Type.Enum(['signature', 'transport']) }),
      ),
      deniable: Type.Boolean(),
      relayable: Type.Boolean(),
    }),
    refuses: ['malformed', 'bad-signature', 'no-author'],
    needs: 'payloads.wrap',
  }),
  'payloads.signEvent': operation({
    does: 'Makes one element of MembershipUpdateMessage.events.',
    params: closed({ chatId: Id, event: RecordValue, privateKey: PrivateKey }),
    ok: closed({ element: Hex }),
    needs: 'payloads.membership',
  }),
  'payloads.verifyEvent': operation({
    does: 'Opens one element of MembershipUpdateMessage.events; `eventBytes` are the bytes as received.',
    params: closed({ chatId: Id, element: Hex }),
    ok: closed({ author: PublicKey, event: RecordValue, eventBytes: Hex }),
    refuses: ['malformed', 'bad-signature'],
    needs: 'payloads.membership',
  }),
} as const
