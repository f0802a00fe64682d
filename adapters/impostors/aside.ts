import { writeSync } from 'node:fs'

/** Where an impostor says what it should not: on stdout, or before its reply in an HTTP body. */
export const aside = {
  print(line: string): void {
    writeSync(1, `${line}\n`)
  },
}
