import { Given } from '@cucumber/cucumber'
import protobuf from 'protobufjs'
import { indexMetadata } from '../../proto/archives/messages.ts'
import type { World } from '../world.ts'
import { ControlNode } from './control-node.ts'
import { keyed } from './craft-archive.ts'

/* What is unusual about the index of the suite's control node. */

Given(
  /^the index has an entry with "(a torrent offset|an empty CID|no metadata|from after to)" beside them$/,
  function (this: World, what: string) {
    this.scene(ControlNode).strays.push(stray(this, what))
  },
)

/** An entry that leads to no archive. */
function stray(world: World, what: string) {
  const control = world.scene(ControlNode)
  const { from, to, cid } = control.week(1)
  const contentTopic = [control.community.topics.universal]
  const metadata = { from, to, contentTopic }
  switch (what) {
    case 'an empty CID':
      return keyed(indexMetadata.encode({ metadata, cid: '' }))
    case 'no metadata':
      return keyed(indexMetadata.encode({ cid }))
    case 'from after to':
      return keyed(indexMetadata.encode({ metadata: { from: to, to: from, contentTopic }, cid }))
    default: {
      const old = protobuf.Writer.create().uint32(0x18).uint64(123_456).uint32(0x20).uint64(7)
      return keyed(Buffer.concat([indexMetadata.encode({ metadata, cid: '' }), old.finish()]))
    }
  }
}

Given(
  /^the index has its (entries in another order|values before its keys)$/,
  function (this: World, what: string) {
    const control = this.scene(ControlNode)
    if (what.startsWith('values')) control.valueFirst = true
    else control.order = (entries) => entries.toReversed()
  },
)

Given(
  /^the index has its entries (from old to new|from new to old|with the latest inside)$/,
  function (this: World, what: string) {
    const control = this.scene(ControlNode)
    if (what === 'from new to old') control.order = (entries) => entries.toReversed()
    if (what === 'with the latest inside')
      control.order = (entries) => [...entries.slice(2), ...entries.slice(0, 2)]
  },
)
