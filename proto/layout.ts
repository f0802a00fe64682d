import protobuf from 'protobufjs'
import { type Scalar, scalars } from './scalars.ts'

/** Where a field's value comes from: a scalar (an enum is one), a message, or a map of either. */
export type Kind =
  | { readonly is: 'scalar'; readonly scalar: Scalar }
  | { readonly is: 'message'; readonly layout: Layout }
  | { readonly is: 'map'; readonly key: Scalar; readonly value: Exclude<Kind, { is: 'map' }> }

export interface FieldLayout {
  readonly name: string
  readonly number: number
  readonly kind: Kind
  readonly repeated: boolean
  /** Written as one packed record; read packed or not, either way. */
  readonly packed: boolean
  /** Unset and the zero value are different things. */
  readonly presence: boolean
  /** The other members of its oneof. */
  readonly rivals: readonly string[]
}

/** A message type made ready for reading and writing. */
export interface Layout {
  /** Full name without the leading dot: `vac.sds.Message`. */
  readonly name: string
  readonly byNumber: ReadonlyMap<number, FieldLayout>
  readonly names: ReadonlySet<string>
  /** In ascending field number, the order of writing. */
  readonly fields: readonly FieldLayout[]
}

/** Field types to read and write instead of the schema's: full field name to scalar type. */
export type Retyped = Readonly<Record<string, string>>

/** Lays out a message type and, through its fields, all it refers to, itself included. */
export function layOut(
  type: protobuf.Type,
  retyped: Retyped = {},
  known: Map<protobuf.Type, Layout> = new Map(),
): Layout {
  const done = known.get(type)
  if (done !== undefined) return done
  const byNumber = new Map<number, FieldLayout>()
  const fields: FieldLayout[] = []
  const names = new Set(type.fieldsArray.map((field) => field.name))
  const layout: Layout = { name: type.fullName.replace(/^\./, ''), byNumber, names, fields }
  known.set(type, layout)
  for (const field of [...type.fieldsArray].sort((a, b) => a.id - b.id)) {
    const laid = layOutField(field.resolve(), `${layout.name}.${field.name}`, retyped, known)
    fields.push(laid)
    byNumber.set(laid.number, laid)
  }
  return layout
}

function layOutField(
  field: protobuf.Field,
  fullName: string,
  retyped: Retyped,
  known: Map<protobuf.Type, Layout>,
): FieldLayout {
  const value = layOutValue(field, retyped[fullName] ?? field.type, retyped, known)
  const kind: Kind =
    field instanceof protobuf.MapField
      ? { is: 'map', key: scalarNamed(field.keyType), value }
      : value
  return {
    name: field.name,
    number: field.id,
    kind,
    repeated: field.repeated,
    packed: field.repeated && field.packed && value.is === 'scalar' && value.scalar.wireType !== 2,
    presence: field.hasPresence,
    rivals: (field.partOf?.oneof ?? []).filter((name) => name !== field.name),
  }
}

function layOutValue(
  field: protobuf.Field,
  typeName: string,
  retyped: Retyped,
  known: Map<protobuf.Type, Layout>,
): Exclude<Kind, { is: 'map' }> {
  if (field.resolvedType instanceof protobuf.Type)
    return { is: 'message', layout: layOut(field.resolvedType, retyped, known) }
  const isEnum = field.resolvedType instanceof protobuf.Enum
  return { is: 'scalar', scalar: scalarNamed(isEnum ? 'int32' : typeName) }
}

function scalarNamed(name: string): Scalar {
  const scalar = scalars.get(name)
  if (scalar === undefined)
    throw new TypeError(`expected a scalar type of the protobuf language, got ${name}`)
  return scalar
}
