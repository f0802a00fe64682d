import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Engine } from './engine.ts'

/** A network of a container's own, without a way out. */
export interface Network {
  readonly name: string
  /** This machine reaches the container at its own address, so no port need be published. */
  readonly direct: boolean
  /** Address of this machine in it, where it has one. */
  readonly gateway: string | undefined
}

/**
 * Makes a network that no route leaves. Where its gateway is not this machine (an engine in a
 * virtual machine, without root, or elsewhere) a port must be published, which such a network does
 * not allow; then packets leave without translation of addresses, so no answer comes back.
 */
export async function isolated(engine: Engine, publish = false): Promise<Network> {
  if (!publish) {
    const name = await create(engine, { Internal: true })
    const gateway = await ownGateway(engine, name)
    if (gateway) return { name, direct: true, gateway }
    await engine.docker.getNetwork(name).remove()
  }
  const Options = { 'com.docker.network.bridge.enable_ip_masquerade': 'false' }
  const name = await create(engine, { Options })
  return { name, direct: false, gateway: await ownGateway(engine, name) }
}

/** The gateway of a network, where that is this machine. */
async function ownGateway({ docker }: Engine, name: string): Promise<string | undefined> {
  const { IPAM } = await docker.getNetwork(name).inspect()
  const gateway = IPAM?.Config?.[0]?.Gateway?.split('/')[0]
  return gateway && (await isHere(gateway)) ? gateway : undefined
}

async function create(
  { docker, labels }: Engine,
  options: { Internal?: boolean; Options?: Record<string, string> },
): Promise<string> {
  const Name = `vac-conformance-${randomUUID()}`
  await docker.createNetwork({ Name, Driver: 'bridge', Labels: { ...labels }, ...options })
  return Name
}

/** Whether an address is one of this machine: only then can something listen there. */
async function isHere(address: string): Promise<boolean> {
  const server = createServer()
  try {
    await once(server.listen(0, address), 'listening')
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}
