import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { discard, obtain } from '../transports/image.ts'

/** Where the record of an old run lies in the image. */
export const RECORD = '/run.ndjson'

/**
 * Builds the image of the impostors with a record in it. `root`: the folder of the repository; `folder`: one to
 * write in. Fails with Unavailable where no engine answers, or the image cannot be built.
 */
export async function impostorsImage(
  root: string,
  folder: string,
  record: string,
): Promise<AsyncDisposable & { readonly name: string }> {
  const base = await obtain('./adapters/impostors/Dockerfile', root)
  try {
    // The record is of this run; all else stays in the cache of the engine.
    const context = join(folder, 'image')
    mkdirSync(context)
    copyFileSync(record, join(context, 'run.ndjson'))
    writeFileSync(join(context, 'Dockerfile'), `FROM ${base}\nCOPY run.ndjson ${RECORD}\n`)
    const name = await obtain('./image', folder)
    return {
      name,
      async [Symbol.asyncDispose]() {
        await discard(name)
        await discard(base)
      },
    }
  } catch (cause) {
    await discard(base)
    throw cause
  }
}
