import { decoded } from './mls-member.ts'

/** What an MLSMessage is, as its header says without any key (RFC 9420, 6). */
export type Kind =
  | 'application message'
  | 'MLS proposal'
  | 'commit'
  | 'welcome'
  | 'key package'
  | 'something else'

export function kindOf(wire: string): Kind {
  try {
    const message = decoded(Buffer.from(wire, 'hex'))
    switch (message.wireformat) {
      case 'mls_private_message':
        return kinds[message.privateMessage.contentType]
      case 'mls_public_message':
        return kinds[message.publicMessage.content.contentType]
      case 'mls_welcome':
        return 'welcome'
      case 'mls_key_package':
        return 'key package'
      default:
        return 'something else'
    }
  } catch {
    return 'something else'
  }
}

const kinds = {
  application: 'application message',
  proposal: 'MLS proposal',
  commit: 'commit',
} as const

/** Group and epoch that the header of a private message names; nothing of others. */
export function placeOf(wire: string): { groupId: string; epoch: string } {
  const message = kindOf(wire) === 'something else' ? undefined : decoded(Buffer.from(wire, 'hex'))
  if (message?.wireformat !== 'mls_private_message') return { groupId: '', epoch: '' }
  const { groupId, epoch } = message.privateMessage
  return { groupId: Buffer.from(groupId).toString('hex'), epoch: String(epoch) }
}
