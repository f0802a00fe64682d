/*
Commands that the test of the documents does not run, each reviewed: why not, and what runs it instead.
`of` is the command as shown; one that ends in … is the beginning of several.
*/

export interface Elsewhere {
  readonly of: string
  readonly because: string
}

const CI = 'takes minutes or the registry; .ci/run runs it'
const SELF = 'it would run itself; .ci/run runs it'
const NPM_TEST = 'npm test runs it'
const CLIENTS =
  'needs clients that npm run clients:build fetches; clients:verdicts in .ci/run runs them'
const IMAGE = 'needs a Docker engine; test/ci/image.test.ts does the same'
const KIT = 'test/lint/kit.test.ts builds it where there is a compiler'
const NODES = 'takes minutes, and nodes that are there; test/codex and test/archives use such'
const MEASURES = 'measures for minutes'
const SHARDS = 'takes minutes; test/reports/merge.test.ts merges shards of its own'
const MUTANTS = 'takes minutes to half an hour; test/mutants/sample.test.ts runs a dozen'

export const elsewhere: readonly Elsewhere[] = [
  { of: 'npm ci…', because: CI },
  { of: 'npm test', because: SELF },
  { of: 'VAC_WITHOUT_DOCKER=1 npm test', because: SELF },
  { of: 'bash .ci/run', because: 'it is what runs this' },
  { of: 'npm run conformance:all', because: CI },
  { of: 'npm run clients:build', because: CI },
  { of: 'npm run clients:verdicts', because: CI },
  { of: 'npm run vectors:crosscheck', because: CI },
  { of: 'npm run killmatrix', because: MUTANTS },
  {
    of: 'npm run mutation…',
    because: 'takes many minutes; test/mutation/survivors.test.ts holds the reasons to their form',
  },
  { of: 'npx cucumber-js', because: 'takes minutes; every run uses the same features and steps' },
  { of: 'npx vac-conformance run --adapter reference', because: CI },
  { of: 'npx vac-conformance run --adapter client:…', because: CLIENTS },
  { of: 'node cli/launch.js run --adapter client:…', because: CLIENTS },
  { of: 'vac-conformance run --bind sender=client:…', because: CLIENTS },
  { of: 'vac-conformance interop reference client:…', because: CLIENTS },
  { of: 'npx vac-conformance interop reference client:…', because: CLIENTS },
  { of: 'vac-conformance interop "reference:…', because: CLIENTS },
  { of: 'node --test test/…', because: NPM_TEST },
  { of: 'npx vac-conformance run --adapter reference --area archives --codex…', because: NODES },
  { of: 'node cli/launch.js run --adapter reference --area de-mls', because: CI },
  { of: '.ci/suite-image.sh…', because: IMAGE },
  { of: 'docker run…', because: IMAGE },
  {
    of: 'vac-conformance selftest',
    because: 'takes many minutes; test/impostors/null-gate.test.ts does a part of it',
  },
  { of: 'node bench/…', because: MEASURES },
  { of: 'npm run bench…', because: MEASURES },
  { of: 'npm run fuzz', because: MEASURES },
  { of: 'npm run soak…', because: MEASURES },
  { of: 'for i in 1 2 3 4; do vac-conformance run…', because: SHARDS },
  { of: 'vac-conformance report merge shard-1/…', because: SHARDS },
  {
    of: 'curl -s "$STORE/query"…',
    because: 'the address comes from the suite in a run; test/store asks the same',
  },
  { of: 'go build…', because: KIT },
  { of: 'cargo build…', because: KIT },
  { of: 'vac-conformance spec defects', because: 'test/spec holds the page against the readings' },
]
