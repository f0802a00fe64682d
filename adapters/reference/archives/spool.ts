import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { cidOf, cidText, codec as multicodec } from '../../codex/cid.ts'
import { TreeHasher } from '../../codex/tree.ts'
import { type CodexClient, CodexFault } from './codex-client.ts'

/** Brings a dataset into a file and checks that it is the one that was asked for. Never holds it in memory. */
export async function spool(codex: CodexClient, cid: string, path: string): Promise<void> {
  const expected = await codex.treeCid(cid)
  const hasher = new TreeHasher()
  const source = await codex.download(cid)
  await pipeline(source, hashing(hasher), createWriteStream(path)).catch((cause) => {
    throw new CodexFault(`${cid}: the download broke off: ${cause.message}`, { cause })
  })
  const got = cidText(cidOf(multicodec.tree, hasher.root()))
  if (got !== expected) throw new CodexFault(`${cid}: expected blocks of ${expected}, got ${got}`)
}

function hashing(hasher: TreeHasher) {
  return async function* (source: Readable): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      hasher.update(chunk)
      yield chunk
    }
  }
}
