/*
One week of a community, archived: from the database of the control node to a file and its Codex CID,
against what protobufjs alone takes to encode the same messages; and the hashing of the CID against
SHA-256 of the same bytes. Each figure is of a process of its own, so that its memory is its own.

node bench/archives.ts [MESSAGES] [--full]: 20,000, or with --full 100,000 and a million if not given. Payloads of 400 random bytes.
*/
import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TreeHasher } from '../adapters/codex/tree.ts'
import { metadataOf, writeArchive } from '../adapters/reference/archives/archive-file.ts'
import { Database } from '../adapters/reference/archives/database.ts'
import { WakuMessages } from '../adapters/reference/archives/waku-messages.ts'
import { type WakuMessage, wakuMessage } from '../proto/archives/messages.ts'
import { schema } from '../proto/codec.ts'
import { CpuClock } from './harness/cpu-clock.ts'
import { full, median, short, spreadOf, tell, words } from './harness/figure.ts'

const topic = '/waku/1/0x8ddd3f34/rfc26'
const start = 1_756_684_800_000_000_000n
const pool = randomBytes(1 << 20)
const message = (i: number): WakuMessage => ({
  payload: pool.subarray((i * 401) % 1_000_000, ((i * 401) % 1_000_000) + 400),
  content_topic: topic,
  version: 1,
  timestamp: start + BigInt(i) * 1_000n,
})

/** The timestamp of a message as protobufjs takes 64 bits without loss and without BigInt. */
function halves(i: number): { low: number; high: number; unsigned: boolean } {
  const low = Number(start & 0xffff_ffffn) + i * 1_000
  const high = Number(start >> 32n) + Math.floor(low / 2 ** 32)
  return { low: low | 0, high, unsigned: false }
}

/** Processor time in seconds, and the most memory that this process ever had, in MB. */
async function measured(act: () => Promise<void> | void) {
  const clock = new CpuClock()
  clock.start()
  await act()
  return { seconds: clock.now() / 1_000, peak: process.resourceUsage().maxRSS / 1_024 }
}

const parts: Record<string, (folder: string, count: number) => Promise<object> | object> = {
  fill(folder, count) {
    const database = new Database(join(folder, 'node.db'))
    const messages = new WakuMessages(database)
    for (let done = 0; done < count; done += 10_000)
      database.transaction(() => {
        for (let i = done; i < Math.min(done + 10_000, count); i += 1) {
          const one = message(i)
          messages.keep('c', '/waku/2/rs/16/256', one, wakuMessage.encode(one), 0n)
        }
      })
    database.close()
    return {}
  },
  export: (folder, count) =>
    measured(async () => {
      const messages = new WakuMessages(new Database(join(folder, 'node.db')))
      const to = start + BigInt(count) * 1_000n
      const rows = messages.exported('c', [topic], { from: start, to })
      const file = join(folder, 'archive')
      const written = writeArchive(file, metadataOf(start, to, [topic]), rows)
      if (written !== count) throw new Error(`expected ${count} messages, archived ${written}`)
      await hashed(file)
    }),
  encode: (_, count) =>
    measured(() => {
      const type = schema('archives/waku.proto').lookupType('waku14.WakuMessage')
      let bytes = 0
      for (let i = 0; i < count; i += 1) {
        const { payload, content_topic, version } = message(i)
        const timestamp = halves(i)
        bytes += type.encode({ payload, content_topic, version, timestamp }).finish().length
      }
      if (bytes < count * 400) throw new Error('nothing was encoded')
    }),
  cid: (folder) => measured(() => hashed(join(folder, 'archive'))),
  sha256: (folder) =>
    measured(async () => {
      const hash = createHash('sha256')
      for await (const chunk of createReadStream(join(folder, 'archive'))) hash.update(chunk)
      hash.digest()
    }),
}

async function hashed(file: string): Promise<void> {
  const hasher = new TreeHasher()
  for await (const chunk of createReadStream(file)) hasher.update(chunk as Uint8Array)
  hasher.root()
}

const [first, folder = '', size = ''] = words
const part = first === undefined ? undefined : parts[first]
if (part) process.stdout.write(JSON.stringify(await part(folder, Number(size))))
else if (first !== undefined) report(Number(first))
else for (const count of full ? [100_000, 1_000_000] : [20_000]) report(count)

function report(count: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-archives-'))
  const run = (name: string) => {
    const args = [import.meta.filename, name, folder, String(count)]
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(`${name}: ${stderr}`)
    return JSON.parse(stdout) as { seconds: number; peak: number }
  }
  const compare = (what: string, ours: string, name: string, theirs: string) => {
    // In turns, so that what else the machine does meets both alike.
    const pairs = [1, 2, 3].map(() => [run(ours), run(theirs)] as const)
    const seconds = pairs.map(([{ seconds }]) => seconds)
    tell({
      what: `${what}, ${short(count)} messages`,
      unit: 's',
      value: median(seconds),
      spread: spreadOf(seconds),
      peer: { name, value: median(pairs.map(([, { seconds }]) => seconds)) },
      growth: { series: ours, size: count, cost: median(seconds) },
      peakMb: Math.max(...pairs.map(([{ peak }]) => peak)),
    })
  }
  try {
    run('fill')
    compare('database to archive file and CID', 'export', 'protobufjs encodes them', 'encode')
    compare('CID of the file', 'cid', 'SHA-256 of the file', 'sha256')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
