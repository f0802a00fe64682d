import { createInterface } from 'node:readline'
import { forward } from './forward.ts'

const noise = 'x'.repeat(1_000_000)

function flood(): void {
  process.stdout.write(noise, flood)
}

for await (const line of createInterface({ input: process.stdin })) {
  const { strike, reply } = await forward(line)
  switch (strike) {
    case undefined:
      process.stdout.write(`${reply}\n`)
      break
    case 'killed':
      process.kill(process.pid, 'SIGKILL')
      break
    case 'exits':
      process.exit(0)
      break
    case 'floods':
      flood()
      break
    case 'garbage':
      process.stdout.write('{"id":}\n')
      break
    case 'closes':
      process.stdout.destroy()
      break
    case 'hangs':
      // Also when asked to end.
      process.on('SIGTERM', () => {})
      setInterval(() => {}, 1_000)
  }
}
