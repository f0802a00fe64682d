import { createInterface } from 'node:readline'

// The other end of guardian.ts. For the time of one run; ends with it.
const guarded = new Set<string>()
for await (const line of createInterface({ input: process.stdin })) {
  if (line.startsWith('+')) guarded.add(line.slice(1))
  else guarded.delete(line.slice(1))
}
for (const [kind, name] of [...guarded].map((entry) => entry.split(' '))) {
  if (kind === 'group') {
    try {
      process.kill(-Number(name), 'SIGKILL')
    } catch {
      // Nothing of the group is left.
    }
  } else if (name) {
    const { sweep } = await import('./sweep.ts')
    await sweep(name)
  }
}
