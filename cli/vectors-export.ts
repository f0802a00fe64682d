import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PINNED } from '../spec/pinned.ts'
import { packageRoot } from '../spec/root.ts'
import { suiteVersion } from './suite.ts'
import { UsageError } from './usage.ts'

/** What goes into the package, by the folder it comes from. */
const PARTS: readonly { from: string; to: string; takes: RegExp }[] = [
  { from: 'vectors/export', to: '', takes: /\.(mjs|md)$/ },
  { from: 'vectors', to: 'vectors', takes: /^(?!export\/).*\.(json|md)$/ },
  { from: 'proto', to: 'proto', takes: /\.proto$/ },
]

/**
 * Writes the vectors, their schemas and definitions, and a verifier into a new folder, which needs nothing of
 * the suite. Answers the files and the SHA-256 of the manifest. Fails with UsageError.
 */
export function exportVectors(folder: string): { files: number; digest: string } {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new UsageError(`${folder} is not empty: name a new folder`)
  const digests: Record<string, string> = {}
  for (const { from, to, takes } of PARTS) {
    const root = join(packageRoot(), from)
    const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => takes.test(path))
      .sort()
    for (const path of paths) {
      const name = to === '' ? path : `${to}/${path}`
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      cpSync(join(root, path), join(folder, name))
      digests[name] = sha256(readFileSync(join(folder, name)))
    }
  }
  const manifest = `${JSON.stringify({ suite: suiteVersion(), revision: PINNED, files: digests }, null, 2)}\n`
  writeFileSync(join(folder, 'MANIFEST.json'), manifest)
  return { files: Object.keys(digests).length, digest: `sha256:${sha256(manifest)}` }
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
