import { getContainerRuntimeClient } from 'testcontainers'

/** Label of everything that a run makes in the Docker engine; its value names the run. */
export const RUN_LABEL = 'org.vac-conformance.run'

/**
 * Removes every container, network and image of a run. Looks again until nothing is left, because
 * the engine may still be making what was asked for just before.
 */
export async function sweep(run: string): Promise<void> {
  const { dockerode: docker } = (await getContainerRuntimeClient()).container
  const filters = { label: [`${RUN_LABEL}=${run}`] }
  for (let quiet = 0; quiet < 2; ) {
    const containers = await docker.listContainers({ all: true, filters })
    await Promise.allSettled(
      containers.map(({ Id }) => docker.getContainer(Id).remove({ force: true, v: true })),
    )
    const networks = await docker.listNetworks({ filters })
    await Promise.allSettled(networks.map(({ Id }) => docker.getNetwork(Id).remove()))
    const images = await docker.listImages({ filters })
    await Promise.allSettled(images.map(({ Id }) => docker.getImage(Id).remove({ force: true })))
    quiet = containers.length + networks.length + images.length === 0 ? quiet + 1 : 0
    await new Promise((done) => setTimeout(done, 250))
  }
}
