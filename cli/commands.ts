type Command = (args: string[]) => Promise<number>

export type Commands = Record<string, { does: string; load: () => Promise<Command> }>

/** Each command in a file of its own, loaded when asked for: `--help` waits for none of them. */
export const commands: Commands = {
  run: {
    does: 'test a client and write the reports',
    load: async () => (await import('./run.ts')).run,
  },
  interop: {
    does: 'put clients together in pairs: which understand each other',
    load: async () => (await import('./interop.ts')).interop,
  },
  serve: {
    does: 'answer as the reference, for other suites and for trying out',
    load: async () => (await import('./serve.ts')).serve,
  },
  adapter: {
    does: 'look over an adapter that is being written',
    load: async () => (await import('./adapter.ts')).adapter,
  },
  selftest: {
    does: 'show that the suite gives nothing for nothing: clients that implement nothing',
    load: async () => (await import('./selftest.ts')).selftest,
  },
  killmatrix: {
    does: 'show that every test can fail: mutants of the reference, and what found them',
    load: async () => (await import('./killmatrix.ts')).killmatrix,
  },
  report: {
    does: 'make reports from results.json, merge shards, print schemas',
    load: async () => (await import('./report.ts')).report,
  },
  bundle: {
    does: 'pack the evidence of a run into one file',
    load: async () => (await import('./bundle.ts')).bundle,
  },
  verify: {
    does: 'judge a bundle again: does its verdict follow from what was said?',
    load: async () => (await import('./verify.ts')).verify,
  },
  replay: {
    does: 'send the calls of an earlier run to another client',
    load: async () => (await import('./replay.ts')).replay,
  },
  vectors: {
    does: 'export the vectors, or make some of what passed',
    load: async () => (await import('./vectors.ts')).vectors,
  },
  baseline: {
    does: 'keep the list of known failures',
    load: async () => (await import('./baseline.ts')).baseline,
  },
  gate: {
    does: 'compare a run with an accepted earlier one',
    load: async () => (await import('./gate.ts')).gate,
  },
  codex: {
    does: 'run Codex nodes with faults and a log, for trying out',
    load: async () => (await import('./codex.ts')).codex,
  },
  list: {
    does: 'every requirement with its level, state and scenarios',
    load: async () => (await import('./list.ts')).list,
  },
  spec: {
    does: 'how the texts are covered, and what a checkout of them changes',
    load: async () => (await import('./spec.ts')).spec,
  },
}
