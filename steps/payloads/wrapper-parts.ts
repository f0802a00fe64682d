import type { Observed } from '../observed.ts'
import type { World } from '../world.ts'
import type { Seen } from './outcome.ts'
import { People } from './people.ts'
import { rawFields } from './wire.ts'
import { open, payloadSigner, wrapperNumber } from './wrapping.ts'

/** Who signed a wrapper of the client; `nobody` where it is none. */
export function signerOf(world: World, wrapper: Observed<string>): Observed<string> {
  const people = world.scene(People)
  return wrapper.map((hex) => {
    const opened = open(people.profile, hex)
    return opened ? people.nameOf(payloadSigner(people.profile, opened)) : 'nobody'
  })
}

/** What stands in a field of a wrapper of the client; empty where there is no such field. */
function fieldAt(world: World, wrapper: Observed<string>, number: number): Observed<string> {
  const at = wrapperNumber(world.scene(People).profile, number)
  return wrapper.map((hex) => {
    const field = rawFields(hex)?.findLast((one) => one.number === at && one.wireType === 2)
    return String(field?.value ?? '')
  })
}

/** Parts of a wrapper for `it has`: its `signer`, and `field 4001` by its length or as `the payload`. */
export function wrapperPart(world: World, wrapper: Observed<string>, payload = '') {
  return (name: string, words: string): Seen | undefined => {
    const subject = `${name} of the wrapper`
    if (name === 'signer') return { subject, got: signerOf(world, wrapper), wanted: words }
    const [, number] = /^field (\d+)$/.exec(name) ?? []
    if (number === undefined) return undefined
    const got = fieldAt(world, wrapper, Number(number))
    if (words === 'the payload') return { subject, got, wanted: payload }
    return { subject, got: got.map((hex) => `${hex.length / 2} bytes`), wanted: words }
  }
}
