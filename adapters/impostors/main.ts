/** `node main.ts NAME [--record FILE] [--http HOST:PORT]`: an impostor over stdio, or on a port that it prints; 0: any. */
import { parseArgs } from 'node:util'
import { serveStdio } from '../serving/stdio.ts'
import { rude, serveImpostor } from './http.ts'
import { impostors } from './impostors.ts'

const {
  positionals: [name = ''],
  values: { record, http },
} = parseArgs({
  allowPositionals: true,
  options: { record: { type: 'string' }, http: { type: 'string' } },
})

const impostor = http && rude[name] ? impostors['ignores-clock'] : impostors[name]
if (!impostor)
  throw new Error(
    `expected one of ${Object.keys(impostors).join(', ')} or with --http ${Object.keys(rude).join(', ')}, got "${name}"`,
  )
const handle = impostor(name, record)
if (http) await serveImpostor(handle, name, http)
else await serveStdio(handle)
