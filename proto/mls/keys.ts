import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'

/*
Keys of Curve25519 as 32 bytes. Node takes them in DER: what goes before the bytes is the same for all of a kind
(RFC 8410), and the last digit of the object identifier tells X25519 from Ed25519.
*/

type Curve = 'X25519' | 'Ed25519'

const dot = { X25519: '6e', Ed25519: '70' } as const

/** Of the last that were used: members use theirs again and again, and making one takes as long as signing with it. */
const made = new Map<string, KeyObject>()
const MOST = 512

function remembered(name: string, make: () => KeyObject): KeyObject {
  let key = made.get(name)
  if (!key) {
    if (made.size >= MOST) made.clear()
    made.set(name, (key = make()))
  }
  return key
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

function privateKey(curve: Curve, bytes: Uint8Array): KeyObject {
  const der = `302e020100300506032b65${dot[curve]}04220420${hex(bytes)}`
  return remembered(der, () =>
    createPrivateKey({ key: Buffer.from(der, 'hex'), format: 'der', type: 'pkcs8' }),
  )
}

function publicKey(curve: Curve, bytes: Uint8Array): KeyObject {
  const der = `302a300506032b65${dot[curve]}032100${hex(bytes)}`
  return remembered(der, () =>
    createPublicKey({ key: Buffer.from(der, 'hex'), format: 'der', type: 'spki' }),
  )
}

/** The public key of a private one. */
export function publicOf(curve: Curve, secret: Uint8Array): Uint8Array {
  const key = createPublicKey(privateKey(curve, secret))
  return new Uint8Array(key.export({ format: 'der', type: 'spki' }).subarray(-32))
}

/** X25519. Fails on a public key that leads to zero, and on one of another length. */
export function agree(secret: Uint8Array, other: Uint8Array): Uint8Array {
  const pair = {
    privateKey: privateKey('X25519', secret),
    publicKey: publicKey('X25519', other),
  }
  return new Uint8Array(diffieHellman(pair))
}

export function signEd25519(secret: Uint8Array, message: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, message, privateKey('Ed25519', secret)))
}

/** Whether a signature is of the key; a key or a signature of another length is no match. */
export function isSignedByEd25519(
  key: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    return verify(null, message, publicKey('Ed25519', key), signature)
  } catch {
    return false
  }
}
