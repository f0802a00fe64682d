import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { type CiphersuiteImpl, encodeMlsMessage, type KeyPackage } from 'ts-mls'
import { verifyKeyPackage } from 'ts-mls/keyPackage.js'
import { verifyLeafNodeSignatureKeyPackage } from 'ts-mls/leafNode.js'
import { Refused } from '../../../contract/handler.ts'
import { authentication, memberIdOf } from './credential.ts'
import { decodeMessage } from './messages.ts'
import { EXTENSION } from './parameters.ts'
import type { DeMlsProfile } from './profile.ts'

/** The key packages that a node has heard of, the latest of each owner (Single steward, 4), and what makes them genuine. */
export class KeyPackages {
  readonly #cs: CiphersuiteImpl
  readonly #profile: DeMlsProfile
  readonly #latest = new Map<string, string>()
  /** Owners of those found genuine. */
  readonly #owners = new Map<string, string>()

  constructor(cs: CiphersuiteImpl, profile: DeMlsProfile) {
    this.#cs = cs
    this.#profile = profile
  }

  /** Keeps one. Fails with Refused if it is not genuine or not of this time. */
  async keep(keyPackage: KeyPackage, now: number): Promise<void> {
    const { notBefore, notAfter } = keyPackage.leafNode.lifetime
    const seconds = BigInt(Math.floor(now / 1000))
    if (seconds < notBefore || seconds > notAfter)
      throw new Refused('expired', 'the key package is not valid now')
    const wire = wireOf(keyPackage)
    this.#latest.set(await this.ownerOf(wire), wire)
  }

  /** The latest of an owner, as hex. */
  of(memberId: string): string | undefined {
    return this.#latest.get(memberId)
  }

  /** Forgets one that was used: it serves once. */
  forget(memberId: string): void {
    this.#latest.delete(memberId)
  }

  /** Whose key package it is. Fails with Refused unless its owner vouches for its keys and it for itself. */
  async ownerOf(wire: string): Promise<string> {
    const known = this.#owners.get(wire)
    if (known !== undefined) return known
    const message = decodeMessage(hexToBytes(wire))
    if (message.wireformat !== 'mls_key_package')
      throw new Refused('malformed', 'that is no key package')
    const owner = await this.#verified(message.keyPackage)
    this.#owners.set(wire, owner)
    return owner
  }

  async #verified(keyPackage: KeyPackage): Promise<string> {
    const { leafNode } = keyPackage
    const { credential, signaturePublicKey, capabilities } = leafNode
    const owner = memberIdOf(credential, this.#profile.credential)
    const service = authentication(this.#profile.credential)
    if (owner === undefined || !(await service.validateCredential(credential, signaturePublicKey)))
      throw new Refused('credential', 'the credential does not vouch for the key')
    if (keyPackage.cipherSuite !== this.#cs.name || !capabilities.extensions.includes(EXTENSION))
      throw new Refused('credential', 'the key package is made for other groups')
    const { signature } = this.#cs
    const signed =
      (await verifyLeafNodeSignatureKeyPackage(leafNode, signature)) &&
      (await verifyKeyPackage(keyPackage, signature))
    if (!signed) throw new Refused('signature', 'the key package is not signed by its key')
    return owner
  }
}

/** A key package as it is sent, as hex. */
export const wireOf = (keyPackage: KeyPackage): string =>
  bytesToHex(encodeMlsMessage({ version: 'mls10', wireformat: 'mls_key_package', keyPackage }))
