import Type from 'typebox'
import { operation } from './operation.ts'
import { closed, Hex, Uint64 } from './scalars.ts'

/* Operations of 62 on media files. */

export const payloadsMediaOperations = {
  'payloads.ingest': operation({
    does: 'What the client keeps of media that came in a message.',
    params: closed({ kind: Type.Enum(['image', 'audio']), type: Type.String(), payload: Hex }),
    ok: closed({ stored: Hex }),
    refuses: ['too-large', 'refused'],
    needs: 'payloads.media',
  }),
  'payloads.prepare': operation({
    does: 'What the client would send of a media file.',
    params: closed({
      kind: Type.Enum(['image', 'audio']),
      file: Hex,
      /** Length of a recording, which the application knows. */
      durationMs: Type.Optional(Uint64),
    }),
    ok: closed({
      payload: Hex,
      type: Type.String(),
      durationMs: Type.Optional(Uint64),
    }),
    refuses: ['too-large', 'refused'],
    needs: 'payloads.media',
  }),
} as const
