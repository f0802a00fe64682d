import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'

/** Lists every file that the program loads to serve the reference. */
const LOADED = `
  import { registerHooks } from 'node:module'
  registerHooks({
    load(url, context, next) {
      if (url.startsWith('file:')) console.log(url)
      return next(url, context)
    },
  })
  process.argv.splice(1, Infinity, 'cli/launch.js', 'serve', '--stdio')
  await import(process.env.LAUNCH)
`

test('the build context of the reference image holds all that it loads', () => {
  const root = pathToFileURL(`${process.cwd()}/`).href
  const listed = execFileSync(process.execPath, ['--input-type=module', '-e', LOADED], {
    env: { ...process.env, LAUNCH: `${root}cli/launch.js` },
    encoding: 'utf8',
  })
  // A linked node_modules is somewhere else, and in the image in its place.
  const files = listed
    .trim()
    .split('\n')
    .map((url) => url.replace(/^.*\/(?=node_modules\/)/, '').replace(root, ''))
  const rules = readFileSync('.dockerignore', 'utf8').split('\n').filter(Boolean)
  const kept = rules.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1))
  const dropped = rules.filter((rule) => /^\w/.test(rule))
  const below = (file: string, paths: string[]) =>
    paths.some((path) => file === path || file.startsWith(`${path}/`))
  assert.ok(files.includes('adapters/reference/adapter.ts'))
  assert.deepEqual(
    files.filter((file) => !below(file, kept) || below(file, dropped)),
    [],
    'expected .dockerignore to keep what the reference loads: add what is missing',
  )
})
