/*
A mutant for every field of a voting proposal and its votes: its number is another one. They follow from the schema, so
none has a file of its own.
*/
import { schema } from '../../../proto/codec.ts'

const IMPORT =
  "import { decodeDeMlsProposal, encodeDeMlsProposal } from '../../../../proto/de-mls.ts'"

function mutant(record: string, field: string, number: number) {
  const by = `import * as whole from '../../../../proto/de-mls.ts'
import { moved } from '../../../mutants/voting/moved.ts'
const encodeDeMlsProposal = (proposal: Proposal) => moved(whole.encodeDeMlsProposal(proposal), ${number})
const decodeDeMlsProposal = (bytes: Uint8Array) => whole.decodeDeMlsProposal(moved(bytes, ${number}))`
  return {
    area: 'voting',
    alone: true as const,
    name: `number-of-${record.toLowerCase()}-${field}`,
    breaks: `DEMLS-WIRE-${String(number - 9).padStart(2, '0')}`,
    what: `${field} of ${record} is field ${number + 100}`,
    changes: [{ file: 'voting/de-mls/frame.ts', replace: IMPORT, by }],
  }
}

export function fieldNumberMutants() {
  const types = schema('de-mls.proto')
  return ['Proposal', 'Vote'].flatMap((record) =>
    types
      .lookupType(`vac.demls.${record}`)
      .fieldsArray.map(({ name, id }) => mutant(record, name, id)),
  )
}
