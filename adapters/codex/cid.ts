import { base58btc } from 'multiformats/bases/base58'
import { CID } from 'multiformats/cid'
import * as Digest from 'multiformats/hashes/digest'

/** Multicodec codes of the three things Codex names. */
export const codec = { manifest: 0xcd01, block: 0xcd02, tree: 0xcd03 } as const

/** SHA-256 in the multihash table. */
export const sha256 = 0x12

/** A CIDv1 around a SHA-256 digest. */
export function cidOf(code: number, digest: Uint8Array): CID {
  return CID.createV1(code, Digest.create(sha256, digest))
}

/** The text form Codex prints: base58btc with its prefix z. */
export function cidText(cid: CID): string {
  return cid.toString(base58btc)
}

/** Reads the text of a manifest CID (zDv…), or says why it is none. */
export function parseManifestCid(text: string): CID {
  const cid = CID.parse(text, base58btc)
  if (cid.code !== codec.manifest) {
    throw new Error(
      `a dataset is named by its manifest, code 0x${codec.manifest.toString(16)}; ${text} has code 0x${cid.code.toString(16)}`,
    )
  }
  return cid
}
