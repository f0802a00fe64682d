import { Refused } from '../../contract/handler.ts'
import { decode } from './codec.ts'
import { contentTypes, localContentTypes } from './numbers.ts'
import type { Profile } from './profile.ts'
import type { ChatMessage } from './shapes.ts'
import { decodeWrapper } from './wrapper.ts'

/** Largest image or recording that is taken, in bytes (62: a limit the client can handle securely). */
export const MAX_PAYLOAD_BYTES = 1024 * 1024

const { STICKER, IMAGE, AUDIO, COMMUNITY, DISCORD_MESSAGE } = contentTypes

/** What each content type must specify; a type that is not here needs nothing. */
const specified: Readonly<Record<number, (message: ChatMessage, profile: Profile) => boolean>> = {
  [STICKER]: ({ sticker }) => sticker !== undefined && sticker.hash !== '',
  [IMAGE]: ({ image }) => image !== undefined && image.payload.length > 0 && image.type !== 0,
  [AUDIO]: ({ audio }) => audio !== undefined && audio.payload.length > 0 && audio.type !== 0,
  [COMMUNITY]: ({ community }, profile) => isCommunity(community, profile),
  [DISCORD_MESSAGE]: ({ discord_message }) => discord_message !== undefined,
}

/** Refuses a ChatMessage whose content is not what its content type says; the type decides, not what is set. */
export function checkContent(message: ChatMessage, profile: Profile): void {
  const { content_type, image, audio } = message
  if (content_type === 0) throw new Refused('content', 'a message says what its content is')
  if (localContentTypes.includes(content_type))
    throw new Refused('content', `content type ${content_type} is never sent`)
  if (!Object.values<number>(contentTypes).includes(content_type))
    throw new Refused('unsupported-content', `content type ${content_type} is not known`)
  if (specified[content_type]?.(message, profile) === false)
    throw new Refused('content', `content type ${content_type} lacks what it must specify`)
  const media = image?.payload.length ?? audio?.payload.length ?? 0
  if (media > MAX_PAYLOAD_BYTES)
    throw new Refused('too-large', `expected at most ${MAX_PAYLOAD_BYTES} bytes, got ${media}`)
}

/** Bytes of a CommunityDescription, or of a wrapper around one, as the profile has it (AMB-23). */
function isCommunity(bytes: Uint8Array | undefined, profile: Profile): boolean {
  if (bytes === undefined) return false
  try {
    const wrapped = profile.communityPayload === 'wrapped'
    const description = wrapped ? decodeWrapper(profile, bytes).payload : bytes
    decode('CommunityDescription', description)
    return description.length > 0
  } catch {
    return false
  }
}
