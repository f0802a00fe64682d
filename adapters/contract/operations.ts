import { archivesOperations } from './archives.ts'
import { deMlsOperations } from './de-mls.ts'
import { Hello, HelloParams } from './hello.ts'
import { type OkOf, operation, type ParamsOf } from './operation.ts'
import { payloadsOperations } from './payloads.ts'
import { closed } from './scalars.ts'
import { sdsOperations } from './sds.ts'
import { votingOperations } from './voting.ts'

const commonOperations = {
  hello: operation({
    does: 'Says who the client is and what it claims; always the first call.',
    params: HelloParams,
    ok: Hello,
  }),
  destroy: operation({
    does: 'Forgets the instance and all it holds.',
    params: closed({}),
    ok: closed({}),
  }),
} as const

/** Every operation of the protocol, by name. */
export const operations = {
  ...commonOperations,
  ...sdsOperations,
  ...votingOperations,
  ...deMlsOperations,
  ...payloadsOperations,
  ...archivesOperations,
} as const

export type Op = keyof typeof operations
export type Params<O extends Op> = ParamsOf<(typeof operations)[O]>
export type Ok<O extends Op> = OkOf<(typeof operations)[O]>

export function isOp(name: string): name is Op {
  return Object.hasOwn(operations, name)
}
