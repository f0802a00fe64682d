import { type DataTable, Given } from '@cucumber/cucumber'
import protobuf from 'protobufjs'
import { indexMetadata } from '../../proto/archives/messages.ts'
import type { World } from '../world.ts'
import { ControlNode } from './control-node.ts'
import { differently, keyed } from './craft-archive.ts'
import { demanded } from './demanded.ts'

/* What is unusual about the index of the suite's control node. */

type Oddity = (control: ControlNode) => void

/** Adds an entry that leads to no archive. */
function stray(value: (control: ControlNode) => Uint8Array): Oddity {
  return (control) => {
    control.strays.push(keyed(value(control)))
  }
}

/** Where an entry of week 1 says it leads to. */
function weekOne(control: ControlNode) {
  const { from, to, cid } = control.week(1)
  return { from, to, cid, contentTopic: [control.community.topics.universal] }
}

const oddities: Readonly<Record<string, Oddity>> = {
  'an entry more: with an empty CID': stray((control) => {
    const { cid: _, ...metadata } = weekOne(control)
    return indexMetadata.encode({ metadata, cid: '' })
  }),
  'an entry more: with no metadata': stray((control) => {
    const { cid } = weekOne(control)
    return indexMetadata.encode({ cid })
  }),
  'an entry more: with from after to': stray((control) => {
    const { from, to, cid, contentTopic } = weekOne(control)
    return indexMetadata.encode({ metadata: { from: to, to: from, contentTopic }, cid })
  }),
  'an entry more: with a torrent offset': stray((control) => {
    const { cid: _, ...metadata } = weekOne(control)
    const old = protobuf.Writer.create().uint32(0x18).uint64(123_456).uint32(0x20).uint64(7)
    return Buffer.concat([indexMetadata.encode({ metadata, cid: '' }), old.finish()])
  }),
  'entries: from old to new'(control) {
    control.order = (entries) => entries
  },
  'entries: from new to old'(control) {
    control.order = (entries) => entries.toReversed()
  },
  'entries: with the latest inside'(control) {
    control.order = (entries) => [...entries.slice(2), ...entries.slice(0, 2)]
  },
  'entries: with values before keys'(control) {
    control.valueFirst = true
  },
  'keys: that another encoder would not make'(control) {
    control.spell = differently
  },
}

Given('the index is made with', function (this: World, table: DataTable) {
  for (const make of demanded(table, oddities)) make(this.scene(ControlNode))
})
