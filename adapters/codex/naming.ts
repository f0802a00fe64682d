import type { IncomingHttpHeaders } from 'node:http'

/** The part of Nim's table of MIME types that this node accepts, compared as whole strings. */
const mimetypes = new Set([
  'application/gzip',
  'application/json',
  'application/octet-stream',
  'application/pdf',
  'application/xml',
  'application/zip',
  'audio/mpeg',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/svg+xml',
  'image/webp',
  'text/css',
  'text/csv',
  'text/html',
  'text/plain',
  'video/mp4',
])

const forbidden = /[/\\:*?"<>|\0]/

/** What an upload is called, as its headers say; `refused` where the node would answer 422. */
export function namingOf(headers: IncomingHttpHeaders): {
  filename?: string
  mimetype?: string
  refused?: string
} {
  const mimetype = headers['content-type']
  const filename = /filename="(.*)"/.exec(headers['content-disposition'] ?? '')?.[1]
  if (mimetype !== undefined && !mimetypes.has(mimetype)) {
    return { refused: `The MIME type '${mimetype}' is not valid.` }
  }
  if (
    filename !== undefined &&
    (filename === '' || filename.length > 259 || forbidden.test(filename))
  ) {
    return { refused: 'The filename is not valid.' }
  }
  return {
    ...(filename !== undefined && { filename }),
    ...(mimetype !== undefined && { mimetype }),
  }
}
