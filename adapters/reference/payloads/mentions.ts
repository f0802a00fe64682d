import { hexDecode, hexEncode } from './chat-id.ts'

/** A piece of text, a user by key, or a user by the name that a contact has. */
export type Segment = string | { readonly publicKey: string } | { readonly name: string }

/** The text of a message: each user as `@0xpk` (62, Mentions). A name without a contact stays as typed. */
export function writeMentions(
  segments: readonly Segment[],
  contacts: Readonly<Record<string, string>>,
): string {
  const mention = (publicKey: string) => `@${hexEncode(publicKey)}`
  return segments
    .map((segment) => {
      if (typeof segment === 'string') return segment
      if ('publicKey' in segment) return mention(segment.publicKey)
      const known = Object.hasOwn(contacts, segment.name) ? contacts[segment.name] : undefined
      return known === undefined ? `@${segment.name}` : mention(known)
    })
    .join('')
}

const MENTION = /@(0x04[0-9a-f]{128})(?![0-9A-Za-z])/g

/** The users mentioned, in order, as often as they are. */
export function mentionsIn(text: string): string[] {
  return [...text.matchAll(MENTION)].map(([, key = '']) => hexDecode(key) as string)
}

/** The text as shown: known users by name. What is stored and sent stays as it is. */
export function showMentions(text: string, names: Readonly<Record<string, string>>): string {
  return text.replace(MENTION, (mention, key: string) => {
    const name = names[hexDecode(key) as string]
    return name === undefined ? mention : `@${name}`
  })
}
