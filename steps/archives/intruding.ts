import { When } from '@cucumber/cucumber'
import { recordTypes, type WakuMessage } from '../../proto/archives/messages.ts'
import type { World } from '../world.ts'
import { ControlNode } from './control-node.ts'
import { chat, resigned, sign, wrap } from './craft.ts'
import { nanoseconds } from './moment.ts'
import type { Person } from './people.ts'
import { contentShard, controlShard } from './scene.ts'
import { reading } from './topics.ts'

/* What Bob hears that is no announcement of the control node. */

When('Bob hears {string}', async function (this: World, what: string) {
  const control = this.scene(ControlNode)
  const make = intruders[what]
  if (!make) throw new Error(`expected one of ${Object.keys(intruders).join('; ')}, got ${what}`)
  await control.learnTopic()
  await make(control, await control.index())
})

/** Hands a message to Bob as the control node hands out its own. */
type Intruder = (control: ControlNode, cid: string) => Promise<void>

const intruders: Readonly<Record<string, Intruder>> = {
  'a chat message on the special channel': (control, cid) =>
    control.deliver(control.onSpecial(saying(control, cid, control.scene.start))),
  'a chat message with the CID of the index'(control, cid) {
    const message = control.onSpecial(saying(control, cid, nanoseconds(control.scene.world.now)))
    return control.deliver(onTopic(message, control.community.topics.universal), contentShard)
  },
  'an announcement of Mallory': signedBy(({ scene }) => scene.people.get('Mallory')),
  "an announcement of another community's owner": signedBy(({ scene }) =>
    scene.people.owner('owner of the second community'),
  ),
  'an announcement with the type of a chat message'(control, cid) {
    const record = control.announcement(cid)
    const wrapped = wrap(control.community.owner, recordTypes.CHAT_MESSAGE, record)
    return control.deliver(control.onSpecial(wrapped))
  },
  garbage(control, cid) {
    const payload = Buffer.from(control.scene.world.dice.hex(200), 'hex')
    return control.deliver({ ...control.announce(cid), payload })
  },
  'an announcement without a signature': withSignature(() => new Uint8Array()),
  'an announcement signed over other bytes': withSignature(({ community }, cid) =>
    sign(community.owner, Buffer.from(cid)),
  ),
  'an announcement whose signature has another recovery id': withSignature(
    ({ community }, _, record) => {
      const signature = sign(community.owner, record)
      signature[64] = (signature[64] ?? 0) ^ 1
      return signature
    },
  ),
  'an announcement on the topic of the channels': (control, cid) =>
    control.deliver(onTopic(control.announce(cid), control.community.topics.universal)),
  'an announcement on a topic of nobody': (control, cid) =>
    control.deliver(onTopic(control.announce(cid), '/waku/1/0x00c0ffee/rfc26')),
  async 'an announcement without a Waku message around'(control, cid) {
    const { payload } = control.announce(cid)
    await control.scene.existing('Bob').receive(controlShard, payload)
  },
}

/** A chat message of the owner whose text is the CID. `at`: nanoseconds. */
function saying({ community }: ControlNode, cid: string, at: bigint): Uint8Array {
  return chat(community.owner, community.channels[0] ?? '', cid, at)
}

function onTopic(message: WakuMessage, content_topic: string): WakuMessage {
  return { ...message, content_topic }
}

function signedBy(signer: (control: ControlNode) => Person): Intruder {
  return (control, cid) => control.deliver(control.announce(cid, undefined, signer(control)))
}

/** An announcement as usual but for its signature. */
function withSignature(
  make: (control: ControlNode, cid: string, record: Uint8Array) => Uint8Array,
): Intruder {
  return (control, cid) => {
    const type = Number(reading(control.scene.world, 'announcementType', '43'))
    const record = control.announcement(cid)
    const wrapped = wrap(control.community.owner, type, record)
    return control.deliver(control.onSpecial(resigned(wrapped, make(control, cid, record))))
  }
}
