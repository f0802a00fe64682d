import { Then, When } from '@cucumber/cucumber'
import { recordTypes } from '../../proto/archives/messages.ts'
import { archiveRecord } from '../../proto/archives/records.ts'
import { seal } from '../../proto/archives/sealed.ts'
import type { Observed } from '../observed.ts'
import type { Answer, World } from '../world.ts'
import { ControlNode } from './control-node.ts'
import { wrap } from './craft.ts'
import { keyOf } from './topics.ts'

/* Invitations to a community. */

class Opening {
  answer?: Observed<Answer<'archives.openInvitation'>>
}

When(/^Bob opens an invitation (.*)$/, async function (this: World, how: string) {
  const { community, scene, ...control } = bits(this)
  const clear = control.description
  const nonce = Buffer.from(this.dice.hex(12), 'hex')
  const otherKey = Buffer.from(this.dice.hex(32), 'hex')
  const described = {
    'with an encrypted description': () => seal(keyOf(community.id, 'description'), clear, nonce),
    'with a description under another key': () => seal(otherKey, clear, nonce),
  }[how]
  const payload = archiveRecord('CommunityInvitation').codec.encode({
    community_description: described?.() ?? clear,
    public_key: Buffer.from(community.id, 'hex'),
  })
  const signer = how === 'signed by Mallory' ? scene.people.get('Mallory') : community.owner
  const invitation = Buffer.from(wrap(signer, recordTypes.COMMUNITY_INVITATION, payload))
  const params = { invitation: invitation.toString('hex') }
  this.scene(Opening).answer = await this.attempt('Bob', 'archives.openInvitation', params)
})

function bits(world: World) {
  const control = world.scene(ControlNode)
  return { community: control.community, scene: control.scene, description: control.description() }
}

Then(/^Bob (accepts|refuses) the invitation$/, function (this: World, what: string) {
  const { answer } = this.scene(Opening)
  if (!answer) throw new Error('no invitation was opened: add a When')
  if (what === 'refuses') {
    const kind = answer.map((one) => one.kind as string)
    return this.expect('the answer to the invitation', kind).equals('rejected')
  }
  const { id } = this.scene(ControlNode).community
  const got = answer.map((one) => (one.kind === 'ok' ? one.ok.communityId : 'refused'))
  return this.expect('the community that invites', got).equals(id)
})
