import { randomUUID } from 'node:crypto'
import { isIP } from 'node:net'
import {
  type ContainerRuntimeClient,
  getContainerRuntimeClient,
  getReaper,
  LABEL_TESTCONTAINERS_SESSION_ID,
} from 'testcontainers'
import { guard } from './guardian.ts'
import { RUN_LABEL } from './sweep.ts'
import { Unavailable } from './transport.ts'

/** The Docker engine, and the labels by which everything that this run makes in it is found again. */
export interface Engine {
  readonly client: ContainerRuntimeClient
  readonly docker: ContainerRuntimeClient['container']['dockerode']
  readonly labels: Readonly<Record<string, string>>
  /** Where published ports are found, and the address of the engine's machine that they are bound to. */
  readonly host: string
  readonly bind: string
}

let engine: Promise<Engine> | undefined

/** Finds the engine once. Fails with Unavailable where none answers. */
export function engineOfRun(): Promise<Engine> {
  engine ??= find()
  engine.catch(() => (engine = undefined))
  return engine
}

async function find(): Promise<Engine> {
  const run = randomUUID()
  const client = await getContainerRuntimeClient().catch((cause) => {
    throw new Unavailable('no Docker engine answers: start one, or set DOCKER_HOST', { cause })
  })
  const docker = client.container.dockerode
  const { host } = client.info.containerRuntime
  const local = 'socketPath' in docker.modem && Boolean(docker.modem.socketPath)
  guard('label', run)
  return {
    client,
    docker,
    labels: { [RUN_LABEL]: run, [LABEL_TESTCONTAINERS_SESSION_ID]: await session(client) },
    host,
    // An engine behind a socket is on this machine or around this container: nobody else needs the port.
    bind: isIP(host) && local ? host : local ? '127.0.0.1' : '',
  }
}

/** Starts the reaper of testcontainers; where its image cannot be had, the guardian alone cleans up. */
async function session(client: ContainerRuntimeClient): Promise<string> {
  try {
    return (await getReaper(client)).sessionId
  } catch {
    process.env.TESTCONTAINERS_RYUK_DISABLED = 'true'
    return (await getReaper(client)).sessionId
  }
}
