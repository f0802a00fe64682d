/*
The shim that adapter init writes, with one fault each: lint has to find it, and to point at the line.
*/
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import { sourceOf } from '../../adapters/lint/source.ts'
import { lintedWhole } from './linted.ts'

const folder = mkdtempSync(join(tmpdir(), 'broken-'))
after(() => rmSync(folder, { recursive: true }))
const shim = readFileSync('adapters/kit/sds/ts/shim.ts', 'utf8')

interface Break {
  readonly check: string
  readonly replace: string | RegExp
  readonly by: string
  readonly got: RegExp
  /** A text of the line pointed at. */
  readonly at?: string
  readonly weight?: string
}

const breaks: Record<string, Break> = {
  'accepts every operation': {
    check: 'unknown operation',
    replace: '{ unsupported: { capability: call.op } }',
    by: '{ ok: {} }',
    got: /^ok/,
  },
  'calls its own failures refusals': {
    check: 'broken parameters',
    replace: '{ error: { message } }',
    by: "{ rejected: { code: 'undecodable' } }",
    got: /rejected \(undecodable\)/,
    at: 'catch',
  },
  'takes whatever it is given': {
    check: 'broken parameters',
    replace: /raise\(`no hex: .*?`\)/,
    by: "''",
    got: /^ok/,
  },
  'answers the same to everybody': {
    check: 'fresh answers',
    replace: /return \{ messageId.*/,
    by: "return { messageId: 'a', wire: '00' }",
    got: /twice/,
    at: 'sds.send',
  },
  'throws its own dice': {
    check: 'same seed',
    replace: "createHash('sha256').update(name).digest('hex')",
    by: 'String(Math.random())',
    got: /and then/,
    at: 'Math.random',
    weight: 'advice',
  },
  'shares one list': {
    check: 'two instances',
    replace: '{ params, sent: [], received: [] }',
    by: '{ params, sent: all, received: [] }',
    got: /alone/,
  },
  'never forgets': {
    check: 'destroy',
    replace: '(instances.delete(instance) ? {} : {})',
    by: '({ ...(instance === "" && {}) })',
    got: /^ok/,
    at: 'destroy',
  },
  'stops at long lines': {
    check: 'line of 1 MiB',
    replace: 'const call: Call = JSON.parse(line)',
    by: 'if (line.length > 65_536) process.exit(1)\n  const call: Call = JSON.parse(line)',
    got: /exit code 1/,
    at: 'stdin',
  },
  'talks on stdout': {
    check: 'hello',
    replace: '/** Your library',
    by: "console.log('connected to the node')\n/** Your library",
    got: /connected to the node/,
    at: 'connected to the node',
  },
  'dies at once': {
    check: 'hello',
    replace: '/** Your library',
    by: "throw new Error('no database')\n/** Your library",
    got: /no database/,
  },
  'outlives its input': {
    check: 'end of input',
    replace: '/** Your library',
    by: 'setInterval(() => {}, 1_000)\n/** Your library',
    got: /runs on/,
    at: 'setInterval',
  },
  'floods stderr': {
    check: 'stderr',
    replace: 'const call: Call = JSON.parse(line)',
    by: "console.error('x'.repeat(2_000_000))\n  const call: Call = JSON.parse(line)",
    got: /2\d{7} bytes/,
    at: 'console.error',
    weight: 'advice',
  },
  'misspells a capability': {
    check: 'names',
    replace: 'capabilities: []',
    by: "capabilities: ['sds.state.lampotr']",
    got: /lampotr/,
    at: 'lampotr',
    weight: 'false-claim',
  },
  'claims what it has not': {
    check: 'claims',
    replace: 'capabilities: []',
    by: "capabilities: ['sds.sync']",
    got: /unsupported \(sds.sendSync\)/,
    at: "['sds.sync']",
    weight: 'false-claim',
  },
  'has what it does not claim': {
    check: 'claims',
    replace: "'sds.state': ",
    by: "'sds.tick': () => ({ broadcasts: [] }),\n  'sds.state': ",
    got: /not claimed/,
    at: 'capabilities',
    weight: 'advice',
  },
  'claims a part of the state that it does not show': {
    check: 'claims of sds',
    replace: 'capabilities: []',
    by: "capabilities: ['sds.state.log']",
    got: /no `log`/,
    at: 'sds.state.log',
    weight: 'false-claim',
  },
  'reads the wall clock': {
    check: 'clock',
    replace: 'wire: content }',
    // Lamport timestamp, field 10 of Message.
    by: 'wire: message(BigInt(Date.now())) }',
    got: /for one `now`/,
    at: 'Date.now',
    weight: 'false-claim',
  },
  'cannot stand the future': {
    check: 'clock',
    replace: 'at(instance).sent.push(hex(content))',
    by: "if (now > 1.78e12) raise('too late'); at(instance).sent.push(hex(content))",
    got: /too late/,
    at: 'now',
  },
}

/** Code that some of the broken shims use. */
const MORE = `
const all: string[] = []
function message(time: bigint): string {
  let hex = '50'
  for (; time > 127n; time >>= 7n) hex += Number((time & 127n) | 128n).toString(16).padStart(2, '0')
  return hex + Number(time).toString(16).padStart(2, '0')
}
void [all, message]
`

suite('lint', { concurrency: 2 }, () => {
  for (const [what, { check, replace, by, got, at, weight = 'protocol' }] of Object.entries(breaks))
    test(`finds an adapter that ${what}, and the line`, async () => {
      const file = join(folder, `${what.replaceAll(' ', '-')}.ts`)
      const broken = shim.replace(replace, () => by)
      assert.notEqual(broken, shim, 'expected the shim to hold what is replaced')
      writeFileSync(
        file,
        broken.replace('class Rejected', () => `${MORE}class Rejected`),
      )
      const address = `exec:node ${file}`
      const all = await lintedWhole(address)
      const fault = all
        .find(({ name }) => name === check)
        ?.faults.find((each) => got.test(each.got) && each.weight === weight)
      assert.ok(fault, JSON.stringify(all.filter(({ faults }) => faults.length > 0)))
      if (at !== undefined)
        assert.ok(
          sourceOf(address)
            .find(fault.repair.near ?? [])
            ?.text.includes(at),
        )
    })
})

test('lint tells a reply that lies in a buffer from a client that is silent', async (t) => {
  if (spawnSync('python3', ['--version']).status !== 0) return t.skip('not measured: no python3')
  const file = join(folder, 'unflushed.py')
  const honest = readFileSync('adapters/kit/sds/python/shim.py', 'utf8')
  // As Python does for a pipe unless PYTHONUNBUFFERED is set, which it may be here.
  const buffered = honest.replace('HELLO =', 'sys.stdout = open(1, "w", 65536)\nHELLO =')
  writeFileSync(file, buffered.replace(', flush=True', ''))
  const [hello] = await lintedWhole(`exec:python3 ${file}`, 1_500)
  assert.match(hello?.faults[0]?.got ?? '', /it lay in a buffer/)
  assert.match(
    sourceOf(`exec:python3 ${file}`).find(hello?.faults[0]?.repair.near ?? [])?.text ?? '',
    /^print\(json/,
  )
})
