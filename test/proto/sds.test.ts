import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DecodeError } from '../../proto/errors.ts'
import {
  decodeMessage,
  encodeMessage,
  int32View,
  type SdsMessage,
  sdsCodecs,
} from '../../proto/sds.ts'

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const hex = (octets: Uint8Array) => Buffer.from(octets).toString('hex')
const bare: SdsMessage = { senderId: '', messageId: '', channelId: '', causalHistory: [] }

// Bytes by hand: tag = number << 3 | wire type, from the field numbers of SDS, "Message".
const full: SdsMessage = {
  senderId: 'a',
  messageId: 'm2',
  channelId: '0',
  lamportTimestamp: 1_000_001n,
  causalHistory: [{ messageId: 'm0' }, { messageId: 'm1', retrievalHint: bytes('ff') }],
  bloomFilter: bytes('01'),
  content: bytes('c0ffee'),
}
const fullHex =
  '0a0161' +
  '12026d32' +
  '1a0130' +
  '50c1843d' +
  '5a040a026d30' +
  '5a070a026d31' +
  '1201ff' +
  '620101' +
  'a20103c0ffee'

test('the fields are where the specification puts them', () => {
  assert.equal(hex(encodeMessage(full)), fullHex)
  assert.deepEqual(decodeMessage(bytes(fullHex)), full)
})

test('unset, zero and empty stay apart', () => {
  assert.deepEqual(decodeMessage(bytes('')), bare)
  assert.deepEqual(decodeMessage(bytes('5000' + '6200' + 'a20100')), {
    ...bare,
    lamportTimestamp: 0n,
    bloomFilter: bytes(''),
    content: bytes(''),
  })
})

test('a timestamp beyond int32 is read whole, with the int32 view beside it (AMB-01)', () => {
  const { lamportTimestamp } = decodeMessage(bytes('5080d095ffbc31'))
  assert.equal(lamportTimestamp, 1_700_000_000_000n)
  assert.equal(int32View(1_700_000_000_000n), -807_049_216)
  assert.equal(int32View(1_000_001n), 1_000_001)
})

test('int32 encoders write a negative timestamp in ten bytes, sloppy ones in five', () => {
  assert.equal(decodeMessage(bytes('50ffffffffffffffffff01')).lamportTimestamp, -1n)
  assert.equal(int32View(decodeMessage(bytes('50ffffffff0f')).lamportTimestamp ?? 0n), -1)
})

test('unknown fields survive, in any order', () => {
  const message = decodeMessage(bytes('6a0161' + '0a0162'))
  assert.deepEqual(message.senderId, 'b')
  assert.equal(hex(encodeMessage(message)), '0a0162' + '6a0161')
})

test('bytes that are no message are refused by name of the field', () => {
  assert.throws(() => decodeMessage(bytes('1202ff')), DecodeError)
  assert.throws(
    () => decodeMessage(bytes('5a0312')),
    /vac\.sds\.Message\.causal_history at offset 0/,
  )
})

const later = sdsCodecs['2026-04-02']
const repair: SdsMessage = {
  ...bare,
  lamportTimestamp: 2n ** 64n - 1n,
  causalHistory: [{ messageId: 'm0', senderId: 'b' }],
  repairRequest: [{ messageId: 'm1', retrievalHint: bytes('ff'), senderId: '' }],
}
// Of "Message" in the text of 2026-04-02: repair_request = 13, HistoryEntry.sender_id = 3, uint64.
const repairHex = '50ffffffffffffffffff01' + '5a070a026d301a0162' + '6a090a026d311201ff1a00'

test('the later text has an unsigned timestamp, senders in its entries and requests for repair', () => {
  assert.equal(hex(later.encode(repair)), repairHex)
  assert.deepEqual(later.decode(bytes(repairHex)), repair)
  assert.equal(later.decode(bytes('')).repairRequest, undefined)
})

test('to the pinned text the fields of the later one are unknown', () => {
  const { repairRequest, unknownFields, causalHistory } = decodeMessage(bytes(repairHex))
  assert.equal(repairRequest, undefined)
  assert.deepEqual(causalHistory, [{ messageId: 'm0' }])
  assert.equal(unknownFields?.[0]?.number, 13)
  assert.throws(() => encodeMessage(repair))
})
