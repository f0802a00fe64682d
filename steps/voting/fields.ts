import { type DataTable, Then } from '@cucumber/cucumber'
import { bytesToHex as hex } from '@noble/hashes/utils.js'
import { proposalType } from '../../proto/consensus.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { OPEN_MS } from './agenda.ts'
import { Assembly } from './assembly.ts'
import { type RawField, rawFields } from './raw.ts'

/* Numbers, types and values of fields, read from the bytes without the schema. */

const VOTES = 14

Then(
  /^(\w+)'s (proposal|vote) has on the wire$/,
  function (this: World, name: string, where: string, table: DataTable) {
    const { answer } = this.scene(Assembly).outbox.of(name)
    const proposal = answer.map(({ wire }) => rawFields(Buffer.from(wire, 'hex')))
    const fields = where === 'vote' ? proposal.map((all) => votesOf(all).at(-1) ?? []) : proposal
    for (const [number = '', type = '', words = ''] of table.raw())
      if (type === 'as Alice wrote it') compareToGiven(this, name, fields, number)
      else if (type === 'fields')
        this.expect(
          `${number} fields of ${name}'s ${where}`,
          fields.map((all) => all.map((field) => field.number).toSorted((a, b) => a - b)),
        ).equals(words.split(/, | and /).map(Number))
      else compare(this, `${name}'s ${where}`, name, fields, number, type, words)
  },
)

/** `type`: of the wire; `words`: what stands there. */
function compare(
  world: World,
  whose: string,
  name: string,
  fields: Observed<RawField[]>,
  number: string,
  type: string,
  words: string,
): void {
  const subject = `field ${number} of ${whose}`
  const got = fields.map((all) => numbered(all, number))
  const wireType = { bytes: 2, 'a varint': 0 }[type]
  if (wireType === undefined) throw new Error(`expected "bytes" or "a varint", got "${type}"`)
  if (words === 'not there') world.expect(subject, got).equals([])
  else if (words === 'there twice')
    world
      .expect(
        subject,
        got.map((all) => all.map((field) => field.wireType)),
      )
      .equals([wireType, wireType])
  else if (words === 'some number')
    world
      .expect(subject, got)
      .meets(
        'one varint of 32 bits, not 0',
        (all) => all.length === 1 && all.every((field) => isUint32(field)),
      )
  else
    world
      .expect(subject, got, JSON.stringify)
      .equals([
        { number: Number(number), wireType, value: wanted(world.scene(Assembly), name, words) },
      ])
}

/** Against the bytes that came; `14.20` is field 20 of the first vote. */
function compareToGiven(
  world: World,
  name: string,
  fields: Observed<RawField[]>,
  path: string,
): void {
  const [number = '', ofVote] = path.split('.')
  const inside = (all: RawField[]) => (ofVote ? (votesOf(all)[0] ?? []) : all)
  const those = (all: RawField[]) => numbered(inside(all), ofVote ?? number)
  const given = those(rawFields(proposalType.encode(world.scene(Assembly).inbox.of(name))))
  const subject = `field ${path} of ${name}'s proposal`
  // A default value is not on the wire; that it stays away is seen beside all that is there.
  if (given.length > 0) world.expect(subject, fields.map(those), JSON.stringify).equals(given)
  else
    world
      .expect(subject, fields.map(inside), JSON.stringify)
      .meets(
        'a message without it',
        (all) => all.length > 0 && numbered(all, ofVote ?? number).length === 0,
      )
}

const numbered = (all: readonly RawField[], number: string): RawField[] =>
  all.filter((field) => field.number === Number(number))

const votesOf = (fields: readonly RawField[]): RawField[][] =>
  fields
    .filter(({ number }) => number === VOTES)
    .map(({ value }) => rawFields(Buffer.from(value, 'hex')))

function isUint32({ wireType, value }: RawField): boolean {
  return wireType === 0 && BigInt(value) > 0n && BigInt(value) < 2n ** 32n
}

/** What the words of a table stand for, as the bytes have it. */
function wanted(assembly: Assembly, name: string, words: string): string {
  const { terms, declared } = assembly
  const vote = assembly.outbox.of(name).proposal.value.votes.at(-1)
  switch (words) {
    case 'the name':
      return hex(Buffer.from(terms.name))
    case 'the payload':
      return hex(Buffer.from(terms.payload))
    case 'the id':
      return String(terms.proposal_id)
    case 'the next round':
      return String(assembly.declared.roundAfter(terms.round, 2))
    case "the time of Alice's proposal":
      return String(terms.timestamp)
    case "the end of Alice's proposal":
      return String(terms.expiration_time)
    case 'now':
      return String(assembly.time)
    case 'a minute from now':
      return String(assembly.time + declared.wireTime(OPEN_MS))
    case "Alice's vote_hash":
      return hex(assembly.inbox.of(name).votes[0]?.vote_hash ?? new Uint8Array())
    case 'the hash':
      return vote ? hex(assembly.crafter.hash(vote)) : ''
    case 'the signature':
      // Its length tells what stands there; that it is valid is another rule.
      return vote &&
        vote.signature.length === (declared.encoding.signature === 'secp256k1-ecdsa' ? 64 : 65)
        ? hex(vote.signature)
        : 'a signature of the declared length'
    default:
      return /^\d+$/.test(words) ? words : hex(assembly.people.ownerNamed(words))
  }
}
