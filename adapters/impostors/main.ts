/** `node main.ts NAME [--record FILE]`: an impostor over stdio. */
import { parseArgs } from 'node:util'
import { serveStdio } from '../serving/stdio.ts'
import { impostors } from './impostors.ts'

const {
  positionals: [name = ''],
  values: { record },
} = parseArgs({ allowPositionals: true, options: { record: { type: 'string' } } })

const impostor = impostors[name]
if (!impostor)
  throw new Error(`expected one of ${Object.keys(impostors).join(', ')}, got "${name}"`)
await serveStdio(impostor(name, record))
