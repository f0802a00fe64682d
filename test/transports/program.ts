import { spawn } from 'node:child_process'
import { serveLines } from '../../adapters/serving/lines.ts'
import client from './client.ts'

/** The same client as a program, and what only a program can do: MODE is its first argument. */
switch (process.argv[2]) {
  case undefined:
    await serveLines(client, process.stdin, process.stdout)
    break
  case 'stubborn':
    process.on('SIGTERM', () => {})
    setInterval(() => {}, 1_000)
    await serveLines(client, process.stdin, process.stdout)
    break
  case 'parent': {
    // Somebody of its group holds its pipes and outlives it.
    const { pid } = spawn('sleep', ['60'], { stdio: 'inherit' })
    await serveLines(
      (request) => {
        if (request.op === 'exit') process.exit(0)
        return { id: request.id, ok: { pid } }
      },
      process.stdin,
      process.stdout,
    )
    break
  }
  case 'noise':
    process.stdout.write('Listening …\n')
    await serveLines(client, process.stdin, process.stdout)
    break
  case 'flood': {
    const line = `${'x'.repeat(1_000_000)}`
    const more = () => process.stdout.write(line, more)
    more()
    break
  }
  case 'twice':
    process.stdin.on('data', (chunk) => {
      const { id } = JSON.parse(String(chunk))
      process.stdout.write(`${JSON.stringify({ id, ok: {} })}\n${JSON.stringify({ id, ok: {} })}\n`)
    })
    break
  case 'close':
    process.stdin.once('data', () => {
      process.stdout.end()
      process.stdout.destroy()
    })
    setInterval(() => {}, 1_000)
    break
}
