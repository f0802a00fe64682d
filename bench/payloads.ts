/*
The reference reading a signed message, from the bytes of the wrapper to the record and its author,
against protobufjs and noble called directly: the same messages, digests and curve, in one run.

Both decode the wrapper, find the signer over the payload as it came, and decode the payload. The
reference also keeps unknown fields, refuses ill-formed input with its place, and gives 64-bit numbers
exactly, which protobufjs as it comes does not. A round is one pass over all messages; contenders take
turns; each figure is the median of the rounds. Time is processor time.

node bench/payloads.ts [MESSAGES] [--full]: how many different messages, 150 or with --full 1000 if not given.
*/
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { sha3_256 } from '@noble/hashes/sha3.js'
import type protobuf from 'protobufjs'
import { authorOf, wrap } from '../adapters/reference/payloads/authorship.ts'
import { decode, encode } from '../adapters/reference/payloads/codec.ts'
import { asWritten } from '../adapters/reference/payloads/profile.ts'
import { decodeWrapper } from '../adapters/reference/payloads/wrapper.ts'
import { fromJson } from '../proto/payloads/json.ts'
import { record } from '../proto/payloads/records.ts'
import { CpuClock } from './harness/cpu-clock.ts'
import { full, median, short, spreadOf, tell, words } from './harness/figure.ts'

const rounds = 7
const count = Number(words[0] ?? (full ? 1000 : 150))

const wrappers = Array.from({ length: count }, (_, n) => {
  const privateKey = (n + 1).toString(16).padStart(64, '0')
  const message = fromJson('ChatMessage', {
    clock: String(1_757_930_643_000 + n),
    timestamp: String(1_757_930_643_000 + n),
    text: `message ${n}: ${'lorem ipsum '.repeat(10)}`,
    chat_id: 'status',
    message_type: 'PUBLIC_GROUP',
    content_type: 'TEXT_PLAIN',
    display_name: 'Somebody of the bench',
  })
  return wrap(asWritten, 'ChatMessage', encode('ChatMessage', message), privateKey)
})

type Read = (bytes: Uint8Array) => string

const reference: Read = (bytes) => {
  const wrapper = decodeWrapper(asWritten, bytes)
  const author = authorOf(asWritten, wrapper, undefined)
  const { text } = decode<{ text: string }>('ChatMessage', wrapper.payload)
  return `${author?.publicKey} ${text.length}`
}

const wrapperType = record('StatusProtocolMessage').type
const messageType = record('ChatMessage').type
const raw: Read = (bytes) => {
  const wrapper = wrapperType.decode(bytes) as protobuf.Message & {
    signature: Uint8Array
    payload: Uint8Array
  }
  const key = secp256k1.Signature.fromBytes(wrapper.signature.subarray(0, 64), 'compact')
    .addRecoveryBit(wrapper.signature[64] as number)
    .recoverPublicKey(sha3_256(wrapper.payload))
    .toHex(false)
  const { text } = messageType.decode(wrapper.payload) as protobuf.Message & { text: string }
  return `${key} ${text.length}`
}

const decodeOnly = {
  reference: (bytes: Uint8Array) =>
    decode<{ text: string }>('ChatMessage', decodeWrapper(asWritten, bytes).payload).text,
  raw: (bytes: Uint8Array) => {
    const { payload } = wrapperType.decode(bytes) as protobuf.Message & { payload: Uint8Array }
    return (messageType.decode(payload) as protobuf.Message & { text: string }).text
  },
}

/** Processor seconds for a pass, and what was read, so that both are seen to read the same. */
function pass(read: Read): { seconds: number; read: string } {
  const clock = new CpuClock()
  clock.start()
  let last = ''
  for (const bytes of wrappers) last = read(bytes)
  clock.stop()
  return { seconds: clock.ms / 1000, read: last }
}

function compare(what: string, ours: Read, theirs: Read): void {
  const times = { ours: [] as number[], theirs: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    const [one, other] = [pass(ours), pass(theirs)]
    if (one.read !== other.read) throw new Error(`${what}: ${one.read} is not ${other.read}`)
    // The first round warms up.
    if (round === 0) continue
    times.ours.push(one.seconds)
    times.theirs.push(other.seconds)
  }
  const rates = times.ours.map((seconds) => count / seconds)
  tell({
    what: `${what}, ${short(count)} messages`,
    unit: 'messages/s',
    value: median(rates),
    spread: spreadOf(rates),
    peer: {
      name: 'protobufjs and noble',
      value: median(times.theirs.map((seconds) => count / seconds)),
    },
  })
}

compare('decode and verify', reference, raw)
compare('decode alone', decodeOnly.reference, decodeOnly.raw)
