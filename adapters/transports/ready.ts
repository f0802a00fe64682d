import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** How long a container may take until it listens. */
const STARTUP_MS = 30_000
const PAUSE_MS = 25
/** An engine that forwards a port accepts for nobody too, and then hangs up at once. */
const HOLD_MS = 100

/**
 * Waits until somebody listens at a URL. Nothing is said there: the first word to a client is
 * `hello`. Fails when the container ends first, or after STARTUP_MS.
 */
export async function listening(url: URL, forwarded: boolean, ended: Promise<string>) {
  let over = false
  const early = ended.then((how) => Promise.reject(new Error(how)))
  const late = delay(STARTUP_MS, undefined, { ref: false }).then(() =>
    Promise.reject(new Error(`nothing listens at ${url.host} after ${STARTUP_MS} ms`)),
  )
  const attempts = async () => {
    while (!over && !(await accepts(url, forwarded ? HOLD_MS : 0))) await delay(PAUSE_MS)
  }
  try {
    await Promise.race([attempts(), early, late])
  } finally {
    over = true
  }
}

/** Whether a connection is accepted and stays open for a while. */
async function accepts(url: URL, holdMs: number): Promise<boolean> {
  const socket = connect(Number(url.port), url.hostname)
  const { promise, resolve } = Promise.withResolvers<boolean>()
  socket.on('connect', () => setTimeout(resolve, holdMs, true))
  socket.on('error', () => resolve(false))
  socket.on('close', () => resolve(false))
  socket.setTimeout(STARTUP_MS / 10, () => resolve(false))
  try {
    return await promise
  } finally {
    socket.destroy()
  }
}
