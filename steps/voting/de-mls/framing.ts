import type { Change } from '../../../adapters/contract/de-mls.ts'
import { type Proposal, proposalType } from '../../../proto/consensus.ts'
import { decodeDeMlsProposal, encodeDeMlsProposal } from '../../../proto/de-mls.ts'
import type { VoteEncoding } from '../../../proto/vote-encoding.ts'
import type { Observed } from '../../observed.ts'
import type { World } from '../../world.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const bytes = (text: string): Uint8Array => Buffer.from(text, 'hex')

/** A proposal as it stood in an application message. */
export interface Unframed {
  readonly proposal: Proposal
  readonly wire: Observed<Uint8Array>
}

/** Proposals into application data and out of it, as only the client knows. */
export class Framing {
  /** In which layout the votes of a group are written (AMB-50). */
  readonly layout: NonNullable<VoteEncoding['layout']>
  readonly #world: World
  readonly #client: string

  /** `client`: the participant who is asked. */
  constructor(world: World, client: string) {
    this.#world = world
    this.#client = client
    this.layout = world.may('voting.de-mls-votes') ? 'de-mls' : 'consensus'
  }

  /** Undefined: there is no proposal in it. */
  async unwrap(data: Uint8Array): Promise<Unframed | undefined> {
    const answer = await this.#world.act(this.#client, 'demls.unframe', { data: hex(data) })
    const wire = answer.map(({ proposal = '' }) => bytes(proposal))
    const proposal = answer.value.proposal === undefined ? undefined : this.#decoded(wire.value)
    return proposal && { proposal, wire }
  }

  async wrap(proposal: Proposal): Promise<{ unframed: Unframed; data: Uint8Array }> {
    const encode = this.layout === 'de-mls' ? encodeDeMlsProposal : proposalType.encode
    const wire = encode(proposal)
    const answer = await this.#world.act(this.#client, 'demls.frame', { proposal: hex(wire) })
    return { unframed: { proposal, wire: answer.map(() => wire) }, data: bytes(answer.value.data) }
  }

  /** What the payload of a proposal says for a change. */
  async payload(change: Change, keyPackage: string | undefined): Promise<string> {
    const params = keyPackage === undefined ? { change } : { change, keyPackage }
    return (await this.#world.act(this.#client, 'demls.payload', params)).value.payload
  }

  #decoded(wire: Uint8Array): Proposal | undefined {
    try {
      return this.layout === 'de-mls' ? decodeDeMlsProposal(wire) : proposalType.decode(wire)
    } catch {
      // Bytes that are no proposal in the declared layout are none.
      return undefined
    }
  }
}
