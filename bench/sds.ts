/*
The reference participant of SDS against the published one of js-waku, @waku/sds 0.0.8: receiving N
messages, in order and shuffled, with no and with 1,000 own messages unacknowledged.

Both start from bytes and end with every message in the log. The messages are one chain with a causal
history of two; each carries a bloom filter of the format of the one who reads it, for 10,000 ids at
0.1 % and half full, with no own id in it. Making the messages is not measured. Time is processor time,
collection of garbage included; each figure is the median of up to five rounds.

node bench/sds.ts [SECONDS] [--full]: limit for one round of the peer, 3 or with --full 60 if not given. Where the limit cuts it
short, its rate over the messages it managed counts; it gets slower with every message, so that the
ratio is then a lower bound, marked ≥.
*/
import { createHash } from 'node:crypto'
import type { Message, MessageChannel, Sds } from '../adapters/clients/waku-sds/library.ts'
import { BloomFilter } from '../adapters/reference/sds/bloom.ts'
import { Participant } from '../adapters/reference/sds/participant.ts'
import { encodeMessage } from '../proto/sds.ts'
import { CpuClock } from './harness/cpu-clock.ts'
import { full, short, spreadOf, tell, tellWhy, words } from './harness/figure.ts'

const capacity = 10_000
const errorRate = 0.001
const rounds = full ? 5 : 3
const peerLimitMs = 1000 * Number(words[0] ?? (full ? 60 : 3))
const sizes = full ? [1000, 2500, 5000, 10_000, 20_000] : [1000, 4000]
const peerSizes = full ? [1000, 5000, 10_000] : sizes

/** One that receives; `finish` does what is left to do and tells how many ids its log has. */
interface Receiver {
  receive(wire: Uint8Array): Promise<void> | void
  finish(): number
}

interface Contender {
  readonly limitMs: number
  readonly filter: Uint8Array
  open(own: number): Promise<Receiver>
}

const idOf = (n: number) => createHash('sha256').update(`${n}`).digest('hex')
const contentOf = (n: number) => Uint8Array.of(1, n >>> 8, n & 255)
const halfFull = Array.from({ length: capacity / 2 }, (_, n) => idOf(-1 - n))

function reference(): Contender {
  const filter = new BloomFilter(capacity, errorRate)
  for (const id of halfFull) filter.include(id)
  const open = async (own: number): Promise<Receiver> => {
    const config = { bloomCapacity: capacity, bloomErrorRate: errorRate }
    const options = {
      participantId: 'me',
      channelId: 'c',
      seed: new Uint8Array(32),
      now: 0,
      config,
    }
    const participant = new Participant(options)
    for (let n = 0; n < own; n++) participant.send(contentOf(n), 0)
    return {
      receive: (wire) => participant.receive(wire, 0),
      finish: () => {
        participant.sweepIncoming(0)
        return participant.state().log.length
      },
    }
  }
  return { filter: filter.encode(), open, limitMs: Infinity }
}

type Opened = MessageChannel & { filter: { insert(id: string): void; toBytes(): Uint8Array } }

function peer({ MessageChannel, Message }: Sds): Contender {
  const channel = (id: string) =>
    new MessageChannel('c', id, { causalHistorySize: 2, enableRepair: false }) as Opened
  const donor = channel('donor')
  for (const id of halfFull) donor.filter.insert(id)
  const open = async (own: number): Promise<Receiver> => {
    const me = channel('me')
    for (let n = 0; n < own; n++) {
      me.pushOutgoingMessage(contentOf(n), async () => ({ success: true }))
      await me.processTasks()
    }
    return {
      receive: (wire) => {
        me.pushIncomingMessage(Message.decode(wire) as Message, undefined)
        return me.processTasks()
      },
      finish: () => {
        for (let before = -1; before !== me.incomingBuffer.length; ) {
          before = me.incomingBuffer.length
          me.sweepIncomingBuffer()
        }
        return me.localHistory.slice().length
      },
    }
  }
  return { filter: donor.filter.toBytes(), open, limitMs: peerLimitMs }
}

