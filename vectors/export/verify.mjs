#!/usr/bin/env node
/*
Checks this folder, and a program against it. Needs Node 18 or later and nothing else.

  node verify.mjs                     every file is as it was exported, every vector as its schema says
  node verify.mjs --with "COMMAND"    also asks a program, a line of JSON each way; see README.md

Exit 0: all that was asked was answered rightly. 1: something is wrong. 2: the command line. 4: nothing was answered.
*/
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { questions } from './questions.mjs'
import { canonical, faults } from './schema.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const read = (path) => JSON.parse(readFileSync(join(here, path), 'utf8'))
const SHOWN = 20

/** Files that are there, changed, missing or too many against the manifest. */
function unlike() {
  const { files } = read('MANIFEST.json')
  const found = readdirSync(here, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(here.length + 1))
    .map((path) => path.split(sep).join('/'))
  const digest = (path) =>
    createHash('sha256')
      .update(readFileSync(join(here, path)))
      .digest('hex')
  return [
    ...Object.keys(files)
      .filter((path) => !existsSync(join(here, path)) || digest(path) !== files[path])
      .map((path) => `${path} is not as it was exported`),
    ...found
      .filter((path) => path !== 'MANIFEST.json' && !Object.hasOwn(files, path))
      .map((path) => `${path} was not exported`),
  ]
}

/** Vectors by their path below vectors/. */
function vectors() {
  const { files } = read('MANIFEST.json')
  return Object.keys(files)
    .filter((path) => /^vectors\/(?!schema\/).*\.json$/.test(path))
    .map((path) => [path.slice('vectors/'.length), read(path)])
}

function misshapen() {
  const names = readdirSync(join(here, 'vectors/schema'))
  const schemas = Object.fromEntries(names.map((name) => [name, read(`vectors/schema/${name}`)]))
  return vectors().flatMap(([path, file]) =>
    faults(schemas, file.$schema.split('/').at(-1), file).map((fault) => `${path}${fault}`),
  )
}

/** Ended by a line feed alone: what else may end a line stands in JSON as it is. */
async function* linesOf(stream) {
  let rest = ''
  for await (const chunk of stream.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()
    if (rest.length > 64 * 1024 * 1024) throw new Error('an answer has no end')
    yield* lines
  }
}

/** Asks a program one question after the other; a line it does not answer in 10 s ends it. */
function asker(command) {
  const child = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = linesOf(child.stdout)
  child.stdin.on('error', () => {})
  const ended = new Promise((resolve) => child.once('exit', () => resolve({ done: true })))
  const ask = async (question) => {
    child.stdin.write(`${JSON.stringify(question)}\n`)
    const late = new Promise((resolve) => setTimeout(resolve, 10_000, { done: true }).unref())
    const { value, done } = await Promise.race([lines.next(), ended.then(() => lines.next()), late])
    if (done) throw new Error(`no answer to ${JSON.stringify(question).slice(0, 200)}`)
    return JSON.parse(value)
  }
  return { ask, end: () => child.kill() }
}

function isRight(answer, right) {
  return right.some((one) =>
    one.accepted
      ? answer.refused !== true && (answer.accepted === true || 'value' in answer)
      : Object.keys(one).every((key) => canonical(answer[key]) === canonical(one[key])) &&
        ('refused' in one || answer.refused !== true),
  )
}

async function judge(command) {
  const { ask, end } = asker(command)
  const wrong = []
  let answered = 0
  for (const [path, file] of vectors()) {
    if (!questions[path]) {
      console.log(`–  ${path}: a procedure in words, vectors/README.md`)
      continue
    }
    const count = { right: 0, wrong: 0, not: 0 }
    for (const { id, asked } of questions[path](file)) {
      const verdicts = []
      for (const { ask: question, right } of asked) {
        const answer = await ask({ of: path, ...question })
        if (answer === null || typeof answer !== 'object')
          throw new Error(`${path} ${id}: no object was answered`)
        verdicts.push(answer.unsupported ? 'not' : isRight(answer, right) ? 'right' : 'wrong')
        if (verdicts.at(-1) === 'wrong')
          wrong.push(
            `${path} ${id}: wanted ${right.map((one) => JSON.stringify(one)).join(' or ')}, got ${JSON.stringify(answer)}`,
          )
      }
      count[['wrong', 'not', 'right'].find((word) => verdicts.includes(word))]++
    }
    answered += count.right + count.wrong
    console.log(
      `${count.wrong > 0 ? '✗' : count.right > 0 ? '✓' : '–'}  ${path}: ${count.right} right, ${count.wrong} wrong, ${count.not} not answered`,
    )
  }
  end()
  for (const one of wrong.slice(0, SHOWN)) console.log(`   ${one.slice(0, 500)}`)
  if (wrong.length > SHOWN) console.log(`   and ${wrong.length - SHOWN} more`)
  return wrong.length > 0 ? 1 : answered > 0 ? 0 : 4
}

const [flag, command, ...others] = process.argv.slice(2)
if ((flag !== undefined && (flag !== '--with' || !command)) || others.length > 0) {
  console.error('usage: node verify.mjs [--with "COMMAND"]')
  process.exit(2)
}
const wrong = [...unlike(), ...misshapen()]
for (const one of wrong.slice(0, SHOWN)) console.log(`✗  ${one}`)
if (wrong.length > 0) process.exit(1)
console.log(
  `✓  ${vectors().length} files of vectors are as they were exported and as their schemas say`,
)
try {
  process.exit(command ? await judge(command) : 0)
} catch (fault) {
  console.log(`✗  ${fault.message}`)
  process.exit(1)
}
