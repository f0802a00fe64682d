import { capabilities } from '../contract/capabilities.ts'
import { areas, type Hello, PROTOCOL } from '../contract/hello.ts'

/** A proper hello that claims everything: whoever says less is asked less. */
export function claims(name: string): Hello {
  return {
    protocol: PROTOCOL.highest,
    implementation: { name: `impostor ${name}`, version: '1.0.0' },
    adapter: { name: 'impostors', version: '1.0.0' },
    areas: [...areas],
    capabilities: Object.keys(capabilities),
    clock: 'virtual',
  }
}
