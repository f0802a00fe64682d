import type { RequirementResult, Results } from './results.ts'

/** The verdict, its reason and the denominators, in a few lines. */
export function headline(results: Results): string {
  const { must, summary, adapter, verdict, exit, reason, seed, wallMs } = results
  const who = adapter.hello
    ? `${adapter.hello.implementation.name} ${adapter.hello.implementation.version}`
    : adapter.address
  return [
    `${verdict.toUpperCase()}  ${who}  (exit ${exit}: ${reason})`,
    `  MUST ${must.pass}/${must.total} passed, ${must.fail} failed, ${must.inconclusive} inconclusive, ${must.notMeasured} not measured, ${must.notApplicable} not applicable`,
    `  all  ${summary.pass}/${summary.total} passed, ${summary.fail} failed, ${summary.inconclusive} inconclusive, ${summary.notMeasured} not measured, ${summary.notApplicable} not applicable`,
    `  seed ${seed}, ${(wallMs / 1000).toFixed(1)} s`,
  ].join('\n')
}

/** A block for every requirement that failed. */
export function failures(results: Results): string {
  return results.requirements
    .filter(({ verdict }) => verdict === 'fail')
    .map((each) => `${block(each, results)}\n\n`)
    .join('')
}

function block({ id, level, statement, cases }: RequirementResult, results: Results): string {
  const failed = cases.find(({ verdict }) => verdict === 'fail')
  return [
    `${id} (${level}) ${statement}`,
    `  scenario  ${failed?.name}  ${failed?.uri}:${failed?.line}`,
    `  about     ${failed?.finding?.subject}`,
    `  wanted    ${failed?.finding?.wanted}`,
    `  got       ${failed?.finding?.got}`,
    `  again     npx vac-conformance run --adapter "${results.adapter.address}" --id ${id} --seed ${results.seed}`,
  ].join('\n')
}
