import { description as descriptionCodec } from '../../../proto/archives/description.ts'
import { applicationMetadata, recordTypes } from '../../../proto/archives/messages.ts'
import { unseal } from '../../../proto/archives/sealed.ts'
import { messageType } from '../../../proto/codec.ts'
import { attempt } from './envelope.ts'
import { signerOf } from './signature.ts'
import { symmetricKey } from './topics.ts'

interface Invitation {
  community_description: Uint8Array
  public_key: Uint8Array
}
const codec = messageType<Invitation>(
  'archives/communities.proto',
  'communities56.CommunityInvitation',
)

/**
 * The community that invites, by its id; undefined where the invitation is not signed with its key or its
 * description cannot be read, in clear or decrypted (56, "Community Join Flow").
 */
export function invitingCommunity(bytes: Uint8Array): string | undefined {
  const wrapped = attempt(() => applicationMetadata.decode(bytes))
  if (wrapped?.type !== recordTypes.COMMUNITY_INVITATION) return undefined
  const invitation = attempt(() => codec.decode(wrapped.payload))
  if (!invitation) return undefined
  const id = Buffer.from(invitation.public_key).toString('hex')
  if (signerOf(wrapped.signature, wrapped.payload) !== id) return undefined
  return readable(id, invitation.community_description) ? id : undefined
}

function readable(id: string, description: Uint8Array): boolean {
  const clear = unseal(symmetricKey(`0x${id}`), description) ?? description
  const read = attempt(() => descriptionCodec.decode(clear))
  return read?.identity !== undefined
}
