import { pointFromScalar, sign, verify } from 'tiny-secp256k1'
import {
  acceptAll,
  type CiphersuiteImpl,
  type ClientState,
  createApplicationMessage,
  createCommit,
  createGroup,
  createProposal,
  decodeMlsMessage,
  defaultCapabilities,
  defaultLifetime,
  emptyPskIndex,
  encodeMlsMessage,
  generateKeyPackage,
  getCiphersuiteFromName,
  getCiphersuiteImpl,
  joinGroup,
  type Proposal,
  processMessage,
} from 'ts-mls'
import type { Timer } from '../de-mls.ts'

const key = new Uint8Array(32).fill(1)
const account = pointFromScalar(key, true) as Uint8Array
const digest = new Uint8Array(32).fill(2)

/** A group of ts-mls alone: its calls on bytes, in the order of de-MLS, and nothing around them. */
export class Bare {
  readonly #cs: CiphersuiteImpl
  readonly #members: ClientState[]

  private constructor(cs: CiphersuiteImpl, founder: ClientState) {
    this.#cs = cs
    this.#members = [founder]
  }

  /** Founds a group of one. */
  static async found(): Promise<Bare> {
    const cs = await getCiphersuiteImpl(
      getCiphersuiteFromName('MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519'),
    )
    const { publicPackage, privatePackage } = await keyPackage(0, cs)
    return new Bare(cs, await createGroup(new Uint8Array(4), publicPackage, privatePackage, [], cs))
  }

  /** A member says so many bytes, which all others read; `signed`: with a vote's signature, made and verified. */
  async say(by: number, length: number, signed: boolean): Promise<void> {
    const voter = this.#members[by] as ClientState
    const signature = signed && sign(digest, key)
    const { newState, privateMessage } = await createApplicationMessage(
      voter,
      new Uint8Array(length),
      this.#cs,
    )
    this.#members[by] = newState
    const wire = { version: 'mls10', wireformat: 'mls_private_message', privateMessage } as const
    await this.#spread(encodeMlsMessage(wire), by, () => {
      if (signature && !verify(digest, account, signature, true))
        throw new Error('expected a good signature')
    })
  }

  /** The founder adds some, all others follow; then they join. */
  async add(count: number, commit: Timer, join: Timer): Promise<void> {
    const from = this.#members.length
    const made = await Promise.all(
      Array.from({ length: count }, (_, at) => keyPackage(from + at, this.#cs)),
    )
    const proposals = made.map(
      ({ publicPackage }): Proposal => ({
        proposalType: 'add',
        add: { keyPackage: publicPackage },
      }),
    )
    const welcome = await commit(() => this.#commit(proposals))
    const joined: ClientState[] = []
    for (const { publicPackage, privatePackage } of made)
      await join(async () => {
        const message = decoded(welcome ?? new Uint8Array())
        if (message.wireformat !== 'mls_welcome') throw new Error('expected a welcome')
        const own = [publicPackage, privatePackage] as const
        joined.push(await joinGroup(message.welcome, ...own, emptyPskIndex, this.#cs))
      })
    this.#members.push(...joined)
  }

  /** The founder removes the newest, all others follow. */
  async removeLast(commit: Timer): Promise<void> {
    const removed = this.#members.length - 1
    await commit(() => this.#commit([{ proposalType: 'remove', remove: { removed } }]))
    this.#members.pop()
  }

  async #commit(proposals: readonly Proposal[]): Promise<Uint8Array | undefined> {
    let [state] = this.#members as [ClientState]
    const sent: Uint8Array[] = []
    for (const proposal of proposals) {
      const made = await createProposal(state, false, proposal, this.#cs)
      state = made.newState
      sent.push(encodeMlsMessage(made.message))
    }
    const { newState, commit, welcome } = await createCommit(
      { state, cipherSuite: this.#cs },
      { ratchetTreeExtension: true },
    )
    this.#members[0] = newState
    for (const wire of [...sent, encodeMlsMessage(commit)]) await this.#spread(wire, 0)
    return welcome && encodeMlsMessage({ version: 'mls10', wireformat: 'mls_welcome', welcome })
  }

  async #spread(wire: Uint8Array, from: number, read = () => {}): Promise<void> {
    for (const [at, state] of this.#members.entries()) {
      if (at === from) continue
      const message = decoded(wire)
      if (message.wireformat !== 'mls_private_message')
        throw new Error('expected a private message')
      const { newState } = await processMessage(message, state, emptyPskIndex, acceptAll, this.#cs)
      this.#members[at] = newState
      read()
    }
  }
}

function keyPackage(name: number, cs: CiphersuiteImpl) {
  const credential = { credentialType: 'basic', identity: Uint8Array.of(name) } as const
  return generateKeyPackage(credential, defaultCapabilities(), defaultLifetime, [], cs)
}

function decoded(wire: Uint8Array) {
  const read = decodeMlsMessage(wire, 0)
  if (!read) throw new Error('expected an MLSMessage')
  return read[0]
}
