import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import {
  type Capabilities,
  type CiphersuiteImpl,
  type ClientState,
  defaultLifetime,
  emptyPskIndex,
  generateKeyPackageWithKey,
  joinGroup,
  type KeyPackage,
  type PrivateKeyPackage,
  type Welcome,
} from 'ts-mls'
import { makeKeyPackageRef } from 'ts-mls/keyPackage.js'
import { ciphersuiteName } from '../../../../proto/mls/ciphersuite.ts'
import { credentialOf } from './credential.ts'
import { wireOf } from './key-packages.ts'
import type { Account } from './member.ts'
import { refusing } from './messages.ts'
import { clientConfig } from './mls-group.ts'
import { EXTENSION } from './parameters.ts'

/** A key package with its private part. */
interface OwnKeyPackage {
  readonly publicPackage: KeyPackage
  readonly privatePackage: PrivateKeyPackage
}

/** The key packages that a node makes for itself, each for one group. */
export class OwnKeyPackages {
  readonly #account: Account
  readonly #cs: CiphersuiteImpl
  readonly #leafKeys: { signKey: Uint8Array; publicKey: Uint8Array }
  /** Those that were sent and not used, by reference. */
  readonly #unused = new Map<string, OwnKeyPackage>()

  private constructor(
    account: Account,
    cs: CiphersuiteImpl,
    leafKeys: { signKey: Uint8Array; publicKey: Uint8Array },
  ) {
    this.#account = account
    this.#cs = cs
    this.#leafKeys = leafKeys
  }

  static async create(account: Account, cs: CiphersuiteImpl): Promise<OwnKeyPackages> {
    return new OwnKeyPackages(account, cs, await cs.signature.keygen())
  }

  /** One to be sent, as an MLSMessage; it waits for its welcome. */
  async offer(): Promise<Uint8Array> {
    const made = await this.fresh()
    const reference = await makeKeyPackageRef(made.publicPackage, this.#cs.hash)
    this.#unused.set(bytesToHex(reference), made)
    return hexToBytes(wireOf(made.publicPackage))
  }

  /** The group that a welcome leads to; undefined: it is for other nodes. Fails with Refused where MLS does. */
  async open(welcome: Welcome): Promise<ClientState | undefined> {
    for (const { newMember } of welcome.secrets) {
      const reference = bytesToHex(newMember)
      const own = this.#unused.get(reference)
      if (!own) continue
      const { publicPackage, privatePackage } = own
      const config = clientConfig(this.#account.profile)
      const state = await refusing(() =>
        joinGroup(
          welcome,
          publicPackage,
          privatePackage,
          emptyPskIndex,
          this.#cs,
          undefined,
          undefined,
          config,
        ),
      )
      this.#unused.delete(reference)
      return state
    }
    return undefined
  }

  fresh(): Promise<OwnKeyPackage> {
    const { memberId, privateKey, profile } = this.#account
    const credential = credentialOf(
      hexToBytes(memberId),
      privateKey,
      this.#leafKeys.publicKey,
      profile.credential,
    )
    const capabilities: Capabilities = {
      versions: ['mls10'],
      ciphersuites: [ciphersuiteName],
      extensions: [EXTENSION],
      proposals: [],
      credentials: ['basic'],
    }
    return generateKeyPackageWithKey(
      credential,
      capabilities,
      defaultLifetime,
      [],
      this.#leafKeys,
      this.#cs,
    )
  }
}
