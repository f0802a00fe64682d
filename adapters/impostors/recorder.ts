/** `node recorder.ts FILE [REVISION]`: the reference over stdio, which writes down every exchange. */
import { appendFileSync } from 'node:fs'
import { reference } from '../reference/adapter.ts'
import { isRevision } from '../reference/revision.ts'
import { serveStdio } from '../serving/stdio.ts'
import type { Exchange } from './recording.ts'

const [file = '', revision = ''] = process.argv.slice(2)
const honest = reference(isRevision(revision) ? { revision } : {})

await serveStdio(async (request) => {
  const reply = await honest(request)
  const exchange: Exchange = { request, reply }
  appendFileSync(file, `${JSON.stringify(exchange)}\n`)
  return reply
})
