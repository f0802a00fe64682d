import { type DataTable, Then } from '@cucumber/cucumber'
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

type Seen = Awaited<ReturnType<typeof archivedMessage>>

/** What an archived message can be asked to have, and the check against the other cell of the row. */
const properties: Readonly<
  Record<string, (world: World, text: string, seen: Seen, wanted: string) => void>
> = {
  everything(world, text, { said, seen }, wanted) {
    known(wanted)
    world
      .expect(`the archived message "${text}"`, seen, (value) => tell(value as WakuMessage))
      .equals(wakuMessage.decode(said.wire))
  },
  fields(world, text, { seen }, wanted) {
    const fields = seen.map((message) =>
      message ? rawRecords(wakuMessage.encode(message)).map(({ field }) => field) : [],
    )
    const numbers = [...wanted.matchAll(/\d+/g)].map(([digits]) => Number(digits))
    world.expect(`fields of the archived message "${text}"`, fields).equals(numbers)
  },
  timestamp(world, text, { said, seen }, wanted) {
    known(wanted)
    const got = seen.map((message) => message?.timestamp ?? 0n)
    world
      .expect(`timestamp of the archived message "${text}"`, got, String)
      .equals(said.message.timestamp ?? 0n)
  },
}

function known(wanted: string): void {
  if (wanted !== 'as it was sent') throw new Error(`expected "as it was sent", got "${wanted}"`)
}

Then(
  'the archived message {string} has',
  async function (this: World, text: string, table: DataTable) {
    const seen = await archivedMessage(this, text)
    for (const [property = '', wanted = ''] of table.raw()) {
      const check = properties[property]
      if (!check)
        throw new Error(`expected one of ${Object.keys(properties).join(', ')}, got ${property}`)
      check(this, text, seen, wanted)
    }
  },
)
