/*
What the consensus text leaves open about the bytes of a vote. An implementation declares its choice
under these keys, with `voting.` before them.
*/

export interface VoteEncoding {
  /** Hash and preimage of vote_hash (AMB-05). */
  readonly voteHash: 'sha256-le-concat' | 'sha256-be-concat' | 'keccak256-le-concat'
  /** AMB-08. `secp256k1-ecdsa`: 64 bytes r‖s. `secp256k1-eip191`: 65 bytes r‖s‖v over an Ethereum message. */
  readonly signature: 'secp256k1-ecdsa' | 'secp256k1-eip191'
  /** What vote_owner holds (AMB-08); an address goes with EIP-191 only. */
  readonly owner: 'pubkey33' | 'address20'
  /** What is signed (AMB-09): the hash, or the encoded vote without its signature. */
  readonly signTarget: 'vote_hash' | 'unsigned_vote'
  /** What expiration_time holds (AMB-20). */
  readonly expiry: 'interval' | 'absolute'
  /** Unit of all timestamps (AMB-21). */
  readonly timeUnit: 's' | 'ms'
  /** Which text's Vote is hashed and signed (AMB-50); the one of de-MLS has no proposal_id. Absent: the consensus'. */
  readonly layout?: 'consensus' | 'de-mls'
}

/** The text to the letter: a public key owns a vote and signs vote_hash, expiration_time is an interval. */
export const literalEncoding: VoteEncoding = {
  voteHash: 'sha256-le-concat',
  signature: 'secp256k1-ecdsa',
  owner: 'pubkey33',
  signTarget: 'vote_hash',
  expiry: 'interval',
  timeUnit: 's',
}

/** As the deployed Rust implementation writes it. */
export const deployedEncoding: VoteEncoding = {
  ...literalEncoding,
  signature: 'secp256k1-eip191',
  owner: 'address20',
  signTarget: 'unsigned_vote',
  expiry: 'absolute',
}

type Declared = Omit<VoteEncoding, 'layout'>

/** What can be declared of an encoding, by what is declared. */
export const encodingChoices: { readonly [K in keyof Declared]: readonly Declared[K][] } = {
  voteHash: ['sha256-le-concat', 'sha256-be-concat', 'keccak256-le-concat'],
  signature: ['secp256k1-ecdsa', 'secp256k1-eip191'],
  owner: ['pubkey33', 'address20'],
  signTarget: ['vote_hash', 'unsigned_vote'],
  expiry: ['interval', 'absolute'],
  timeUnit: ['s', 'ms'],
}

/** The encoding that readings (`voting.signature`, …) declare; what they leave out is the literal one. */
export function declaredEncoding(readings: Readonly<Record<string, string>>): VoteEncoding {
  const declared: Record<string, string> = { ...literalEncoding }
  for (const [key, known] of Object.entries(encodingChoices)) {
    const value = readings[`voting.${key}`]
    if (value === undefined) continue
    if (!(known as readonly string[]).includes(value))
      throw new RangeError(
        `reading voting.${key}: expected one of ${known.join(', ')}, got ${value}; votes of other encodings cannot be made here`,
      )
    declared[key] = value
  }
  return declared as unknown as VoteEncoding
}
