import protobuf from 'protobufjs'
import { schema } from '../proto/codec.ts'
import { type FieldLayout, type Layout, layOut } from '../proto/layout.ts'
import { maxDepth, readEnd, readTag, skipValue } from '../proto/tag.ts'

/*
Where a byte stands in a message: bytes that a scenario compares come without their type, so it is looked for
among the records of the area.
*/

/** Files below proto/ whose records go over the wire, by area. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  sds: ['sds.proto', 'sds-2026-04-02.proto'],
  voting: ['consensus.proto', 'consensus-2026-04-02.proto', 'de-mls.proto'],
  archives: ['archives/archives.proto', 'archives/communities.proto', 'archives/waku.proto'],
  payloads: ['payloads/all.proto'],
}

/** Bytes that are looked at; longer ones are told without their fields. */
const MOST = 1 << 20

/** A field on the wire: where it begins and ends, and what is in it. */
interface Span {
  readonly name: string
  readonly end: number
  readonly inside: readonly Span[]
}

/**
 * The field in which a byte stands, `Message.causal_history[1].message_id`. Undefined where the bytes are no
 * record of the area, or records of which several kinds would have it in different fields.
 */
export function fieldPath(area: string, hex: string, at: number): string | undefined {
  if (hex.length === 0 || hex.length > MOST) return undefined
  const bytes = new Uint8Array(Buffer.from(hex, 'hex'))
  const paths = new Set<string>()
  for (const layout of layoutsOf(area)) {
    const spans = spansOf(layout, bytes)
    const path = spans && pathTo(spans, at)
    if (path) paths.add(`${layout.name.split('.').at(-1)}.${path}`)
    if (paths.size > 1) return undefined
  }
  return [...paths][0]
}

function pathTo(spans: readonly Span[], at: number): string | undefined {
  const span = spans.find(({ end }) => at < end)
  if (!span) return undefined
  const inside = span.inside.length > 0 ? pathTo(span.inside, at) : undefined
  return inside === undefined ? span.name : `${span.name}.${inside}`
}

const known = new Map<string, readonly Layout[]>()

function layoutsOf(area: string): readonly Layout[] {
  const found =
    known.get(area) ??
    (FILES[area] ?? []).flatMap((file) => typesIn(schema(file)).map((type) => layOut(type)))
  known.set(area, found)
  return found
}

function typesIn(space: protobuf.NamespaceBase): protobuf.Type[] {
  return space.nestedArray.flatMap((each) => {
    const inner = each instanceof protobuf.Namespace ? typesIn(each) : []
    return each instanceof protobuf.Type ? [each, ...inner] : inner
  })
}

/** The fields of a record; undefined where one of them is not of this kind of record. */
function spansOf(layout: Layout, bytes: Uint8Array): Span[] | undefined {
  try {
    return read(new protobuf.Reader(bytes), bytes.length, layout, 0)
  } catch {
    return undefined
  }
}

function read(reader: protobuf.Reader, end: number, layout: Layout, depth: number): Span[] {
  if (depth > maxDepth) throw new RangeError('nested too deep')
  const spans: Span[] = []
  const counts = new Map<FieldLayout, number>()
  while (reader.pos < end) {
    const tag = readTag(reader)
    const field = layout.byNumber.get(tag.number)
    if (!field || !fits(field, tag.wireType)) throw new RangeError('not a record of this kind')
    const count = counts.get(field) ?? 0
    counts.set(field, count + 1)
    const name = field.repeated ? `${field.name}[${count}]` : field.name
    let inside: Span[] = []
    if (field.kind.is === 'message')
      inside = read(reader, readEnd(reader), field.kind.layout, depth + 1)
    else skipValue(reader, tag)
    if (reader.pos > end) throw new RangeError('a field beyond the end')
    spans.push({ name, end: reader.pos, inside })
  }
  return spans
}

function fits({ kind, repeated }: FieldLayout, wireType: number): boolean {
  if (kind.is !== 'scalar') return wireType === 2
  return wireType === kind.scalar.wireType || (repeated && wireType === 2)
}
