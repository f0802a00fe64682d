/*
A channel of many: each message of a participant reaches all others, in the order of sending; and one who
hears all that a thousand others say. Told is the processor time of a delivery, sending and making the
bytes included; it should not grow with the group, nor with what has been said in it.

A channel of 1,000 that says 100,000 messages delivers a hundred million times, and keeps as many entries in logs: more
than one process has memory for. A share of it is measured: ten members hear everything, and the other 990 are one
participant who speaks under their names and has heard everything too; its part is not counted. Each such share is
alike and knows nothing of the others, so a hundred of them, on as many processors as there are, are the whole.

node bench/sds-group.ts [--full]: groups of 10 and 50 with 500 messages, one who hears 10,000; with --full
groups of 100 and 1,000 with 1,000 messages, 99,900 and 999,000 deliveries, and one who hears 100,000, and the share of
10,000 and of 100,000 messages.
*/
import { Participant } from '../adapters/reference/sds/participant.ts'
import { decodeMessage, encodeMessage } from '../proto/sds.ts'
import { CpuClock } from './harness/cpu-clock.ts'
import { full, median, short, spreadOf, tell } from './harness/figure.ts'

const groups = full ? [100, 1_000] : [10, 50]
const messages = full ? 1_000 : 500
const heard = full ? [10_000, 100_000] : [2_000, 10_000]
const senders = 1_000

function join(count: number, name = 'participant'): Participant[] {
  return Array.from({ length: count }, (_, at) => {
    const seed = new Uint8Array(32).fill(at & 255)
    return new Participant({ participantId: `${name} ${at}`, channelId: 'c', seed, now: 0 })
  })
}

/** Processor time in milliseconds of so many messages, each from the next member to the listeners. */
function converse(
  members: readonly Participant[],
  listeners: readonly Participant[],
  count: number,
) {
  const clock = new CpuClock()
  clock.start()
  for (let n = 0; n < count; n++) {
    const from = members[n % members.length] as Participant
    const { wire } = from.send(Uint8Array.of(1, n >>> 16, n >>> 8, n), n)
    from.drainEvents()
    for (const to of listeners) {
      if (to === from) continue
      to.receive(wire, n)
      to.drainEvents()
    }
  }
  clock.stop()
  for (const listener of listeners) {
    const { length } = listener.state().log
    if (length !== count) throw new Error(`expected ${count} ids in every log, got ${length}`)
  }
  return clock.ms
}

/** Processor time in milliseconds for ten of a thousand members to hear, and to say their share of, so many messages. */
function share(count: number): number {
  const ten = join(10)
  const [others] = join(1, 'others') as [Participant]
  const clock = new CpuClock()
  for (let n = 0; n < count; n++) {
    const speaker = ten[n % senders]
    clock.start()
    const { wire } = (speaker ?? others).send(Uint8Array.of(1, n >>> 16, n >>> 8, n), n)
    clock.stop()
    const told = speaker
      ? wire
      : encodeMessage({ ...decodeMessage(wire), senderId: `other ${n % senders}` })
    if (speaker) others.receive(wire, n)
    others.drainEvents()
    clock.start()
    for (const to of ten) {
      if (to !== speaker) to.receive(told, n)
      to.drainEvents()
    }
    clock.stop()
  }
  for (const one of ten) {
    const { length } = one.state().log
    if (length !== count) throw new Error(`expected ${count} ids in every log, got ${length}`)
  }
  return clock.ms
}

function measure(
  what: string,
  series: string,
  size: number,
  deliveries: number,
  act: () => number,
) {
  const times = Array.from({ length: deliveries > 500_000 ? 1 : 3 }, act)
  tell({
    what,
    unit: 'µs/delivery',
    value: (1_000 * median(times)) / deliveries,
    spread: spreadOf(times),
    growth: { series, size, cost: median(times) },
  })
}

const warm = join(10)
converse(warm, warm, 200)
for (const members of groups) {
  const deliveries = (members - 1) * messages
  const what = `${short(members)} participants, ${messages} messages, ${short(deliveries)} deliveries`
  measure(what, 'members', members, deliveries, () => {
    const group = join(members)
    return converse(group, group, messages)
  })
}
for (const count of heard) {
  const what = `one participant hears ${short(count)} messages of ${short(senders)} others`
  measure(what, 'messages', count, count, () => converse(join(senders), join(1, 'listener'), count))
}
if (full)
  for (const count of heard) {
    const what = `10 of ${short(senders)} participants hear ${short(count)} messages, ${short(10 * count)} deliveries`
    measure(what, 'share', count, 10 * count, () => share(count))
  }
