import { extname, join } from 'node:path'
import { rude } from '../adapters/impostors/http.ts'
import { RECORD } from '../adapters/impostors/image.ts'
import { impostors } from '../adapters/impostors/impostors.ts'
import { conduct } from './conduct.ts'

/*
The null gate (trust rule 1): a client that implements nothing passes nothing, with the probe and
without it, where the scenarios alone have to see through it.
*/

/** One impostor, reached in one way. */
export interface Trial {
  /** With blanks: its arguments. */
  readonly impostor: string
  readonly transport: 'stdio' | 'http' | 'docker'
  readonly probe: boolean
}

/** What is asked of them. */
export interface Asked {
  /** None: all areas. */
  readonly areas: readonly string[]
  /** Absent: the pinned one. */
  readonly revision?: string
}

export interface Tried extends Trial {
  readonly exit: number
  readonly reason: string
  readonly introduced: boolean
  /** Requirements that had a scenario to run. */
  readonly asked: number
  /** Requirements that passed: none, or the suite is not to be trusted. */
  readonly passed: string[]
}

/** Other than that of the recording, so that an old run fits nothing. */
const SEED = '7e55eed0'
const RECORDED = '01d5eed0'
const DEADLINE_MS = 20_000
/** For those that never answer: every call costs it. */
const SHORT_MS = 400
const never = new Set(['silent', 'hangs'])

/** Every impostor as a program, and by HTTP those that only a server can be. `record` as the recorder writes it. */
export function trials(record: string): Trial[] {
  const named = Object.keys(impostors).map((name) => `${name} --record ${record}`)
  return ['stdio' as const, 'http' as const].flatMap((transport) =>
    [...named, ...(transport === 'http' ? ['closed-port', ...Object.keys(rude)] : [])].flatMap(
      (impostor) => [true, false].map((probe) => ({ impostor, transport, probe })),
    ),
  )
}

/** Every impostor that can be a server, from an image that holds the record; without the probe, which would help. */
export function containerTrials(): Trial[] {
  const named = Object.keys(impostors).map((name) => `${name} --record ${RECORD}`)
  return [...named, ...Object.keys(rude)].map((impostor) => ({
    impostor,
    transport: 'docker',
    probe: false,
  }))
}

export const nameOf = ({ impostor }: Trial): string => impostor.split(' ')[0] ?? impostor

/** What the whole suite finds in an impostor; `image`: that of the impostors, for containers. */
export function tryImpostor(trial: Trial, asked: Asked, image = '', seed = SEED): Promise<Tried> {
  const kind = {
    stdio: 'impostor:',
    http: 'impostor-http:',
    docker: `impostor-docker:${image} `,
  }[trial.transport]
  const deadlineMs = never.has(nameOf(trial)) ? SHORT_MS : DEADLINE_MS
  return judge(`${kind}${trial.impostor}`, trial, asked, seed, deadlineMs)
}

/** What it finds in the reference while every exchange is written down: the control, and what `replays-old-run` repeats. */
export function recordReference(file: string, asked: Asked): Promise<Tried> {
  const recorder = join(
    import.meta.dirname,
    '../adapters/impostors',
    `recorder${extname(import.meta.filename)}`,
  )
  const trial: Trial = { impostor: 'reference', transport: 'stdio', probe: false }
  const command = `exec:"${process.execPath}" "${recorder}" "${file}" ${asked.revision ?? ''}`
  return judge(command, trial, asked, RECORDED, DEADLINE_MS)
}

/** The same seed again: here an old run does fit, so what `replays-old-run` fails later is not its own fault. */
export const replaySame = (record: string, asked: Asked): Promise<Tried> =>
  tryImpostor(
    { impostor: `replays-old-run --record ${record}`, transport: 'stdio', probe: false },
    asked,
    undefined,
    RECORDED,
  )

async function judge(
  adapter: string,
  trial: Trial,
  asked: Asked,
  seed: string,
  deadlineMs: number,
): Promise<Tried> {
  const { finished, results } = await conduct({
    adapter,
    ...asked,
    ids: [],
    tags: '',
    // An impostor that gets through few runs of a property gets through no more of them.
    runs: 5,
    seed,
    deadlineMs,
    restarts: 3,
    probe: trial.probe,
  })
  await finished
  const { exit, reason, requirements, adapter: said } = results(false)
  return {
    ...trial,
    exit,
    reason,
    introduced: said.hello !== null,
    asked: requirements.filter(({ cases }) => cases.length > 0).length,
    passed: requirements.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id),
  }
}
