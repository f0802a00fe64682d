import { Then } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import type { NodeName } from './parameters.ts'
import { Scene } from './scene.ts'
import { quoted } from './shown-messages.ts'

/* The Waku messages that a node keeps beside what it shows. */

/** They are named by what was said in them. */
async function kept(world: World, name: NodeName) {
  const scene = world.scene(Scene)
  const communityId = scene.community().id
  const answer = await world.act(name, 'archives.wakuMessages', { communityId })
  const byWire = new Map(
    scene.said.map(({ wire, text }) => [Buffer.from(wire).toString('hex'), text]),
  )
  const texts = answer.map(({ messages }) => messages.map((wire) => byWire.get(wire) ?? 'unknown'))
  return world.expect('Waku messages kept', texts, quoted)
}

Then(
  '{node} keeps the Waku message {string}',
  async function (this: World, name: NodeName, text: string) {
    const texts = await kept(this, name)
    texts.meets(`"${text}" among them`, (all) => all.includes(text))
  },
)

Then('Alice does not keep the Waku message {string}', async function (this: World, text: string) {
  const texts = await kept(this, 'Alice')
  texts.avoids(`"${text}" not among them`, (all) => !all.includes(text))
})

Then('Bob keeps no Waku message', async function (this: World) {
  const texts = await kept(this, 'Bob')
  texts.equals([])
})
