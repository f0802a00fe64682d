/** The readings of 62 that decide about bytes; one client takes one of each and says so. */
export interface Profile {
  /** Record numbers of the wrapper: 4001 and 4002 as in 62, or 1, 2, 3 as on the real network (AMB-01). */
  readonly wrapper: '62' | 'application-metadata'
  /** What "SHA3-256" means for the payload signature (AMB-03). */
  readonly digest: 'sha3-256' | 'keccak-256'
  /** The same for membership events (AMB-19). */
  readonly membershipDigest: 'sha3-256' | 'keccak-256'
  /** What is signed of a membership event (AMB-19). */
  readonly membershipMaterial: 'chatid+event' | 'event'
  /** What ChatMessage.community holds (AMB-23). */
  readonly communityPayload: 'bare' | 'wrapped'
}

/** 62 as it is written. */
export const asWritten: Profile = {
  wrapper: '62',
  digest: 'sha3-256',
  membershipDigest: 'sha3-256',
  membershipMaterial: 'chatid+event',
  communityPayload: 'bare',
}

/** What deployed Status nodes do. */
export const asDeployed: Profile = {
  wrapper: 'application-metadata',
  digest: 'keccak-256',
  membershipDigest: 'keccak-256',
  membershipMaterial: 'chatid+event',
  communityPayload: 'wrapped',
}
