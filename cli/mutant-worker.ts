import { conduct } from './conduct.ts'
import type { Answer, Job } from './mutant-pool.ts'

/*
Runs the mutants that it is sent, one after the other. The seed is fixed, so that a mutant which is
killed here is killed again; the probe is left out, because a mutant has to fall by a scenario.
*/

process.on('message', ({ kind, name, area }: Job) => {
  void answer(`${kind}:${name}`, area).then((found) => process.send?.(found))
})

async function answer(adapter: string, area: string): Promise<Answer> {
  try {
    const { finished, results } = await conduct({
      adapter,
      areas: [area],
      ids: [],
      tags: '',
      seed: '5eed',
      runs: 15,
      probe: false,
    })
    await finished
    const { requirements, exit, reason } = results(false)
    const failed = requirements.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id)
    return { failed, ...(exit === 5 && { fault: reason }) }
  } catch (cause) {
    return { failed: [], fault: (cause as Error).message }
  }
}
