import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { DecodeError } from '../../../proto/errors.ts'
import { Refused, type Table } from '../../contract/handler.ts'
import { authorOf, wrap } from './authorship.ts'
import { decode, decodeValue, encode, encodeValue, jsonOf, recordOf, reencode } from './codec.ts'
import { NoEvent, openEvent, signEvent } from './membership.ts'
import { mentionsIn, showMentions, writeMentions } from './mentions.ts'
import { contentTypes } from './numbers.ts'
import type { Profile } from './profile.ts'
import type { ChatMessage } from './shapes.ts'
import { BadSignature } from './signature.ts'
import { decodeWrapper } from './wrapper.ts'

/** The operations that need no node: bytes in, bytes out. */
export function codecTable(profile: Profile): Table {
  return {
    'payloads.encode': ({ record, value }) => ({ bytes: encodeValue(record, value) }),
    'payloads.decode': ({ record, bytes }) => decodeValue(record, bytes),
    'payloads.reencode': ({ record, bytes }) => ({ bytes: reencode(record, bytes) }),
    'payloads.wrap': ({ record, payload, privateKey }) => ({
      bytes: bytesToHex(wrap(profile, record, hexToBytes(payload), privateKey)),
    }),
    'payloads.unwrap': ({ bytes, transportAuthor }) => {
      const wrapper = refusing(() => decodeWrapper(profile, hexToBytes(bytes)))
      const author = refusing(() => authorOf(profile, wrapper, transportAuthor))
      if (author === undefined)
        throw new Refused('no-author', 'neither signed nor delivered by anybody')
      const { publicKey, source, deniable } = author
      return {
        payload: bytesToHex(wrapper.payload),
        signature: bytesToHex(wrapper.signature),
        author: { publicKey, source },
        deniable,
        relayable: !deniable,
      }
    },
    'payloads.signEvent': ({ chatId, event, privateKey }) => {
      const bytes = encode('MembershipUpdateEvent', recordOf('MembershipUpdateEvent', event))
      return { element: bytesToHex(signEvent(profile, chatId, bytes, privateKey)) }
    },
    'payloads.verifyEvent': ({ chatId, element }) => {
      const { author, event } = refusing(() => openEvent(profile, chatId, hexToBytes(element)))
      const decoded = decode('MembershipUpdateEvent', event)
      return {
        author,
        event: jsonOf('MembershipUpdateEvent', decoded),
        eventBytes: bytesToHex(event),
      }
    },
    'payloads.writeMentions': ({ segments, contacts }) => ({
      text: writeMentions(segments, contacts),
    }),
    'payloads.findMentions': ({ message }) => {
      const { text, content_type } = recordOf<ChatMessage>('ChatMessage', message)
      return { mentions: content_type === contentTypes.TEXT_PLAIN ? mentionsIn(text) : [] }
    },
    'payloads.showMentions': ({ text, names }) => ({ display: showMentions(text, names) }),
  }
}

/** What the protocol lets a client refuse here; everything else is a failure of the client. */
function refusing<T>(act: () => T): T {
  try {
    return act()
  } catch (cause) {
    if (cause instanceof BadSignature) throw new Refused('bad-signature', cause.message)
    if (cause instanceof DecodeError) throw new Refused('malformed', cause.message)
    if (cause instanceof NoEvent) throw new Refused('malformed', cause.message)
    throw cause
  }
}
