import { createHash } from 'node:crypto'
import { type DataTable, Then } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Archived } from './archived.ts'
import { demanded } from './demanded.ts'
import { Scene } from './scene.ts'

/* The files in the place that a control node has set aside for archives. */

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function files(world: World) {
  return (await world.act('Alice', 'archives.files', {})).map((answer) => answer.files)
}

async function digests(world: World) {
  const seen = (await files(world)).map((all) => all.map(({ sha256 }) => sha256))
  return world.expect('digests of the files', seen)
}

/** What the folder can be asked to hold. */
const properties: Readonly<Record<string, (world: World) => Promise<void>>> = {
  async 'listed archives: all'(world) {
    const { listed } = await Archived.of(world.scene(Scene))
    const wanted = listed.map(({ file }) => file && digest(file))
    const there = await digests(world)
    there.meets(
      `the bytes of the archives: ${wanted.join(', ') || 'no archive is listed'}`,
      (all) => wanted.length > 0 && wanted.every((one) => one !== undefined && all.includes(one)),
    )
  },
  async 'listed archives: each in a folder named after its community'(world) {
    const scene = world.scene(Scene)
    const wanted = await Promise.all(
      scene.communities.map(async ({ which, id }) => {
        const { listed } = await Archived.of(scene, which)
        return { id, digests: listed.flatMap(({ file }) => (file ? [digest(file)] : [])) }
      }),
    )
    world
      .expect('paths of the files', await files(world))
      .meets('each archive in a folder with the id of its community', (all) =>
        wanted.every(
          ({ id, digests }) =>
            digests.length > 0 &&
            digests.every((one) =>
              all.some(({ path, sha256 }) => sha256 === one && named(path, id)),
            ),
        ),
      )
  },
  async 'announced index: yes'(world) {
    const { shelf } = await Archived.of(world.scene(Scene))
    const index = await shelf.file(shelf.announcements().at(-1)?.cid ?? '')
    const wanted = index && digest(index)
    const there = await digests(world)
    there.meets(
      `one with the bytes of the announced index, ${wanted ?? 'which is not in Codex'}`,
      (all) => wanted !== undefined && all.includes(wanted),
    )
  },
}

Then("Alice's archive folder holds", async function (this: World, table: DataTable) {
  for (const check of demanded(table, properties)) await check(this)
})

/** Whether a folder of the path has the id in its name, in whichever spelling of case. */
function named(path: string, id: string): boolean {
  const folders = path.split('/').slice(0, -1)
  return folders.some((folder) => folder.toLowerCase().includes(id))
}
