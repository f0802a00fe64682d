import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Content } from './content.ts'
import { corrupted, cut } from './damage.ts'
import type { Answer, Exchange } from './exchange.ts'
import type { Fault } from './faults.ts'
import type { Manifest } from './manifest.ts'
import { namingOf } from './naming.ts'
import type { CodexNode } from './node.ts'
import { isCid } from './route.ts'
import { blockSize } from './tree.ts'

/** Answers one request as nim-codex 0.2 does; a download writes its stream itself and returns its status. */
export async function answer(
  node: CodexNode,
  { route: { call, cid = '' }, request, response, fault }: Exchange,
): Promise<Answer> {
  if (call === 'upload') return upload(node, request, fault)
  if (call === 'list') return { status: 200, body: { content: node.list().map(described) } }
  if (call === 'space') return { status: 200, body: space(node) }
  if (call === 'info') return { status: 200, body: info(node) }
  if (!isCid(cid)) return { status: 400, body: `${cid} is not a CID of this network` }
  if (call === 'exists') {
    return { status: 200, body: { [cid]: node.localManifest(cid) !== undefined } }
  }
  if (call === 'delete') {
    node.delete(cid)
    return { status: 204 }
  }
  if (call === 'local' && !node.localManifest(cid)) return { status: 404, body: 'not held here' }
  const manifest = await node.manifest(cid)
  if (!manifest) return { status: 404, body: 'manifest not found' }
  if (call === 'manifest') return { status: 200, body: described(manifest) }
  const content = await node.content(cid)
  if (call === 'fetch') return { status: 200, body: described(manifest) }
  if (!content) return { status: 404, body: 'the data cannot be found' }
  return download(response, manifest, content, fault)
}

async function upload(
  node: CodexNode,
  request: IncomingMessage,
  fault: Fault | undefined,
): Promise<Answer> {
  const { refused, ...named } = namingOf(request.headers)
  if (refused) return { status: 422, body: refused }
  const { cid, size } = await node.upload(request, named)
  if (fault?.effect === 'lose') node.delete(cid)
  return { status: 200, body: fault?.effect === 'newline' ? `${cid}\n` : cid, cid, size }
}

async function download(
  response: ServerResponse,
  { filename, mimetype }: Manifest,
  content: Content,
  fault: Fault | undefined,
): Promise<Answer> {
  response.writeHead(200, {
    'content-type': mimetype ?? 'application/octet-stream',
    'content-disposition': `attachment${filename === undefined ? '' : `; filename="${filename}"`}`,
    'content-length': content.size,
    'access-control-expose-headers': 'Content-Disposition',
  })
  if (fault?.effect === 'cut') await pipeline(content.stream(), cut(content.size), response)
  else if (fault?.effect === 'corrupt') await pipeline(content.stream(), corrupted, response)
  else await pipeline(content.stream(), response)
  return { status: 200 }
}

function described({ cid, treeCid, size, filename, mimetype }: Manifest): object {
  const naming = { filename: filename ?? null, mimetype: mimetype ?? null }
  return { cid, manifest: { treeCid, datasetSize: size, blockSize, protected: false, ...naming } }
}

function space(node: CodexNode): object {
  return {
    totalBlocks: node.blocks,
    quotaMaxBytes: node.quota,
    quotaUsedBytes: node.used,
    quotaReservedBytes: 0,
  }
}

function info(node: CodexNode): object {
  const id = `embedded-${node.name}`
  const codex = { version: 'embedded', revision: 'embedded', contracts: 'none' }
  return { id, addrs: [], repo: '', spr: '', announceAddresses: [], table: { nodes: [] }, codex }
}
