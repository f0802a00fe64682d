/* A member node in a process of its own, to be killed in the middle of an import. */
import { ArchiveNode } from '../../adapters/reference/archives/node.ts'
import { Outbox } from '../../adapters/reference/archives/outbox.ts'

const [folder = '', codexUrl = '', storeUrl = '', from = '', to = ''] = process.argv.slice(2)
const config = { folder, privateKey: Buffer.alloc(32, 2), codexUrl, storeUrl }
const node = new ArchiveNode(config, new Outbox(), Number(from))
process.stdout.write('importing\n')
await node.advance(Number(to))
node.stop()
process.stdout.write('done\n')
