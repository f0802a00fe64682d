import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { TestContext } from 'node:test'

/** Addresses for documentation (RFC 5737): nobody else has them. */
const OUTSIDE = '198.51.100.2'
const HERE = '198.51.100.1'
const SERVER = `
  require('node:net').createServer((socket) => socket.destroy())
    .listen(0, '${OUTSIDE}', function () { console.log(this.address().port) })`

/**
 * A machine outside of this one, as a network namespace with a server: it answers this machine and who comes in its name, and
 * knows no way to a container's own address. Undefined where making one is not allowed.
 */
export async function outside(t: TestContext) {
  const name = `vac${process.pid}`
  const ip = (...args: string[]) => execFileSync('ip', args, { stdio: 'pipe' })
  try {
    ip('netns', 'add', name)
  } catch {
    return undefined
  }
  t.after(() => ip('netns', 'delete', name))
  ip('link', 'add', name, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name)
  ip('address', 'add', `${HERE}/30`, 'dev', name)
  ip('link', 'set', name, 'up')
  ip('-netns', name, 'address', 'add', `${OUTSIDE}/30`, 'dev', 'eth0')
  ip('-netns', name, 'link', 'set', 'eth0', 'up')
  const server = spawn('ip', ['netns', 'exec', name, process.execPath, '-e', SERVER])
  t.after(() => server.kill('SIGKILL'))
  const [port] = await once(server.stdout, 'data')
  return { host: OUTSIDE, port: Number(port) }
}
