import { Results } from './results.ts'

/** The JSON Schema of results.json, as it is published. */
export function resultsSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:vac-conformance:results:1',
    title: 'Results of one run of vac-conformance',
    // Only what JSON carries: the types of the program hang hidden members on their schemas.
    ...(JSON.parse(JSON.stringify(Results)) as object),
  }
}
