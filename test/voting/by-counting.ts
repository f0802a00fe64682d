import type { Decision, Tally } from '../../adapters/reference/voting/decision.ts'

/**
 * The result by the text, found by counting and not by formula: voters are listed one by one.
 * `filled`: silent voters count at the end whether or not two thirds have voted (AMB-26).
 */
export function byCounting(
  { n, yes, no, livenessYes, expired }: Tally,
  { filled = false } = {},
): Decision {
  const votes = [
    ...Array.from({ length: yes }, () => 'YES' as const),
    ...Array.from({ length: no }, () => 'NO' as const),
    ...Array.from({ length: n - yes - no }, () => 'silent' as const),
  ]
  // "liveness_criteria_yes": silent peers count for one side once nobody can be late any more.
  const silence = expired ? (livenessYes ? 'YES' : 'NO') : 'silent'
  const counted = votes.map((vote) => (vote === 'silent' ? silence : vote))
  const cast = filled ? counted : votes
  // "at least 2n/3 distinct peers": three times as many as twice the voters.
  const heard = cast.filter((vote) => vote !== 'silent')
  if ([...heard, ...heard, ...heard].length < [...votes, ...votes].length) return 'UNDECIDED'
  const all = !counted.includes('silent')
  // "when n ≤ 2, unanimous agreement (100% YES votes)": votes, so silence is none.
  if (n <= 2) return votes.every((vote) => vote === 'YES') ? 'YES' : all ? 'NO' : 'UNDECIDED'
  // "more than n/2": still some left when each is paired off with one of the others.
  const outnumber = (side: 'YES' | 'NO') => {
    const own = counted.filter((vote) => vote === side)
    return own.length > counted.length - own.length
  }
  if (outnumber('YES')) return 'YES'
  if (outnumber('NO')) return 'NO'
  return all ? 'TIE' : 'UNDECIDED'
}

/** Every tally of 1 to `upTo` voters. */
export function* everyTally(upTo: number): Generator<Tally> {
  for (let n = 1; n <= upTo; n++)
    for (let yes = 0; yes <= n; yes++)
      for (let no = 0; yes + no <= n; no++)
        for (const livenessYes of [true, false])
          for (const expired of [true, false]) yield { n, yes, no, livenessYes, expired }
}
