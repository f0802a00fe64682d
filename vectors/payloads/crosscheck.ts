/*
Checks the payloads vectors with code that is not ours: protoc (C++), the official Python runtime with
its pure-Python and, where it is there, its C++ or upb back end, and python-ecdsa. A tool that this
machine does not have is said to be `not measured`. Ends with 1 where anything disagrees.
*/
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { record } from '../../proto/payloads/records.ts'

interface Vector {
  readonly id: string
  readonly record: string
  readonly result: 'valid' | 'invalid' | 'either'
  readonly canonical?: true
  readonly bytes: string
}

const here = import.meta.dirname
const proto = join(here, '..', '..', 'proto')
const subjects = ['records', 'fields', 'malformed', 'traps']
let wrong = 0

function report(tool: string, agreed: number, differ: readonly string[]): void {
  wrong += differ.length
  console.log(`${tool}: ${agreed} agree, ${differ.length} differ`)
  for (const line of differ) console.log(`  ${line}`)
}

function protoc(how: string, name: string, input: Buffer): Promise<Buffer | undefined> {
  const type = `${record(name).package}.${name}`
  const child = spawn(
    'protoc',
    ['-I', proto, `--${how}=${type}`, '--deterministic_output', 'payloads/all.proto'].filter(
      (word) => how === 'encode' || word !== '--deterministic_output',
    ),
    { stdio: ['pipe', 'pipe', 'ignore'] },
  )
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((done) => {
    child.on('close', (code) => done(code === 0 ? Buffer.concat(chunks) : undefined))
  })
}

/** What protoc makes of a vector that it has to make otherwise, or undefined. */
async function faultOf({ id, record, result, canonical, bytes }: Vector) {
  const text = await protoc('decode', record, Buffer.from(bytes, 'hex'))
  if (result === 'either') return undefined
  if ((text === undefined) !== (result === 'invalid'))
    return `${id}: ${text === undefined ? 'refused' : 'read'}, has to be ${result}`
  if (!canonical || text === undefined) return undefined
  const again = (await protoc('encode', record, text))?.toString('hex')
  return again === bytes ? undefined : `${id}: written as ${again}`
}

async function checkWithProtoc(): Promise<void> {
  const { stdout, error } = spawnSync('protoc', ['--version'], { encoding: 'utf8' })
  if (error) return console.log('protoc: not measured: not on this machine')
  const vectors = subjects.flatMap(
    (name) =>
      (JSON.parse(readFileSync(join(here, `${name}.json`), 'utf8')) as { cases: Vector[] }).cases,
  )
  const waiting = vectors.values()
  const differ: string[] = []
  const worker = async () => {
    for (const vector of waiting) {
      const fault = await faultOf(vector)
      if (fault !== undefined) differ.push(fault)
    }
  }
  await Promise.all([worker(), worker(), worker()])
  report(stdout.trim(), vectors.length - differ.length, differ)
}

interface Checked {
  readonly runtime: string
  readonly agreed: number
  readonly signed: number | string
  readonly differ: string[]
}

function checkWithPython(): void {
  const python = ['python3', '/usr/bin/python3'].find(
    (name) => spawnSync(name, ['-c', 'import google.protobuf']).status === 0,
  )
  if (python === undefined)
    return console.log('python: not measured: no python3 with the protobuf package')
  const seen = new Set<string>()
  for (const back of ['python', 'cpp', 'upb']) {
    const run = spawnSync(python, ['-B', join(here, 'check.py')], {
      encoding: 'utf8',
      env: { ...process.env, PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION: back },
      maxBuffer: 64 * 1024 * 1024,
    })
    if (run.status !== 0) {
      console.log(`python (${back}): not measured: ${run.stderr.trim().split('\n').at(-1)}`)
      continue
    }
    const { runtime, agreed, signed, differ } = JSON.parse(run.stdout) as Checked
    if (seen.has(runtime)) continue
    seen.add(runtime)
    report(`python-protobuf (${runtime})`, agreed, differ)
    if (runtime === 'python')
      console.log(
        typeof signed === 'number' ? `python-ecdsa: ${signed} agree` : `python-ecdsa: ${signed}`,
      )
  }
}

await checkWithProtoc()
checkWithPython()
process.exitCode = wrong === 0 ? 0 : 1
