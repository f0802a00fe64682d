import { isDeepStrictEqual } from 'node:util'
import { describe, type Session } from '../session.ts'
import type { AreaProbe } from './probe.ts'

/** A text that goes in has to come out. */
export const payloadsProbe: AreaProbe = (nonce) => [
  { op: 'payloads.encode', params: { record: 'ChatMessage', value: { text: nonce } } },
]

/** A call, and the only right answer: a value, or the way in which it has to fail. */
interface Trap {
  readonly catches: string
  readonly op: 'payloads.encode' | 'payloads.decode'
  readonly params: object
  readonly wants: object | 'error' | 'rejected'
}

const ChatMessage = (value: object) => ({ record: 'ChatMessage', value })
const bytes = (hex: string) => ({ record: 'ChatMessage', bytes: hex })

/** The mistakes that an adapter makes, rather than the implementation behind it. */
const traps: readonly Trap[] = [
  {
    catches: '64-bit numbers that pass through a double or are not understood',
    op: 'payloads.encode',
    params: ChatMessage({ clock: '18446744073709551615' }),
    wants: { bytes: '08ffffffffffffffffff01' },
  },
  {
    catches: '64-bit numbers that come back as another number',
    op: 'payloads.decode',
    params: bytes('08ffffffffffffffffff01'),
    wants: { clock: '18446744073709551615' },
  },
  {
    catches: 'names of enumeration values that are written as 0',
    op: 'payloads.encode',
    params: ChatMessage({ content_type: 'TEXT_PLAIN' }),
    wants: { bytes: '4001' },
  },
  {
    catches: 'hex that is read as base64',
    op: 'payloads.encode',
    params: ChatMessage({ grant: 'deadbeef' }),
    wants: { bytes: '6a04deadbeef' },
  },
  {
    catches: 'keys that are not of the record and are left out without a word',
    op: 'payloads.encode',
    params: ChatMessage({ displayName: 'camel case' }),
    wants: 'error',
  },
  {
    catches: 'text that is not read',
    op: 'payloads.decode',
    params: bytes('1a0568656c6c6f'),
    wants: { text: 'hello' },
  },
  {
    catches: 'bytes that are no record and are an error instead of a refusal',
    op: 'payloads.decode',
    params: bytes('1a05'),
    wants: 'rejected',
  },
]

/** Tries the traps before any scenario, so that an adapter's mistake is not taken for the implementation's. */
export async function payloadsTraps(session: Pick<Session, 'raw'>): Promise<string | undefined> {
  for (const { catches, op, params, wants } of traps) {
    const outcome = await session.raw(op, 'probe-traps', 0, params)
    const got = outcome.kind === 'ok' ? plain(op, outcome.ok) : outcome.kind
    if (!isDeepStrictEqual(got, wants))
      return `${op} ${JSON.stringify(params)} has to give ${JSON.stringify(wants)}, got ${describe(outcome)} (it catches ${catches})`
  }
  return undefined
}

/** What is compared: the bytes, or the value without what is at its default. */
function plain(op: string, ok: object): object {
  if (op === 'payloads.encode') return ok
  const { value = {} } = ok as { value?: Record<string, unknown> }
  const set = Object.entries(value).filter(
    ([, one]) =>
      !['', '0', 0, false, 'UNKNOWN_MESSAGE_TYPE', 'UNKNOWN_CONTENT_TYPE'].includes(
        one as string,
      ) && !(typeof one === 'object' && one !== null && Object.keys(one).length === 0),
  )
  return Object.fromEntries(set)
}
