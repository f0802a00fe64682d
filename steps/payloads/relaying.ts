import { When } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Drafts } from './drafts.ts'
import { became } from './outcome.ts'
import { People } from './people.ts'
import { wrapperPart } from './wrapper-parts.ts'
import { open } from './wrapping.ts'

/* What goes on to others. */

When('Bob relays {string}', async function (this: World, label: string) {
  const messageId = this.scene(Drafts).idOf(label)
  const answer = await this.attempt('Bob', 'payloads.relay', { messageId })
  const bytes = answer.map((one) => (one.kind === 'ok' ? one.ok.bytes : ''))
  const { profile } = this.scene(People)
  became(this, {
    answers: [answer],
    part: wrapperPart(this, bytes),
    signed: () => [
      {
        subject: 'the relayed payload',
        got: bytes.map((hex) => open(profile, hex)?.payload),
        wanted: this.scene(Drafts).get(label).payload,
      },
    ],
  })
})
