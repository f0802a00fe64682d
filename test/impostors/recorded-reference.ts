/** `node recorded-reference.ts FILE`: the reference, which writes down every exchange. */
import { appendFileSync } from 'node:fs'
import type { Exchange } from '../../adapters/impostors/recording.ts'
import { reference } from '../../adapters/reference/adapter.ts'
import { serveStdio } from '../../adapters/serving/stdio.ts'

const [file = ''] = process.argv.slice(2)
const honest = reference()

await serveStdio(async (request) => {
  const reply = await honest(request)
  const exchange: Exchange = { request, reply }
  appendFileSync(file, `${JSON.stringify(exchange)}\n`)
  return reply
})
