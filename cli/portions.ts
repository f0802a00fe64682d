/** Where a scenario, or a row of its Examples, stands; from the package root. */
export interface Place {
  readonly uri: string
  readonly line: number
}

/** Places in their order, so many at a time. */
export function portionsOf(places: readonly Place[], size: number): readonly (readonly Place[])[] {
  return Array.from({ length: Math.ceil(places.length / size) }, (_, at) =>
    places.slice(at * size, (at + 1) * size),
  )
}
