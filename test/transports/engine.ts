import { execFileSync } from 'node:child_process'
import type { TestContext } from 'node:test'
import { getContainerRuntimeClient, ImageName } from 'testcontainers'

const OPT_OUT = 'VAC_WITHOUT_DOCKER'
/** Made where the image that the Dockerfiles name cannot be had. */
const OWN_BASE = 'vac-conformance/node:24'
const USUAL_BASE = 'node:24-slim'

/**
 * The engine for a test with containers. Without one the test fails and says so, because what it
 * should show was not measured; only who asks for that in the environment gets it skipped.
 */
export async function engineFor(t: TestContext) {
  const client = await getContainerRuntimeClient().catch(() => undefined)
  if (client) {
    process.env.BASE_IMAGE ??= await base(client)
    return client.container.dockerode
  }
  const reason = `not measured: no Docker engine; start one, or set ${OPT_OUT}=1 to do without these tests`
  console.error(reason)
  if (!process.env[OPT_OUT]) throw new Error(reason)
  t.skip(reason)
  return undefined
}

async function base({ image }: Awaited<ReturnType<typeof getContainerRuntimeClient>>) {
  const usual = ImageName.fromString(USUAL_BASE)
  await image.pull(usual).catch(() => {})
  if (await image.exists(usual)) return USUAL_BASE
  if (!(await image.exists(ImageName.fromString(OWN_BASE))))
    execFileSync('bash', ['.ci/base-image.sh', OWN_BASE])
  return OWN_BASE
}
