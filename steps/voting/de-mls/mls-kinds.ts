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
