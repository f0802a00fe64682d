import { setTimeout as delay } from 'node:timers/promises'
import type { Request } from '../contract/envelope.ts'
import { CLIENT_LABEL, Confined } from './confined.ts'
import { type Engine, engineOfRun } from './engine.ts'
import { HttpConnection } from './http-connection.ts'
import { isolated, type Network } from './network.ts'
import { listening } from './ready.ts'
import { Ring } from './ring.ts'
import { type Connection, ConnectionLost, Unavailable } from './transport.ts'

/** Seconds that a container has to end after SIGTERM. */
const GRACE_S = 1
/** How long the engine may take to tell that a container ended. */
const NEWS_MS = 3_000

export interface Containing {
  /** Publish the port also where the container could be reached without. */
  readonly publish?: boolean
  /** Arguments of the image's program; absent: those that the image has. */
  readonly command?: readonly string[]
}

/** Starts a container of an image that is there, and connects to the port that it exposes. */
export async function contain(
  image: string,
  { publish = false, command }: Containing = {},
): Promise<Connection> {
  const engine = await engineOfRun()
  const { Id, RepoDigests, Config } = await engine.docker.getImage(image).inspect()
  const ports = Object.keys(Config.ExposedPorts ?? {}).filter((port) => port.endsWith('/tcp'))
  const [port] = ports
  if (!port || ports.length > 1)
    throw new Unavailable(
      `expected image "${image}" to expose one port (EXPOSE in its Dockerfile), got ${ports.join(', ') || 'none'}`,
    )
  const digests = { image: Id, ...(RepoDigests?.[0] && { repository: RepoDigests[0] }) }
  const written = new Ring()
  const network = await isolated(engine, publish)
  const remove = () => removeBoth(engine, network)
  try {
    const confined = new Confined(image, network, port, engine)
    if (command) confined.withCommand([...command])
    const container = await confined
      .withLogConsumer((log) => log.on('data', (chunk) => written.push(Buffer.from(chunk))))
      .start()
    const id = container.getId()
    const ended = end(engine, id)
    const base = await address(engine, id, network, port)
    await listening(base, !network.direct, ended)
    return new Container(base, network.gateway, ended, written, digests, remove)
  } catch (cause) {
    await remove()
    const wrote = written.toString().trim().slice(-1_000)
    throw new ConnectionLost(
      `the container did not start: ${(cause as Error).message}${wrote ? `; it last wrote: ${wrote}` : ''}`,
      { cause },
    )
  }
}

class Container extends HttpConnection {
  readonly digests: Readonly<Record<string, string>>
  readonly #gateway: string | undefined
  readonly #ended: Promise<string>
  readonly #written: Ring
  readonly #remove: () => Promise<void>

  constructor(
    base: URL,
    gateway: string | undefined,
    ended: Promise<string>,
    written: Ring,
    digests: Readonly<Record<string, string>>,
    remove: () => Promise<void>,
  ) {
    super(base)
    this.#gateway = gateway
    this.#ended = ended
    this.#written = written
    this.digests = digests
    this.#remove = remove
  }

  override async exchange(request: Request, deadlineMs: number): Promise<unknown> {
    const lost = this.#ended.then((how) => Promise.reject(new ConnectionLost(how)))
    try {
      return await Promise.race([super.exchange(request, deadlineMs), lost])
    } catch (cause) {
      // A broken connection mostly means that the container ended, and then how is the better news.
      if (cause instanceof ConnectionLost)
        await Promise.race([lost, delay(NEWS_MS, undefined, { ref: false })])
      throw cause
    }
  }

  override get suiteAddress(): string | undefined {
    return this.#gateway
  }

  override diagnostics(): string {
    return this.#written.toString()
  }

  override async close(): Promise<void> {
    await super.close()
    await this.#remove()
  }
}

/** Waits for the end and tells how it came. */
async function end({ docker }: Engine, id: string): Promise<string> {
  const container = docker.getContainer(id)
  try {
    const { StatusCode } = (await container.wait()) as { StatusCode: number }
    const { OOMKilled } = (await container.inspect()).State
    return `the container ended with exit code ${StatusCode}${OOMKilled ? ', out of memory' : ''}`
  } catch {
    return 'the container is gone'
  }
}

/** Where the suite calls it: its own address, or the one published. */
async function address(engine: Engine, id: string, network: Network, port: string): Promise<URL> {
  const { NetworkSettings, State } = await engine.docker.getContainer(id).inspect()
  const ip = NetworkSettings.Networks[network.name]?.IPAddress
  const published = NetworkSettings.Ports[port]?.[0]?.HostPort
  if (network.direct && ip) return new URL(`http://${ip}:${Number.parseInt(port, 10)}`)
  if (!network.direct && published) return new URL(`http://${engine.host}:${published}`)
  throw new Error(`it has no address: it is ${State.Status}, exit code ${State.ExitCode}`)
}

async function removeBoth({ docker }: Engine, { name }: Network): Promise<void> {
  const filters = { label: [`${CLIENT_LABEL}=${name}`] }
  for (const { Id } of await docker.listContainers({ all: true, filters })) {
    const container = docker.getContainer(Id)
    await container.stop({ t: GRACE_S }).catch(() => {})
    await container.remove({ force: true, v: true }).catch(() => {})
  }
  await docker
    .getNetwork(name)
    .remove()
    .catch(() => {})
}
