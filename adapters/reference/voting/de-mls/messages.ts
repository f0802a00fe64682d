import { decodeMlsMessage, type MLSMessage } from 'ts-mls'
import {
  CodecError,
  CryptoError,
  CryptoVerificationError,
  MlsError,
  ValidationError,
} from 'ts-mls/mlsError.js'
import { Refused } from '../../../contract/handler.ts'

/** Reads an MLSMessage. Fails with Refused if the bytes are none, or more than one. */
export function decodeMessage(wire: Uint8Array): MLSMessage {
  const read = attempt(() => decodeMlsMessage(wire, 0))
  if (!read || read[1] !== wire.length) throw new Refused('malformed', 'no MLSMessage')
  return read[0]
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    // The library fails in several ways on bytes that end too early.
    return undefined
  }
}

/** Why MLS does not take a message, in the words of the contract. */
const reasons: readonly (readonly [text: string, code: string])[] = [
  ['supplied reference', 'missing-proposal'],
  ['gen in the past', 'replay'],
  ['credential', 'credential'],
]

/** Does something to a message that came from the network: what MLS has against it is a refusal. */
export async function refusing<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof MlsError)) throw error
    throw new Refused(codeOf(error), error.message)
  }
}

function codeOf(error: MlsError): string {
  if (error instanceof CryptoError || error instanceof CryptoVerificationError) return 'signature'
  if (error instanceof CodecError || !(error instanceof ValidationError)) return 'malformed'
  return reasons.find(([text]) => error.message.includes(text))?.[1] ?? 'malformed'
}
