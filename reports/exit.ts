/** What an exit code of the command means; one table for the program, `--help` and the documents. */
export const EXIT = {
  conformant: 0,
  deviates: 1,
  usage: 2,
  baseline: 3,
  notMeasured: 4,
  suiteFault: 5,
  interrupted: 130,
} as const

export const EXIT_TABLE = `exit codes
  0  every MUST of the asked scope passed or is a live baseline entry
  1  the implementation deviates (fail, crash, timeout, error, false claim)
  2  usage: unknown flag, tag, path, id, area or adapter; no common protocol; wrong Node
  3  the baseline is no longer true
  4  not measured: nothing ran, protocol fault, inconclusive, missing prerequisite
  5  a fault of the suite
  130, 143  interrupted; what had run is written and marked so`
