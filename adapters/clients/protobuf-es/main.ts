/*
protobuf-es as a client of the payloads area: a codec, no node. Records by @bufbuild/protobuf, keys by
noble; what is written here is the adapter protocol and the few lines of 62 about the wrapper.
*/
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { JsonObject } from '@bufbuild/protobuf'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { sha3_256 } from '@noble/hashes/sha3.js'
import { decode, encode, hexOf, Malformed, reencode } from './codec.ts'

interface Params {
  readonly record: string
  readonly value: JsonObject
  readonly bytes: string
  readonly payload: string
  readonly privateKey?: string
  readonly transportAuthor?: string
}

class BadSignature extends Error {}
class NoAuthor extends Error {}

const digest = (payload: string) => sha3_256(Buffer.from(payload, 'hex'))

function sign(payload: string, privateKey: string): string {
  const options = { prehash: false, format: 'recovered' } as const
  const made = hexOf(secp256k1.sign(digest(payload), Buffer.from(privateKey, 'hex'), options))
  return `${made.slice(2)}${made.slice(0, 2)}`
}

function signer(payload: string, signature: string): string {
  const [bytes, recovery] = [
    Buffer.from(signature, 'hex'),
    Number.parseInt(signature.slice(128), 16),
  ]
  if (bytes.length !== 65 || recovery > 3) throw new BadSignature('length or recovery id')
  try {
    return secp256k1.Signature.fromBytes(bytes.subarray(0, 64), 'compact')
      .addRecoveryBit(recovery)
      .recoverPublicKey(digest(payload))
      .toHex(false)
  } catch (cause) {
    throw new BadSignature((cause as Error).message)
  }
}

function unwrap({ bytes, transportAuthor }: Params) {
  const { signature = '', payload = '' } = decode('StatusProtocolMessage', bytes) as Record<
    string,
    string
  >
  if (signature !== '') {
    const author = { publicKey: signer(payload, signature), source: 'signature' }
    return { payload, signature, author, deniable: false, relayable: true }
  }
  if (transportAuthor === undefined) throw new NoAuthor('neither signed nor delivered')
  const author = { publicKey: transportAuthor, source: 'transport' }
  return { payload, signature, author, deniable: true, relayable: false }
}

// What is installed, not what was asked for.
const installed = join(import.meta.dirname, 'node_modules/@bufbuild/protobuf/package.json')
const { version } = JSON.parse(readFileSync(installed, 'utf8')) as { version: string }

const operations: Readonly<Record<string, (params: Params) => object>> = {
  hello: () => ({
    protocol: 1,
    implementation: {
      name: 'protobuf-es',
      version,
      language: 'TypeScript',
      homepage: 'https://github.com/bufbuild/protobuf-es',
    },
    adapter: { name: 'protobuf-es', version: '0.1.0' },
    areas: ['payloads'],
    capabilities: ['payloads.reencode', 'payloads.wrap'],
    clock: 'virtual',
    readings: { 'payloads.wrapper': '62', 'payloads.digest': 'sha3-256' },
  }),
  destroy: () => ({}),
  'payloads.encode': ({ record, value }) => ({ bytes: encode(record, value) }),
  'payloads.decode': ({ record, bytes }) => ({ value: decode(record, bytes) }),
  'payloads.reencode': ({ record, bytes }) => ({ bytes: reencode(record, bytes) }),
  'payloads.wrap': ({ payload, privateKey }) => {
    const signature = privateKey === undefined ? {} : { signature: sign(payload, privateKey) }
    return { bytes: encode('StatusProtocolMessage', { ...signature, payload }) }
  },
  'payloads.unwrap': unwrap,
}

function answer(op: string, params: Params): object {
  const operation = operations[op]
  if (!operation) return { unsupported: { capability: op } }
  try {
    return { ok: operation(params) }
  } catch (cause) {
    const { message } = cause as Error
    if (cause instanceof Malformed)
      return { rejected: { code: 'malformed', native: message.slice(0, 200) } }
    if (cause instanceof BadSignature)
      return { rejected: { code: 'bad-signature', native: message } }
    if (cause instanceof NoAuthor) return { rejected: { code: 'no-author', native: message } }
    return { error: { message: message.slice(0, 500) } }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, op, params } = JSON.parse(line) as { id: number; op: string; params: Params }
  process.stdout.write(`${JSON.stringify({ id, ...answer(op, params) })}\n`)
}
