import { randomUUID } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { ImageName } from 'testcontainers'
import { build } from './build.ts'
import { engineOfRun } from './engine.ts'
import { Unavailable } from './transport.ts'

/** Name of the images that runs build; the tag is new for each. */
const BUILT = 'localhost/vac-conformance'

/** Pulls an image, or builds it where the source is a path, and answers its name. Fails with Unavailable. */
export async function obtain(source: string, folder = process.cwd()): Promise<string> {
  const { client } = await engineOfRun()
  if (isPath(source, folder)) {
    const name = `${BUILT}:${randomUUID()}`
    await build(source, folder, name)
    return name
  }
  const image = ImageName.fromString(source)
  const failure = await client.image.pull(image).then(
    () => '',
    (cause) => `: ${(cause as Error).message}`,
  )
  // A pull may end early and tell no error, so what counts is that the image is there.
  if (!(await client.image.exists(image)))
    throw new Unavailable(`image "${source}" is not here and could not be pulled${failure}`)
  return source
}

/** Removes an image that `obtain` built; others stay. */
export async function discard(name: string): Promise<void> {
  if (!name.startsWith(`${BUILT}:`)) return
  const { docker } = await engineOfRun()
  await docker.getImage(name).remove({ force: true })
}

/** A directory named like an image is one only with a dot or a slash in front. */
function isPath(source: string, folder: string): boolean {
  const path = resolve(folder, source)
  return existsSync(path) && (/^[./]/.test(source) || statSync(path).isFile())
}
