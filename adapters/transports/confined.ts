import { GenericContainer, type WaitStrategy } from 'testcontainers'
import type { Engine } from './engine.ts'
import type { Network } from './network.ts'

/** Finds a container by the name of its network, also where its start failed and told no id. */
export const CLIENT_LABEL = 'org.vac-conformance.client'
const MEMORY = 1024 ** 3
const PROCESSES = 512
/** What the engine keeps of a container that writes without end. */
const LOG = { Type: 'json-file', Config: { 'max-size': '4m', 'max-file': '1' } }

/** That it listens is asked after the start, at the address where the suite will call it. */
const started: WaitStrategy = {
  waitUntilReady: async () => {},
  withStartupTimeout: () => started,
  isStartupTimeoutSet: () => true,
  getStartupTimeout: () => 0,
}

/** A container that may compute and answer, and little else. */
export class Confined extends GenericContainer {
  constructor(image: string, network: Network, port: string, engine: Engine) {
    super(image)
    this.withNetworkMode(network.name)
      .withLabels({ ...engine.labels, [CLIENT_LABEL]: network.name })
      .withDroppedCapabilities('ALL')
      .withSecurityOpt('no-new-privileges')
      .withTmpFs({ '/tmp': 'rw,nosuid,nodev,size=256m' })
      .withWaitStrategy(started)
    Object.assign(this.hostConfig, {
      ReadonlyRootfs: true,
      Memory: MEMORY,
      MemorySwap: MEMORY,
      PidsLimit: PROCESSES,
      LogConfig: LOG,
      // The resolver of the engine would carry names outside, also from an internal network.
      Dns: ['127.0.0.1'],
      DnsOptions: ['timeout:1', 'attempts:1'],
      ...(!network.direct && {
        PortBindings: { [port]: [{ HostIp: engine.bind, HostPort: '' }] },
      }),
    })
  }
}
