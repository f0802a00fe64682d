/* Does with the steps of a composite action what GitHub's runner does, as its documentation has it. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'

export const ACTION = resolve(import.meta.dirname, '../../.github/actions/conformance')

interface Step {
  readonly name: string
  readonly id?: string
  readonly if?: string
  readonly run?: string
  readonly uses?: string
  readonly shell?: string
  readonly 'working-directory'?: string
  readonly env?: Record<string, string>
  readonly with?: Record<string, string>
}

export interface Action {
  readonly inputs: Record<string, { readonly required?: boolean; readonly default?: string }>
  readonly outputs: Record<string, { readonly value: string }>
  readonly runs: { readonly steps: readonly Step[] }
}

export const action = (): Action => parse(readFileSync(join(ACTION, 'action.yml'), 'utf8'))

/** What a job with the one action came to. */
export interface Done {
  /** Exit code of the step that failed, else 0. */
  readonly exit: number
  readonly failed: string | undefined
  readonly log: string
  readonly summary: string
  readonly outputs: Readonly<Record<string, string>>
  /** What would have been uploaded. */
  readonly uploaded: readonly string[]
}

/** Runs all steps in a workspace until one fails. */
export function perform(workspace: string, given: Readonly<Record<string, string>>): Done {
  const { inputs, outputs, runs } = action()
  const temp = join(workspace, '..', 'temp')
  mkdirSync(temp, { recursive: true })
  const known = new Map<string, string>([['github.action_path', ACTION]])
  for (const [name, { default: usual = '', required }] of Object.entries(inputs)) {
    if (required && given[name] === undefined) throw new Error(`the input ${name} is missing`)
    known.set(`inputs.${name}`, given[name] ?? usual)
  }
  for (const { id } of runs.steps) if (id) known.set(`steps.${id}`, '')
  const summary = join(temp, 'summary.md')
  writeFileSync(summary, '')
  const uploaded: string[] = []
  let log = ''
  let failed: { name: string; exit: number } | undefined
  for (const step of runs.steps) {
    if (step.if !== undefined && !holds(step.if, known)) continue
    if (step.uses !== undefined) {
      uploaded.push(filled(step.with?.path ?? '', known))
      continue
    }
    const script = join(temp, 'step.sh')
    const output = join(temp, 'output')
    writeFileSync(script, step.run ?? '')
    writeFileSync(output, '')
    const env = Object.entries(step.env ?? {}).map(([name, text]) => [name, filled(text, known)])
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-e', '-o', 'pipefail', script],
      {
        cwd: resolve(workspace, filled(step['working-directory'] ?? '.', known)),
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          HOME: temp,
          CI: 'true',
          GITHUB_ACTIONS: 'true',
          GITHUB_WORKSPACE: workspace,
          GITHUB_OUTPUT: output,
          GITHUB_STEP_SUMMARY: summary,
          RUNNER_TEMP: temp,
          ...Object.fromEntries(env),
        },
      },
    )
    log += `${stdout}${stderr}`
    for (const line of readFileSync(output, 'utf8').split('\n').filter(Boolean)) {
      const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(line) ?? []
      known.set(`steps.${step.id}.outputs.${name}`, value)
    }
    rmSync(script)
    if (status !== 0) {
      failed = { name: step.name, exit: status ?? -1 }
      break
    }
  }
  return {
    exit: failed?.exit ?? 0,
    failed: failed?.name,
    log,
    summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '',
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([name, { value }]) => [name, filled(value, known)]),
    ),
    uploaded,
  }
}

/** A text with its expressions filled in. Fails at one that this does not know. */
function filled(text: string, known: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => {
    const value = known.get(name)
    if (value !== undefined) return value
    // What a step did not say is empty; a step that there is not is a fault.
    if (known.has(name.replace(/\.outputs\..*/, ''))) return ''
    throw new Error(`the action uses ${name}, which nobody gives`)
  })
}

function holds(condition: string, known: ReadonlyMap<string, string>): boolean {
  const [, name = ''] = /^([\w.-]+) != ''$/.exec(condition) ?? []
  const value = known.get(name)
  if (value === undefined) throw new Error(`the condition "${condition}" is not known here`)
  return value !== ''
}
