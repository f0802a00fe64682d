/* The reference as a program that dies at the third message that it is to send. */
import { reference } from '../../adapters/reference/adapter.ts'
import { serveLines } from '../../adapters/serving/lines.ts'

const handle = reference()
let sent = 0
await serveLines(
  (request) => {
    if (request.op === 'sds.send' && !request.instance?.startsWith('probe') && ++sent === 3)
      process.exit(9)
    return handle(request)
  },
  process.stdin,
  process.stdout,
)
