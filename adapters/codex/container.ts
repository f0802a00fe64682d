import { GenericContainer, Wait } from 'testcontainers'
import { engineOfRun } from '../transports/engine.ts'
import { discard, obtain } from '../transports/image.ts'
import { defaultPrefix } from './route.ts'

const port = 8080
const startupMs = 120_000

/** What nim-codex 0.2 has to be told: to answer outside its container, to seek nobody, and to forget nothing during a run. */
const environment = {
  NAT_IP_AUTO: 'true',
  CODEX_API_BINDADDR: '0.0.0.0',
  CODEX_API_PORT: String(port),
  CODEX_LISTEN_ADDRS: '/ip4/0.0.0.0/tcp/8070',
  CODEX_BLOCK_TTL: '520w',
  CODEX_LOG_LEVEL: 'info',
}

/** A Codex node in a container, by the name of its image or the path of its Dockerfile. Fails with Unavailable. */
export async function startCodex(source: string): Promise<{ url: string; close(): Promise<void> }> {
  const { labels } = await engineOfRun()
  const image = await obtain(source)
  const container = await new GenericContainer(image)
    .withExposedPorts(port)
    .withEnvironment(environment)
    .withLabels({ ...labels })
    .withWaitStrategy(Wait.forHttp(`${defaultPrefix}/debug/info`, port))
    .withStartupTimeout(startupMs)
    .start()
    .catch(async (cause) => {
      await discard(image)
      throw cause
    })
  return {
    url: `http://${container.getHost()}:${container.getMappedPort(port)}`,
    async close() {
      await container.stop({ timeout: 1_000 })
      await discard(image)
    },
  }
}
