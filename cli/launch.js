#!/usr/bin/env node
// Plain JavaScript that any Node ≥ 20 can read: finds the Node 24 that the install brought, and starts the program with it.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

const LOWEST = 24
const compiled = new URL('../dist/cli/main.js', import.meta.url)
const source = new URL('./main.ts', import.meta.url)
// Node strips no types below node_modules, so an installed package runs its compiled form; a clone its sources.
const installed = fileURLToPath(import.meta.url).includes('node_modules')
const main = installed || !existsSync(source) ? compiled : source

if (Number(process.versions.node.split('.')[0]) >= LOWEST) {
  // What V8 made of the sources is kept, so that the next start need not make it again.
  module.enableCompileCache(
    fileURLToPath(
      new URL(`${installed ? '../..' : '../node_modules'}/.cache/vac-conformance`, import.meta.url),
    ),
  )
  await import(main.href)
} else {
  const node = pinned()
  if (!node) {
    console.error(
      `expected Node ${LOWEST} or later, got ${process.version}, and the install brought none for ${process.platform}-${process.arch}: install Node ${LOWEST} (npm ci without --omit=optional brings it on Linux and Windows)`,
    )
    process.exit(2)
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) =>
    process.exit(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0)),
  )
}

function pinned() {
  const os = process.platform === 'win32' ? 'win' : process.platform
  try {
    const manifest = createRequire(import.meta.url).resolve(
      `node-${os}-${process.arch}/package.json`,
    )
    const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
    return fileURLToPath(new URL(file, `file://${manifest}`))
  } catch {
    return undefined
  }
}
