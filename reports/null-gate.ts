/** One impostor by one way, and what the suite gave it. */
export interface NullRow {
  readonly impostor: string
  readonly transport: string
  /** Whether the probe, which would send most of them home, came first. */
  readonly probe: boolean
  readonly exit: number
  readonly reason: string
  readonly asked: number
  readonly passed: readonly string[]
}

/** selftest.json: that the suite gives nothing for nothing (trust rule 1). */
export interface NullGate {
  readonly schema: 1
  /** The reference in the same place, so that zero says something. */
  readonly control: NullRow
  readonly rows: readonly NullRow[]
  /** What is to say of containers. */
  readonly docker: string
}

/** The table for a terminal: exit code and passed requirements, with the probe / without it. */
export function nullTable({ control, rows, docker }: NullGate): string {
  const names = [...new Set(rows.map(({ impostor }) => impostor))]
  const width = Math.max(...names.map((name) => name.length), 'reference (control)'.length)
  const cell = (name: string, transport: string) => {
    const of = (probe: boolean) =>
      rows.find(
        (row) => row.impostor === name && row.transport === transport && row.probe === probe,
      )
    const [on, off] = [of(true), of(false)]
    if (!on || !off) return '–'
    return `exit ${on.exit} / ${off.exit}, passed ${on.passed.length} / ${off.passed.length} of ${off.asked}`
  }
  const lines = names.map(
    (name) => `${name.padEnd(width)}  ${cell(name, 'stdio').padEnd(40)}  ${cell(name, 'http')}`,
  )
  const some = rows.filter(({ passed }) => passed.length > 0)
  return [
    `${'impostor'.padEnd(width)}  ${'stdio (probe / no probe)'.padEnd(40)}  http (probe / no probe)`,
    ...lines,
    `${'reference (control)'.padEnd(width)}  exit ${control.exit}, passed ${control.passed.length} of ${control.asked}`,
    '',
    `Docker: ${docker}`,
    some.length === 0
      ? `${names.length} impostors, ${rows.length} runs: all passed zero`
      : `NOT TO BE TRUSTED: ${some.map(({ impostor, transport, passed }) => `${impostor} over ${transport} passed ${passed.join(' ')}`).join('; ')}`,
    '',
  ].join('\n')
}
