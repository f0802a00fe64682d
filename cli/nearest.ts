import { distance } from 'fastest-levenshtein'

/** `: did you mean X or Y?` for a mistyped name, or `: expected one of …` where nothing is near. */
export function nearest(name: string, known: readonly string[], most = 3): string {
  const near = known
    .map((candidate) => ({ candidate, far: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= Math.max(2, candidate.length / 3))
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ candidate }) => candidate)
  if (near.length > 0) return `did you mean ${near.join(' or ')}?`
  return known.length <= 12 ? `expected one of ${known.join(', ')}` : 'see `vac-conformance list`'
}
