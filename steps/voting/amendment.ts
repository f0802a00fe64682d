import type { DataTable } from '@cucumber/cucumber'
import { OPEN_MS } from './agenda.ts'
import type { Terms } from './craft.ts'
import type { Declared } from './declared.ts'

/** The fields of a table, which nobody signs, with the values that they get. */
export function amended(table: DataTable, terms: Terms, declared: Declared): Partial<Terms> {
  let changes: Partial<Terms> = {}
  for (const [field, words] of Object.entries(table.rowsHash()))
    changes = { ...changes, ...change(field, words, { ...terms, ...changes }, declared) }
  return changes
}

function change(field: string, words: string, terms: Terms, declared: Declared): Partial<Terms> {
  switch (field) {
    case 'name':
    case 'payload':
      return { [field]: words === '64 KiB of text' ? 'é'.repeat(32_768) : words }
    case 'expected_voters_count':
    case 'proposal_id':
    case 'round':
      return { [field]: Number(words) }
    case 'liveness_criteria_yes':
      return { [field]: words === 'true' }
    case 'timestamp':
    case 'expiration_time': {
      const [, seconds] = /^(\d+) seconds later$/.exec(words) ?? []
      if (!seconds) throw new Error(`expected "… seconds later", got "${words}"`)
      return { [field]: terms[field] + declared.wireTime(Number(seconds) * 1000) }
    }
    case 'expiration_timestamp':
      if (words !== 'a minute later') throw new Error(`expected "a minute later", got "${words}"`)
      // As the later text has it, whatever the client declares.
      return { expiration_time: terms.timestamp + declared.wireTime(OPEN_MS) }
    default:
      throw new Error(`expected a field of a Proposal that a table can set, got ${field}`)
  }
}