function wireOf(n: number, bloomFilter: Uint8Array): Uint8Array {
  const history = [n - 2, n - 1].filter((before) => before >= 0)
  return encodeMessage({
    senderId: 'z',
    messageId: idOf(n),
    channelId: 'c',
    lamportTimestamp: BigInt(1_000_000 + n),
    causalHistory: history.map((before) => ({ messageId: idOf(before) })),
    bloomFilter,
    content: contentOf(n),
  })
}

/** The numbers below `count`, in a fixed arbitrary order. */
function shuffled(count: number): number[] {
  const order = Array.from({ length: count }, (_, n) => n)
  let state = 1
  for (let i = count - 1; i > 0; i--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const j = state % (i + 1)
    ;[order[i], order[j]] = [order[j] as number, order[i] as number]
  }
  return order
}

interface Case {
  readonly count: number
  readonly order: readonly number[]
  readonly own: number
}
interface Figure {
  readonly ms: number
  readonly received: number
}

async function measure(contender: Contender, { count, order, own }: Case): Promise<Figure> {
  const receiver = await contender.open(own)
  const clock = new CpuClock()
  let received = 0
  // In portions, so that the messages of a large case need not all be there at once.
  for (let from = 0; from < count && clock.ms < contender.limitMs; from += 100) {
    const wires = order.slice(from, from + 100).map((n) => wireOf(n, contender.filter))
    clock.start()
    for (const wire of wires) {
      await receiver.receive(wire)
      if (++received % 10 === 0 && contender.limitMs < Infinity && clock.now() > contender.limitMs)
        break
    }
    clock.stop()
  }
  if (received < count) return { ms: clock.ms, received }
  clock.start()
  const logged = receiver.finish()
  clock.stop()
  if (logged !== count + own) throw new Error(`expected ${count + own} ids logged, got ${logged}`)
  return { ms: clock.ms, received }
}

/** Figures of several rounds, the slowest first; a contender that needs long is measured less often. */
async function figures(contender: Contender, test: Case): Promise<Figure[]> {
  const all: Figure[] = []
  let spent = 0
  while (all.length < rounds && (all.length === 0 || spent < contender.limitMs / 2)) {
    const figure = await measure(contender, test)
    all.push(figure)
    spent += figure.ms
  }
  return all.sort((a, b) => rate(a) - rate(b))
}

const rate = ({ received, ms }: Figure) => (received / ms) * 1000
const middle = (all: readonly Figure[]) => all[all.length >>> 1] as Figure

async function run(sds: Sds): Promise<void> {
  const contenders = { reference: reference(), peer: peer(sds) }
  await measure(contenders.reference, { count: 3000, order: shuffled(3000), own: 100 })
  for (const own of [0, 1000])
    for (const how of ['in order', 'shuffled'])
      for (const count of sizes) {
        const order =
          how === 'shuffled' ? shuffled(count) : Array.from({ length: count }, (_, n) => n)
        const all = await figures(contenders.reference, { count, order, own })
        const ours = middle(all)
        const theirs = peerSizes.includes(count)
          ? middle(await figures(contenders.peer, { count, order, own }))
          : undefined
        tell({
          what: `receive ${short(count)} ${how}, ${short(own)} own unacknowledged`,
          unit: 'messages/s',
          value: rate(ours),
          spread: spreadOf(all.map(rate)),
          ...(theirs && { peer: { name: '@waku/sds 0.0.8', value: rate(theirs) } }),
          ...(theirs && theirs.received < count && { atLeast: true }),
          growth: { series: `${how} ${own}`, size: count, cost: ours.ms },
        })
      }
}

const installed = new URL(
  '../adapters/clients/waku-sds/node_modules/sds-0.0.8/dist/index.js',
  import.meta.url,
)
const sds = await import(installed.href).catch(() => undefined)
if (sds) await run(sds)
else tellWhy('run npm run clients:build')
