import { type Handler, handler } from '../contract/handler.ts'
import type { Hello } from '../contract/hello.ts'

/** The reference implementation as a client: one table of operations per area. */
export function reference(): Handler {
  const hello: Hello = {
    protocol: 1,
    implementation: { name: 'vac-conformance reference', version: '0.1.0', language: 'TypeScript' },
    adapter: { name: 'reference', version: '0.1.0' },
    areas: ['sds'],
    capabilities: [],
    clock: 'virtual',
  }
  return handler({ hello: () => hello })
}
