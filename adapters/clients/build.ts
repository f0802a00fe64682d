/** `npm run clients:build [-- NAME…]`: builds the clients of this folder, all unless some are named. */
import { spawnSync } from 'node:child_process'
import { clientNames, isBuilt, missingTools, readClient, told } from './entry.ts'

const asked = process.argv.slice(2)
const done = new Set<string>()

for (const name of asked.length > 0 ? asked : clientNames()) {
  const entry = readClient(name)
  const { folder, build } = entry
  const missing = missingTools(entry)
  if (missing.length > 0) {
    console.log(`${name}: not measured: ${told(missing)}`)
    continue
  }
  const work = `${folder}\0${build}`
  if (build && !done.has(work)) {
    done.add(work)
    console.log(`${name}: ${build}`)
    const { status, signal } = spawnSync(build, { cwd: folder, shell: true, stdio: 'inherit' })
    if (status !== 0) {
      console.error(`${name}: "${build}" failed (${signal ?? `exit code ${status}`})`)
      process.exitCode = 1
      continue
    }
  }
  if (isBuilt(entry)) console.log(`${name}: ready as client:${name}`)
  else {
    console.error(`${name}: expected the build to make ${entry.built}, it did not`)
    process.exitCode = 1
  }
}
