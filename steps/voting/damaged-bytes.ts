import { type Proposal, proposalType } from '../../proto/consensus.ts'
import type { DamageKind } from './damage.ts'
import { type RawField, rawFields, writeRaw } from './raw.ts'

const NAME = 10

/** The proposal with other records than the schema has them. */
function rewritten(change: (fields: RawField[]) => RawField[]) {
  return (proposal: Proposal) => writeRaw(change(rawFields(proposalType.encode(proposal))))
}

/** Done to the bytes of the proposal. Some of it is no damage at all: every protobuf reader takes it. */
export const bytesDamages: readonly DamageKind[] = [
  [
    'its fields are written backwards',
    () => ({
      // The order of records of one number means something; that of different ones does not.
      bytes: rewritten((fields) => fields.toSorted((a, b) => b.number - a.number)),
    }),
  ],
  [
    'it has fields that nobody knows',
    () => ({
      bytes: rewritten((fields) => [
        { number: 1, wireType: 0, value: '7' },
        { number: 100, wireType: 2, value: 'c0ffee' },
        ...fields,
      ]),
    }),
  ],
  [
    'its name is not UTF-8',
    () => ({
      bytes: rewritten((fields) => [
        { number: NAME, wireType: 2, value: 'ff' },
        ...fields.filter(({ number }) => number !== NAME),
      ]),
    }),
  ],
  [
    'it is written as JSON',
    () => ({
      bytes: (proposal) =>
        Buffer.from(
          JSON.stringify(proposal, (_, value) =>
            typeof value === 'bigint' ? String(value) : value,
          ),
        ),
    }),
  ],
  [
    'its second half is missing',
    () => ({
      bytes: (proposal) => {
        const wire = proposalType.encode(proposal)
        return wire.subarray(0, wire.length / 2)
      },
    }),
  ],
  [
    '(\\d+) random bytes come instead',
    ([count]) => ({ bytes: (_, dice) => Buffer.from(dice.hex(Number(count)), 'hex') }),
  ],
]
