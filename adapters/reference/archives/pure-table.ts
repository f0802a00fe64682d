import { archiveRecord } from '../../../proto/archives/records.ts'
import { DecodeError } from '../../../proto/errors.ts'
import { fromJsonAs, toJsonAs } from '../../../proto/payloads/json.ts'
import { Refused, type Table } from '../../contract/handler.ts'
import { indexKey } from './index-file.ts'
import { invitingCommunity } from './invitation.ts'
import { messageTypes } from './message-types.ts'
import { bytes, hex } from './node-table.ts'
import { symmetricKey, topicsOf, universalChatId } from './topics.ts'

/** Operations that need no node. */
export function pureTable(): Table {
  return {
    'archives.encode': ({ record, value }) => {
      const { codec, type } = archiveRecord(record)
      return { wire: hex(codec.encode(fromJsonAs(type, value))) }
    },
    'archives.decode': ({ record, wire }) => {
      const { codec, type } = archiveRecord(record)
      try {
        return { value: { ...toJsonAs(type, codec.decode(bytes(wire))) } }
      } catch (fault) {
        if (fault instanceof DecodeError) throw new Refused('undecodable', fault.message)
        throw fault
      }
    },
    'archives.addresses': ({ publicKey }) => {
      const { advertising, events, universal, shardInfo } = topicsOf(publicKey)
      const key = symmetricKey(universalChatId(publicKey))
      return { advertising, events, requests: universal, shardInfo, symmetricKey: hex(key) }
    },
    'archives.openInvitation': ({ invitation }) => {
      const communityId = invitingCommunity(bytes(invitation))
      if (!communityId)
        throw new Refused('not-genuine', 'the community did not sign this invitation')
      return { communityId }
    },
    'archives.indexKey': ({ indexMetadata }) => ({ key: indexKey(bytes(indexMetadata)) }),
    'archives.messageType': ({ name }) => {
      const use = Object.hasOwn(messageTypes, name) ? messageTypes[name] : undefined
      if (!use) throw new Refused('unknown', `the table has no row for ${name}`)
      return { ...use }
    },
    'archives.messageTypes': () => ({ names: Object.keys(messageTypes) }),
  }
}
