import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FrozenDeclaration } from '../revisions.ts'
import { packageRoot } from '../root.ts'
import { type Declaration, declarations } from '../text/protobuf.ts'
import { type DescriptorChange, descriptorChanges } from './descriptors.ts'

/** Where proto/ holds the messages of a document: a file, or a folder of files. */
const SCHEMAS: Readonly<Record<string, string>> = {
  sds: 'proto/sds.proto',
  consensus: 'proto/consensus.proto',
  'de-mls': 'proto/de-mls.proto',
  '61-community-history': 'proto/archives/archives.proto',
  '56-communities': 'proto/archives/communities.proto',
  '62-payloads': 'proto/payloads/62',
}

/** A difference between proto/ and a text, with the place in proto/ it concerns. */
export type SchemaDifference = DescriptorChange & { place: string }

/** What a text prints otherwise than proto/: `was` is proto/, `now` the text. `path`: another schema than the pinned. */
export function schemaDifferences(
  document: string,
  text: readonly FrozenDeclaration[],
  path: string | undefined = SCHEMAS[document],
): SchemaDifference[] {
  if (path === undefined) return []
  const own = filesOf(path).flatMap((file) =>
    declarations(readFileSync(join(packageRoot(), file), 'utf8')).map((declaration) => ({
      ...unqualified(declaration),
      place: `${file}:${declaration.line}`,
    })),
  )
  const places = new Map(own.map(({ scope, name, place }) => [pathOf(scope, name), place]))
  return descriptorChanges(own, text).map((change) => ({
    ...change,
    place: places.get(change.path) ?? places.get(change.path.replace(/\.[^.]*$/, '')) ?? path,
  }))
}

function filesOf(path: string): string[] {
  if (path.endsWith('.proto')) return [path]
  return readdirSync(join(packageRoot(), path))
    .filter((name) => name.endsWith('.proto'))
    .toSorted()
    .map((name) => `${path}/${name}`)
}

/** Types without their package: the texts print none. */
function unqualified(declaration: Declaration): Declaration {
  const { type } = declaration
  return type === undefined
    ? declaration
    : { ...declaration, type: type.replace(/(?<=^|[<,])(?:[a-z]\w*\.)+(?=[A-Z])/g, '') }
}

function pathOf(scope: string, name: string): string {
  return scope === '' ? name : `${scope}.${name}`
}
