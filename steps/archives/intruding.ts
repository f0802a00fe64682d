import { When } from '@cucumber/cucumber'
import { recordTypes, type WakuMessage } from '../../proto/archives/messages.ts'
import type { World } from '../world.ts'
import { ControlNode } from './control-node.ts'
import { chat, resigned, sign, wrap } from './craft.ts'
import { reading } from './topics.ts'

/* What comes on the special channel and is no announcement of the control node. */

When(/^(an? .*|garbage) comes on the special channel$/, async function (this: World, what: string) {
  const control = this.scene(ControlNode)
  await control.deliver(await intruder(control, what))
})

/** What is no announcement of the control node. */
async function intruder(control: ControlNode, what: string): Promise<WakuMessage> {
  const { community, scene } = control
  await control.learnTopic()
  const cid = await control.index()
  const type = Number(reading(scene.world, 'announcementType', '43'))
  const payload = control.announcement(cid)
  const announced = wrap(community.owner, type, payload)
  const plain = control.onSpecial(announced)
  const signature = sign(community.owner, payload)
  switch (what) {
    case 'a chat message of the control node':
      return control.onSpecial(chat(community.owner, community.channels[0] ?? '', cid, scene.start))
    case 'an announcement of Mallory':
      return control.announce(cid, undefined, scene.people.get('Mallory'))
    case "an announcement of another community's owner":
      return control.announce(cid, undefined, scene.people.owner('owner of the second community'))
    case 'an announcement with the type of a chat message':
      return control.onSpecial(wrap(community.owner, recordTypes.CHAT_MESSAGE, payload))
    case 'garbage':
      return { ...plain, payload: Buffer.from(scene.world.dice.hex(200), 'hex') }
    case 'an announcement without a signature':
      return control.onSpecial(resigned(announced, new Uint8Array()))
    case 'an announcement signed over other bytes':
      return control.onSpecial(resigned(announced, sign(community.owner, Buffer.from(cid))))
    case 'an announcement whose signature has another recovery id': {
      signature[64] = (signature[64] ?? 0) ^ 1
      return control.onSpecial(resigned(announced, signature))
    }
    default:
      throw new Error(`nothing is known that comes as "${what}": see steps/archives/announcing.ts`)
  }
}
