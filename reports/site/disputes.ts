import { keysOf } from '../dispute.ts'
import { line } from '../plain.ts'
import type { RequirementResult, Results } from '../results.ts'

/** Implementations that differ from the reference, or from each other. */
export interface Dispute {
  /**
   * `against the suite` and `split` by their verdicts; `undecided` where a run of several clients could not say
   * whose fault it is; `read differently` by the readings that they declare.
   */
  readonly kind: 'against the suite' | 'split' | 'undecided' | 'read differently'
  readonly pass: readonly string[]
  readonly fail: readonly string[]
  /** Who declares what, where they do not declare the same. */
  readonly declared: readonly string[]
}

type Cells = readonly (RequirementResult | undefined)[]

/**
 * The reference is no voice: it follows the suite's own reading. Two versions of one implementation are one
 * voice, and a run of several clients is none.
 */
export function disputeOf(
  requirement: RequirementResult,
  cells: Cells,
  all: readonly Results[],
): Dispute | undefined {
  const names = (verdict: string) => [
    ...new Set(
      all.flatMap(({ adapter, bindings }, i) =>
        cells[i]?.verdict === verdict && adapter.address !== 'reference' && !bindings
          ? [nameOf(adapter)]
          : [],
      ),
    ),
  ]
  const [pass, fail] = [names('pass'), names('fail')]
  const declared = declaredBy(requirement, all)
  const dispute = (kind: Dispute['kind']): Dispute => ({ kind, pass, fail, declared })
  const onlyFail = fail.filter((name) => !pass.includes(name))
  if (onlyFail.length >= 2 && pass.length === 0) return dispute('against the suite')
  if (fail.some((name) => pass.some((other) => other !== name))) return dispute('split')
  if (cells.some((cell) => cell?.flags.includes('disputed'))) return dispute('undecided')
  return declared.length > 0 ? dispute('read differently') : undefined
}

const nameOf = ({ hello, address }: Results['adapter']): string =>
  line(hello?.implementation.name ?? address, 60)

/** `voting.signature: a secp256k1-ecdsa, b secp256k1-eip191`, where what is declared is not all the same. */
function declaredBy(requirement: RequirementResult, all: readonly Results[]): string[] {
  const adapters = all.flatMap(({ adapter, bindings = [] }) =>
    bindings.length > 0 ? bindings.map((each) => each.adapter) : [adapter],
  )
  return [...new Set(keysOf(requirement))].flatMap((key) => {
    const values = new Map(
      adapters.flatMap((adapter) => {
        const value = adapter.hello?.readings?.[key]
        return value === undefined ? [] : [[nameOf(adapter), line(value, 60)] as const]
      }),
    )
    if (new Set(values.values()).size < 2) return []
    return [`${key}: ${[...values].map(([name, value]) => `${name} ${value}`).join(', ')}`]
  })
}
