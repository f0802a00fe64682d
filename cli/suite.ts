import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Results } from '../reports/results.ts'
import { type CataloguedRule, catalogue } from '../spec/catalogue.ts'
import { revision, revisions } from '../spec/revisions.ts'
import { packageRoot } from '../spec/root.ts'

// Features do not change while a process runs, which may conduct many runs.
let known: readonly CataloguedRule[] | undefined

/** Every rule of this suite. */
export function allRules(): readonly CataloguedRule[] {
  return (known ??= catalogue(packageRoot()))
}

export function suiteVersion(): string {
  const file = join(packageRoot(), 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

/** sha-256 over the feature files. */
export function featuresDigest(): string {
  const uris = [...new Set(allRules().map(({ uri }) => uri))]
  return digest(uris.map((uri) => [uri, readFileSync(join(packageRoot(), uri), 'utf8')]))
}

/** sha-256 over a value as JSON. */
export function digest(value: unknown): string {
  return `sha256:${createHash('sha256').update(JSON.stringify(value)).digest('hex')}`
}

/** How another suite than this one made a run; empty: it was this one. */
export function otherSuite(run: Pick<Results, 'suite' | 'revision' | 'digests'>): string[] {
  const { name, digest: frozen } = run.revision
  const ours = revisions().includes(name) ? `sha256:${revision(name).digest}` : 'not frozen here'
  const pairs = [
    ['the version', run.suite.version, suiteVersion()],
    [`the digest of the specifications of ${name}`, frozen, ours],
    ['the digest of the features', run.digests.features, featuresDigest()],
  ]
  return pairs
    .filter(([, theirs, ours]) => theirs !== ours)
    .map(([what, theirs, ours]) => `${what} was ${theirs}, is ${ours}`)
}
