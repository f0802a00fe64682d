import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { engineOfRun } from './engine.ts'
import { Unavailable } from './transport.ts'

/** How much of what the build said is shown. */
const SHOWN = 2_000

/**
 * Builds the image of a directory with a Dockerfile, or of a Dockerfile. What .dockerignore names is left out; build argument
 * BASE_IMAGE is taken from the environment. Fails with Unavailable and the build's last words.
 */
export async function build(source: string, folder: string, name: string): Promise<void> {
  const { docker, labels } = await engineOfRun()
  const [context, dockerfile] = contextOf(resolve(folder, source), folder)
  const base = process.env.BASE_IMAGE
  const said: string[] = []
  try {
    const progress = await docker.buildImage(
      { context, src: await filesOf(context) },
      {
        t: name,
        dockerfile,
        labels: { ...labels },
        buildargs: { ...(base && { BASE_IMAGE: base }) },
        // A step that fails leaves a container behind otherwise.
        forcerm: true,
      },
    )
    await new Promise<void>((done, failed) =>
      docker.modem.followProgress(
        progress,
        (fault) => (fault ? failed(fault) : done()),
        ({ stream, error }: { stream?: string; error?: string }) =>
          said.push(stream ?? error ?? ''),
      ),
    )
    // A build that fails tells so among its words alone; what counts is that the image is there.
    await docker.getImage(name).inspect()
  } catch (cause) {
    const words = `${said.join('')}${(cause as Error).message}`.trim().slice(-SHOWN)
    throw new Unavailable(`the image of ${source} was not built:\n${words}`, { cause })
  }
}

/** Context and Dockerfile in it, as `docker build --file` in the folder has them where the file is below it. */
function contextOf(path: string, folder: string): [context: string, dockerfile: string] {
  if (existsSync(join(path, 'Dockerfile'))) return [path, 'Dockerfile']
  const file = relative(folder, path)
  return file.startsWith('..')
    ? [dirname(path), basename(path)]
    : [resolve(folder), file.replaceAll('\\', '/')]
}

async function filesOf(context: string): Promise<string[]> {
  const entries = await readdir(context, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(context, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}
