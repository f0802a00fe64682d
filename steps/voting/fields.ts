import { Given, Then, When } from '@cucumber/cucumber'
import { proposalType } from '../../proto/consensus.ts'
import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import { OPEN_MS } from './agenda.ts'
import { Assembly, hex } from './assembly.ts'
import type { Ballot } from './craft.ts'
import { type RawField, rawFields, writeRaw } from './raw.ts'
import { altered } from './receiving.ts'

/* Numbers, types and values of fields, read from the bytes without the schema. */

const VOTES = 14

Given(/^the proposal's (\w+) is (.+)$/, function (this: World, field: string, value: string) {
  const { agenda, declared } = this.scene(Assembly)
  if (field !== 'expiration_timestamp') return agenda.amend(altered(field, value))
  if (value !== 'a minute later') throw new Error(`expected "a minute later", got "${value}"`)
  // As the later text has it, whatever the client declares.
  agenda.amend({ expiration_time: agenda.terms.timestamp + declared.wireTime(OPEN_MS) })
})

Then(
  /^field (\d+) of (\w+)'s (proposal|vote) is (bytes|a varint), (.+)$/,
  function (this: World, number: string, name: string, where: string, type: string, words: string) {
    const fields = where === 'vote' ? voteFields(this, name) : proposalFields(this, name)
    const subject = `field ${number} of ${name}'s ${where}`
    const got = fields.map((all) => all.filter((field) => field.number === Number(number)))
    const wireType = type === 'bytes' ? 2 : 0
    if (words === 'not there') this.expect(subject, got).equals([])
    else if (words === 'there twice')
      this.expect(
        subject,
        got.map((all) => all.map((field) => field.wireType)),
      ).equals([wireType, wireType])
    else if (words === 'some number')
      this.expect(subject, got).meets(
        'one varint of 32 bits, not 0',
        (all) => all.length === 1 && all.every((field) => isUint32(field)),
      )
    else {
      const value = wanted(this.scene(Assembly), name, words)
      this.expect(subject, got, JSON.stringify).equals([
        { number: Number(number), wireType, value },
      ])
    }
  },
)

Then(
  /^field (\d+) of (\w+)'s proposal is as Alice wrote it$/,
  function (this: World, number: string, name: string) {
    const given = rawFields(proposalType.encode(this.scene(Assembly).heard(name)))
    compare(
      this,
      `field ${number} of ${name}'s proposal`,
      proposalFields(this, name),
      given,
      number,
    )
  },
)

Then(
  /^field (\d+) of the first vote in (\w+)'s proposal is as Alice wrote it$/,
  function (this: World, number: string, name: string) {
    const given = firstVote(rawFields(proposalType.encode(this.scene(Assembly).heard(name))))
    const got = proposalFields(this, name).map(firstVote)
    compare(this, `field ${number} of the first vote in ${name}'s proposal`, got, given, number)
  },
)

Then(
  /^the fields of (\w+)'s vote are ([\d, and]+)$/,
  function (this: World, name: string, words: string) {
    const numbers = voteFields(this, name).map((all) => all.map((field) => field.number))
    this.expect(
      `the fields of ${name}'s vote`,
      numbers.map((all) => all.toSorted((a, b) => a - b)),
    ).equals(words.split(/, | and /).map(Number))
  },
)

When(
  '{voter} receives the votes {votes} with the fields backwards',
  async function (this: World, name: string, ballots: Ballot[]) {
    const fields = rawFields(proposalType.encode(this.scene(Assembly).list(ballots)))
    // The order of records of one number means something; that of different ones does not.
    const backwards = fields.toSorted((a, b) => b.number - a.number)
    await this.scene(Assembly).handBytes(name, writeRaw(backwards))
  },
)

When(
  '{voter} receives the votes {votes} with unknown fields',
  async function (this: World, name: string, ballots: Ballot[]) {
    const fields = rawFields(proposalType.encode(this.scene(Assembly).list(ballots)))
    const unknown = [
      { number: 1, wireType: 0, value: '7' },
      { number: 100, wireType: 2, value: 'c0ffee' },
    ]
    await this.scene(Assembly).handBytes(name, writeRaw([...unknown, ...fields]))
  },
)

function compare(
  world: World,
  subject: string,
  fields: Observed<RawField[]>,
  given: readonly RawField[],
  number: string,
): void {
  const those = (all: readonly RawField[]) => all.filter((field) => field.number === Number(number))
  const before = those(given)
  const got = fields.map(those)
  // A default value is not on the wire; that it stays away is seen beside all that is there.
  if (before.length > 0) world.expect(subject, got, JSON.stringify).equals(before)
  else
    world
      .expect(subject, fields, JSON.stringify)
      .meets('a message without it', (all) => all.length > 0 && those(all).length === 0)
}

function proposalFields(world: World, name: string): Observed<RawField[]> {
  const { answer } = world.scene(Assembly).outbox.of(name)
  return answer.map(({ wire }) => rawFields(Buffer.from(wire, 'hex')))
}

function voteFields(world: World, name: string): Observed<RawField[]> {
  return proposalFields(world, name).map((all) => votesOf(all).at(-1) ?? [])
}

const votesOf = (fields: readonly RawField[]): RawField[][] =>
  fields
    .filter(({ number }) => number === VOTES)
    .map(({ value }) => rawFields(Buffer.from(value, 'hex')))

const firstVote = (fields: readonly RawField[]): RawField[] => votesOf(fields)[0] ?? []

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
      return hex(assembly.heard(name).votes[0]?.vote_hash ?? new Uint8Array())
    case 'the hash':
      return vote ? hex(assembly.crafter.hash(vote)) : ''
    case 'the signature':
      // Its length tells what stands there; that it is valid is another rule.
      return vote &&
        vote.signature.length === (declared.encoding.signature === 'secp256k1-ecdsa' ? 64 : 65)
        ? hex(vote.signature)
        : 'a signature of the declared length'
    default:
      return /^\d+$/.test(words) ? words : hex(assembly.people.owner(words))
  }
}
