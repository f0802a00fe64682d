import { type Asked, recordReference, type Trial, type Tried, tryImpostor } from './null-gate.ts'

/*
Tries the impostors that it is sent, one after the other; a string is the file to record the reference in.
*/

process.on('message', ([trial, asked, image]: Work) => {
  const tried =
    typeof trial === 'string' ? recordReference(trial, asked) : tryImpostor(trial, asked, image)
  void tried.then(
    (found) => process.send?.(found),
    (cause) => process.send?.({ fault: String(cause?.stack ?? cause) } satisfies Fault),
  )
})

/** `image`: that of the impostors, for those in containers. */
export type Work = readonly [trial: Trial | string, asked: Asked, image?: string]

/** The suite itself failed at a trial. */
export interface Fault {
  readonly fault: string
}
export type Answer = Tried | Fault
