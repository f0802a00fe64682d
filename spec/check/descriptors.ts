import type { FrozenDeclaration } from '../revisions.ts'
import { sameBytes, wireType } from './wire-types.ts'

/** A difference between the protobuf messages of two texts. */
export type DescriptorChange = {
  kind:
    | 'message added'
    | 'message removed'
    | 'field added'
    | 'field removed'
    | 'renumbered'
    | 'renamed'
    | 'retyped'
    | 'relabelled'
    | 'reserved'
    | 'number reused'
    | 'value added'
    | 'value removed'
    | 'value renumbered'
  /** Message.field, or the message or enum. */
  path: string
  was: string
  now: string
  /** Line of the new declaration, or of the old one where it is gone. */
  line: number
  /** Old and new peers misunderstand each other. */
  breaking: boolean
  /** Same number with another wire type: a reader of the other side drops or mistakes the field. */
  clash: boolean
}

type Schema = {
  scopes: Map<string, FrozenDeclaration>
  fields: Map<string, FrozenDeclaration[]>
  values: Map<string, FrozenDeclaration[]>
  reserved: Map<string, FrozenDeclaration[]>
  enums: Set<string>
}

/** Compares the declarations of two texts, message by message. */
export function descriptorChanges(
  before: readonly FrozenDeclaration[],
  after: readonly FrozenDeclaration[],
): DescriptorChange[] {
  const [was, now] = [schema(before), schema(after)]
  const found: DescriptorChange[] = []
  for (const [path, scope] of was.scopes) {
    if (!now.scopes.has(path)) {
      found.push(entry('message removed', path, scope.kind, '', scope.line, true))
    } else if (scope.kind === 'enum') found.push(...valueChanges(path, was, now))
    else found.push(...fieldChanges(path, was, now))
  }
  for (const [path, scope] of now.scopes) {
    if (!was.scopes.has(path)) found.push(entry('message added', path, '', scope.kind, scope.line))
  }
  return found.toSorted((a, b) => a.line - b.line)
}

function fieldChanges(path: string, was: Schema, now: Schema): DescriptorChange[] {
  const before = was.fields.get(path) ?? []
  const after = now.fields.get(path) ?? []
  const byName = new Map(after.map((field) => [field.name, field]))
  const byNumber = new Map(after.map((field) => [field.number, field]))
  const beforeNames = new Set(before.map(({ name }) => name))
  const beforeNumbers = new Set(before.map(({ number }) => number))
  const found: DescriptorChange[] = []
  for (const field of before) {
    const numbered = byNumber.get(field.number)
    // A field printed without a name is known by its number.
    const named = field.name === '' && numbered?.name !== '' ? undefined : byName.get(field.name)
    const at = `${path}.${field.name || field.number}`
    if (named) {
      if (named.number !== field.number) {
        found.push(entry('renumbered', at, printed(field), printed(named), named.line, true))
      }
      found.push(...typeChanges(at, field, named, was, now))
    } else if (numbered === undefined) {
      found.push(entry('field removed', at, printed(field), '', field.line, true))
    }
    if (numbered && numbered !== named) {
      const same = field.name === '' || sameType(field, numbered)
      const kind = same && !beforeNames.has(numbered.name) ? 'renamed' : 'number reused'
      const clash = wireOf(field, was) !== wireOf(numbered, now)
      const change = entry(kind, at, printed(field), printed(numbered), numbered.line, !same)
      found.push({ ...change, clash })
    }
  }
  for (const field of after) {
    if (beforeNames.has(field.name) || beforeNumbers.has(field.number)) continue
    found.push(entry('field added', `${path}.${field.name}`, '', printed(field), field.line))
  }
  return [...found, ...reservedChanges(path, was, now)]
}

function typeChanges(
  at: string,
  was: FrozenDeclaration,
  now: FrozenDeclaration,
  before: Schema,
  after: Schema,
): DescriptorChange[] {
  const found: DescriptorChange[] = []
  if (was.type !== now.type) {
    const clash = wireOf(was, before) !== wireOf(now, after)
    const plain = sameBytes(was.type ?? '', now.type ?? '')
    const change = entry('retyped', at, printed(was), printed(now), now.line, clash || !plain)
    found.push({ ...change, clash: clash && was.number === now.number })
  }
  if ((was.label ?? '') !== (now.label ?? '')) {
    const list = was.label === 'repeated' || now.label === 'repeated'
    found.push(entry('relabelled', at, printed(was), printed(now), now.line, list))
  }
  return found
}

function valueChanges(path: string, was: Schema, now: Schema): DescriptorChange[] {
  const after = now.values.get(path) ?? []
  const byName = new Map(after.map((value) => [value.name, value]))
  const before = was.values.get(path) ?? []
  const beforeNames = new Set(before.map(({ name }) => name))
  const show = ({ name, number }: FrozenDeclaration): string => `${name} = ${number}`
  return [
    ...before.flatMap((value) => {
      const at = `${path}.${value.name}`
      const now = byName.get(value.name)
      if (!now) return [entry('value removed', at, show(value), '', value.line, true)]
      if (now.number === value.number) return []
      return [entry('value renumbered', at, show(value), show(now), now.line, true)]
    }),
    ...after
      .filter(({ name }) => !beforeNames.has(name))
      .map((value) => entry('value added', `${path}.${value.name}`, '', show(value), value.line)),
    ...reservedChanges(path, was, now),
  ]
}

function reservedChanges(path: string, was: Schema, now: Schema): DescriptorChange[] {
  const before = new Set((was.reserved.get(path) ?? []).map(({ name }) => name))
  return (now.reserved.get(path) ?? [])
    .filter(({ name }) => !before.has(name))
    .map(({ name, line }) => entry('reserved', path, '', `reserved ${name}`, line))
}

function entry(
  kind: DescriptorChange['kind'],
  path: string,
  was: string,
  now: string,
  line: number,
  breaking = false,
): DescriptorChange {
  return { kind, path, was, now, line, breaking, clash: false }
}

function schema(declarations: readonly FrozenDeclaration[]): Schema {
  const scopes = new Map(
    declarations
      .filter(({ kind }) => kind === 'message' || kind === 'enum')
      .map((scope) => [[scope.scope, scope.name].filter(Boolean).join('.'), scope]),
  )
  const of = (kind: FrozenDeclaration['kind']): Map<string, FrozenDeclaration[]> =>
    Map.groupBy(
      declarations.filter((declaration) => declaration.kind === kind),
      ({ scope }) => scope,
    )
  const enums = [...scopes.values()].filter(({ kind }) => kind === 'enum').map(({ name }) => name)
  return {
    scopes,
    fields: of('field'),
    values: of('value'),
    reserved: of('reserved'),
    enums: new Set(enums),
  }
}

function sameType(a: FrozenDeclaration, b: FrozenDeclaration): boolean {
  return a.type === b.type && (a.label ?? '') === (b.label ?? '')
}

function wireOf({ type = '' }: FrozenDeclaration, { enums }: Schema): number {
  return wireType(type, enums.has(type.split('.').at(-1) ?? ''))
}

function printed({ label, type, name, number }: FrozenDeclaration): string {
  return `${[label, type, name].filter(Boolean).join(' ')} = ${number}`
}
