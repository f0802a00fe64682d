import type { Interop, Pair } from './interop.ts'
import { line } from './plain.ts'

/** A letter for each client, as the table and the page have them. */
export const letter = (index: number): string => String.fromCharCode(65 + (index % 26))

/** `12 ✓ 3 ✗ SDS-X-01 (Bob)`: counts, the first failure and whom it blames. */
export function cellText(pair: Pair): string {
  const {
    passed,
    failed,
    failures: [first],
  } = pair
  if (passed + failed === 0) return '— not measured'
  const who = first && first.blamed.length > 0 ? ` (${first.blamed.join(', ')})` : ''
  const told = first ? ` ${first.id}${first.disputed ? ' disputed' : ''}${who}` : ''
  return `${countText(pair)}${told}`
}

function countText({ passed, failed, unmeasured }: Interop['clients'][number]['alone']): string {
  return `${passed} ✓ ${failed} ✗${unmeasured > 0 ? ` ${unmeasured} —` : ''}`
}

/** The matrix for a terminal: senders as rows, receivers as columns. */
export function interopTable({ clients, pairs }: Interop): string {
  const names = clients.map(({ name }, i) => `${letter(i)} ${line(name, 40)}`)
  const row = (sender: string) => pairs.filter((each) => each.sender === sender)
  const rows = [
    ['sender ↓  receiver →', ...clients.map((_, i) => letter(i)), 'alone'],
    ...clients.map(({ address, alone }, i) => [
      names[i] ?? '',
      ...row(address).map(cellText),
      countText(alone),
    ]),
  ]
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((each) => each[i]?.length ?? 0))) ?? []
  const table = rows.map((each) =>
    each
      .map((text, i) => text.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const open = pairs.filter(({ passed, failed }) => passed + failed === 0)
  const why = open.map(({ sender, receiver, reason }) => {
    const at = (address: string) => letter(clients.findIndex((each) => each.address === address))
    return `${at(sender)} → ${at(receiver)} not measured: ${line(reason, 200)}`
  })
  return [
    ...table,
    '',
    '✓ passed, ✗ failed, — not measured or not applicable; the first failure, in brackets who has to be replaced;',
    'alone: all scenarios of these requirements with one client in every place',
    ...why,
    '',
  ].join('\n')
}
