import { Given } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { ControlNode } from './control-node.ts'
import { chat, envelope, resigned, sign } from './craft.ts'
import { keyOf } from './topics.ts'

/* Archives with messages that are not genuine. */

Given(
  /^the control node has an archive of week 1 in which one message (.*)$/,
  async function (this: World, what: string) {
    const control = this.scene(ControlNode)
    const genuine = control.speeches(1)
    const forged = forge(control, what)
    await control.make(1, {
      said: genuine,
      messages: [forged, ...genuine.map(({ message }) => message)],
    })
  },
)

/** A message that members must not believe. */
function forge(control: ControlNode, what: string) {
  const { scene, community } = control
  const carol = scene.people.get('Carol')
  const at = scene.at(7_200_000_000_000n)
  const [chatId = ''] = community.channels
  const key = keyOf(community.id, 'chat')
  const genuine = chat(carol, chatId, 'forged', at)
  const sealed = (content: Uint8Array, withKey: Uint8Array = key) =>
    envelope(community.topics.universal, withKey, content, at, scene.layers)
  switch (what) {
    case 'has no signature':
      return sealed(resigned(genuine, new Uint8Array()))
    case 'has a broken signature': {
      const signature = sign(carol, genuine).fill(0xff, 0, 32)
      return sealed(resigned(genuine, signature))
    }
    case 'is encrypted with another key':
      return scene.layers === 'application'
        ? sealed(Buffer.from(scene.world.dice.hex(100), 'hex'))
        : sealed(genuine, Buffer.from(scene.world.dice.hex(32), 'hex'))
    default:
      return { ...sealed(genuine), content_topic: '/waku/1/0x00c0ffee/rfc26' }
  }
}
