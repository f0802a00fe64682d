/** How 62 writes a public key as text, in chat ids, mentions, members and `deleted_by` (AMB-14). */
export function hexEncode(publicKey: string): string {
  return `0x${publicKey}`
}

/** The key of such a text; undefined where it is none. */
export function hexDecode(text: string): string | undefined {
  return /^0x(04[0-9a-f]{128})$/.exec(text)?.[1]
}

/** A channel of a community: the community's id (compressed key), then the channel's, nothing between (AMB-18). */
export function channelChatId(communityId: string, channelId: string): string {
  return `0x${communityId}${channelId}`
}
