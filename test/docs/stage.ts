/* A folder in which the commands of a page find what the page takes for granted. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { ROOT } from './shown.ts'

const LAUNCH = join(ROOT, 'cli/launch.js')

/** What stands for a placeholder of the documents. */
const MEANT: Record<string, string> = {
  NAME: 'clock-by-two',
  ADDRESS: 'reference',
  DIR: 'exported',
}

/** What has to be there before a page begins, as commands. */
const BEFORE: Record<string, readonly string[]> = {
  'README.md': ['vac-conformance serve --http 8080'],
  'docs/reports.md': ['vac-conformance run --adapter reference --area sds --tags @SDS-SEND-01'],
  'docs/ci.md': [
    'vac-conformance run --adapter reference --area sds --tags @SDS-SEND-01 --out before',
    'cp before/results.json released.json',
    'vac-conformance baseline known.yaml --update --from released.json',
  ],
}

export class Scratch implements AsyncDisposable {
  readonly #place = mkdtempSync(join(tmpdir(), 'docs-'))
  readonly #bin = join(this.#place, 'bin')
  readonly #ports = new Map<string, number>()
  readonly #servers: ChildProcess[] = []
  #folder = join(this.#place, 'clone')
  #url = ''

  private constructor() {
    mkdirSync(this.#bin)
    mkdirSync(this.#folder)
    for (const name of ['proto', 'cli', 'package.json', 'adapters'])
      symlinkSync(join(ROOT, name), join(this.#folder, name))
    cpSync(join(ROOT, 'adapters/kit/sds/python/shim.py'), join(this.#folder, 'my_shim.py'))
    this.#program(join(this.#folder, 'shim'), `exec node ${LAUNCH} serve --stdio`)
    this.#program(join(this.#bin, 'vac-conformance'), `exec node ${LAUNCH} "$@"`)
    // What npx does in a clone: the one program that the package has.
    this.#program(
      join(this.#bin, 'npx'),
      `[ "$1" = vac-conformance ] && shift && exec node ${LAUNCH} "$@"; echo "npx $1"; exit 99`,
    )
  }

  static async of(page: string): Promise<Scratch> {
    const scratch = new Scratch()
    for (const port of ['8080', '8081', '8082', '8090', '8091', '9000'])
      scratch.#ports.set(port, await free())
    for (const command of BEFORE[page] ?? []) await scratch.run(command)
    return scratch
  }

  /** Runs a command as a reader would, and answers how it ended; a server goes on until the page is done. */
  async run(shown: string): Promise<{ code: number | null; said: string }> {
    const command = this.#meant(shown)
    const [, to] = /^cd (\S+)$/.exec(command) ?? []
    if (to !== undefined) {
      this.#folder = resolve(this.#folder, to)
      return { code: 0, said: '' }
    }
    const env = { ...process.env, PATH: `${this.#bin}:${process.env.PATH}` }
    const options = { cwd: this.#folder, env }
    if (!/^\S* ?(?:vac-conformance )(?:codex )?serve /.test(command)) {
      const child = spawn('bash', ['-o', 'pipefail', '-c', command], {
        ...options,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      const ended = once(child, 'close')
      const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
      await ended
      return { code: child.exitCode, said: out + err }
    }
    const server = spawn('bash', ['-c', `exec ${command}`], {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#servers.push(server)
    const [said] = (await Promise.race([
      once(server.stdout, 'data'),
      once(server.stderr, 'data'),
      once(server, 'exit').then(() => ['it ended at once']),
    ])) as [Buffer | string]
    this.#url = /http:\S+/.exec(String(said))?.[0] ?? ''
    return { code: server.exitCode ?? 0, said: String(said) }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const server of this.#servers) {
      if (server.exitCode !== null) continue
      const ended = once(server, 'exit')
      server.kill()
      await ended
    }
    rmSync(this.#place, { recursive: true })
  }

  /** Ports are taken on a machine that does other things too. */
  #meant(shown: string): string {
    return shown
      .replace(/\b(80[89][012]|9000)\b/g, (port) => String(this.#ports.get(port) ?? port))
      .replace(/\bURL\b/g, this.#url)
      .replace(/\b[A-Z]{3,}\b/g, (word) => MEANT[word] ?? word)
  }

  #program(file: string, body: string): void {
    writeFileSync(file, `#!/usr/bin/env bash\n${body}\n`)
    chmodSync(file, 0o755)
  }
}

async function free(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as { port: number }
  await new Promise((done) => server.close(done))
  return port
}

/** Whether a program can be had. */
export function has(program: string): boolean {
  try {
    execFileSync('bash', ['-c', `command -v ${program}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
