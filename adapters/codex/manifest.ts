import { createHash } from 'node:crypto'
import type { CID } from 'multiformats/cid'
import protobuf from 'protobufjs'
import { cidOf, cidText, codec, sha256 } from './cid.ts'
import { blockSize } from './tree.ts'

/**
 * How the manifest header is laid out. The tree of a file is the same under all of them, its CID is not.
 * `codex-0.2`: nim-codex 0.2.0 to November 2025, the era of the pinned text; the others are later.
 */
export const layouts = ['codex-0.2', 'logos-early-2026', 'logos-0.4'] as const
export type Layout = (typeof layouts)[number]

/** What a node knows about a dataset besides its blocks. Sizes in bytes; `size` without the padding. */
export interface Manifest {
  readonly cid: string
  readonly treeCid: string
  readonly size: number
  readonly filename?: string
  readonly mimetype?: string
  /** The encoded manifest: it counts against the quota and its hash is the CID. */
  readonly bytes: Uint8Array
}

/** The ordinal of CIDv1 in Codex's own enumeration, whose members are invalid, v0 and v1. */
const cidVersion = 2

/** Makes the manifest of a dataset and thereby its CID. */
export function manifestOf(
  root: Uint8Array,
  size: number,
  named: { filename?: string; mimetype?: string } = {},
  layout: Layout = 'codex-0.2',
): Manifest {
  const tree = cidOf(codec.tree, root)
  const bytes = envelope(header(tree, size, named, layout))
  const cid = cidOf(codec.manifest, createHash('sha256').update(bytes).digest())
  return { cid: cidText(cid), treeCid: cidText(tree), size, ...named, bytes }
}

function header(
  tree: CID,
  size: number,
  { filename, mimetype }: { filename?: string; mimetype?: string },
  layout: Layout,
): protobuf.Writer {
  const writer = protobuf.Writer.create()
  const first = layout === 'logos-0.4' ? 2 : 1
  if (layout === 'logos-0.4') writer.uint32(1 << 3).uint32(0)
  writer.uint32((first << 3) | 2).bytes(tree.bytes)
  for (const [i, value] of [blockSize, size, codec.block, sha256, cidVersion].entries()) {
    writer.uint32((first + 1 + i) << 3).uint64(value)
  }
  const names = layout === 'logos-early-2026' ? 7 : 8
  if (filename !== undefined) writer.uint32((names << 3) | 2).string(filename)
  if (mimetype !== undefined) writer.uint32(((names + 1) << 3) | 2).string(mimetype)
  return writer
}

function envelope(header: protobuf.Writer): Uint8Array {
  return protobuf.Writer.create()
    .uint32((1 << 3) | 2)
    .bytes(header.finish())
    .finish()
}
