/* Answers the questions of the exported vectors about SDS and index keys, with another's Keccak. */
import { createInterface } from 'node:readline'
import sha3 from 'js-sha3'
import { decodeMessage, int32View } from '../../proto/sds.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** A message as the vectors have it. */
function value(bytes: string): object {
  const { lamportTimestamp, causalHistory, bloomFilter, content, senderId, messageId, channelId } =
    decodeMessage(Buffer.from(bytes, 'hex'))
  return {
    senderId,
    messageId,
    channelId,
    ...(lamportTimestamp !== undefined && {
      lamportTimestamp: String(int32View(lamportTimestamp)),
    }),
    causalHistory: causalHistory.map(({ messageId, retrievalHint }) => ({
      messageId,
      ...(retrievalHint !== undefined && { retrievalHint: hex(retrievalHint) }),
    })),
    ...(bloomFilter !== undefined && { bloomFilter: hex(bloomFilter) }),
    ...(content !== undefined && { content: hex(content) }),
  }
}

function answer({ of, do: what, bytes }: { of: string; do: string; bytes: string }): object {
  if (what === 'index-key') return { key: `0x${sha3.keccak256(Buffer.from(bytes, 'hex'))}` }
  if (of !== 'sds/messages.json') return { unsupported: true }
  try {
    return { value: value(bytes) }
  } catch {
    return { refused: true }
  }
}

for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line) as never))}\n`)
