import { decodeMlsMessage, type KeyPackage, type MLSMessage } from 'ts-mls'

/** Reads an MLSMessage. */
export function decoded(wire: Uint8Array): MLSMessage {
  const read = decodeMlsMessage(wire, 0)
  if (!read || read[1] !== wire.length)
    throw new Error('expected an MLSMessage and nothing after it')
  return read[0]
}

/** The key package in an MLSMessage. */
export function keyPackageOf(wire: Uint8Array): KeyPackage {
  const message = decoded(wire)
  if (message.wireformat !== 'mls_key_package')
    throw new Error(`expected an MLS key package, got ${message.wireformat}`)
  return message.keyPackage
}

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
