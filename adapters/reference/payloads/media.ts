import { Refused } from '../../contract/handler.ts'
import { audioType, stripAudio } from './audio.ts'
import { MAX_PAYLOAD_BYTES } from './content.ts'
import { imageType, stripImage } from './images.ts'

/** What is kept of media from a message: as much as a client can handle, of the type it says, without metadata. */
export function ingest(kind: 'image' | 'audio', type: string, payload: Uint8Array): Uint8Array {
  const { type: found, stripped } = sanitised(kind, payload)
  if (found !== type) throw new Refused('refused', `expected ${type}, got ${found}`)
  return stripped
}

/** What is sent of a file. */
export function prepare(kind: 'image' | 'audio', file: Uint8Array) {
  const { type, stripped } = sanitised(kind, file)
  return { type, payload: stripped }
}

function sanitised(kind: 'image' | 'audio', bytes: Uint8Array) {
  if (bytes.length > MAX_PAYLOAD_BYTES)
    throw new Refused(
      'too-large',
      `expected at most ${MAX_PAYLOAD_BYTES} bytes, got ${bytes.length}`,
    )
  const type = kind === 'image' ? imageType(bytes) : audioType(bytes)
  const stripped = kind === 'image' ? stripImage(bytes) : stripAudio(bytes)
  if (type === undefined || stripped === undefined)
    throw new Refused('refused', `not a whole ${kind} file of a known type`)
  return { type, stripped }
}
