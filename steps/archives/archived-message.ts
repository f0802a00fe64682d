import { Then } from '@cucumber/cucumber'
import { type WakuMessage, wakuMessage } from '../../proto/archives/messages.ts'
import type { World } from '../world.ts'
import { Archived } from './archived.ts'
import { rawRecords } from './raw-records.ts'
import { Scene } from './scene.ts'

/* One message as it is in an archive. */

/** What was said under a text, and the archived message with the same payload; none where there is none. */
async function archivedMessage(world: World, text: string) {
  const scene = world.scene(Scene)
  const said = scene.said.find((one) => one.text === text)
  if (!said) throw new Error(`nobody said "${text}": add a Given`)
  const { listed } = await Archived.of(scene)
  const payload = Buffer.from(said.message.payload)
  const found = listed
    .flatMap(({ archive }) => archive?.messages ?? [])
    .find((message) => payload.equals(message.payload))
  return { said, seen: scene.existing('Alice').saw(found) }
}

/** Every field of a message, for a failure. */
function tell(message: WakuMessage | undefined): string {
  if (!message) return 'no archived message with this payload'
  const { payload, meta, rate_limit_proof: proof, ...rest } = message
  const hex = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('hex')
  const shown = { ...rest, payload: `${payload.length} bytes`, meta: hex(meta), proof: hex(proof) }
  return JSON.stringify(shown, (_, value) => (typeof value === 'bigint' ? String(value) : value))
}

Then(
  'the archived message {string} is the one that was sent',
  async function (this: World, text: string) {
    const { said, seen } = await archivedMessage(this, text)
    this.expect(`the archived message "${text}"`, seen, (value) =>
      tell(value as WakuMessage),
    ).equals(wakuMessage.decode(said.wire))
  },
)

Then(
  /^the fields of the archived message "([^"]*)" are ([\d, and]+)$/,
  async function (this: World, text: string, numbers: string) {
    const wanted = [...numbers.matchAll(/\d+/g)].map(([digits]) => Number(digits))
    const { seen } = await archivedMessage(this, text)
    const fields = seen.map((message) =>
      message ? rawRecords(wakuMessage.encode(message)).map(({ field }) => field) : [],
    )
    this.expect(`fields of the archived message "${text}"`, fields).equals(wanted)
  },
)

Then(
  'the archived message {string} has the timestamp it was sent with',
  async function (this: World, text: string) {
    const { said, seen } = await archivedMessage(this, text)
    const { timestamp = 0n } = said.message
    const got = seen.map((message) => message?.timestamp ?? 0n)
    this.expect(`timestamp of the archived message "${text}"`, got, String).equals(timestamp)
  },
)
