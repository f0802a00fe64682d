import { createHash } from 'node:crypto'
import { Then } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Archived } from './archived.ts'
import { Scene } from './scene.ts'

/* The files in the place that a control node has set aside for archives. */

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function files(world: World) {
  return (await world.act('Alice', 'archives.files', {})).map((answer) => answer.files)
}

Then(
  "the files of the archives of {weeks} are in Alice's archive folder",
  async function (this: World, numbers: number[]) {
    const archived = await Archived.of(this.scene(Scene))
    const wanted = numbers.flatMap((number) =>
      archived.ofWeek(number).map(({ file }) => file && digest(file)),
    )
    this.expect(
      'digests of the files',
      (await files(this)).map((all) => all.map(({ sha256 }) => sha256)),
    ).meets(
      `${numbers.length} files with the bytes of the archives: ${wanted.join(', ') || 'no archive is listed'}`,
      (digests) =>
        wanted.length >= numbers.length &&
        wanted.every((one) => one !== undefined && digests.includes(one)),
    )
  },
)

Then("the file of the announced index is in Alice's archive folder", async function (this: World) {
  const { shelf } = await Archived.of(this.scene(Scene))
  const index = await shelf.file(shelf.announcements().at(-1)?.cid ?? '')
  const wanted = index && digest(index)
  this.expect(
    'digests of the files',
    (await files(this)).map((all) => all.map(({ sha256 }) => sha256)),
  ).meets(
    `one with the bytes of the announced index, ${wanted ?? 'which is not in Codex'}`,
    (digests) => wanted !== undefined && digests.includes(wanted),
  )
})

Then('every archive file is in a folder named after its community', async function (this: World) {
  const scene = this.scene(Scene)
  const wanted = await Promise.all(
    scene.communities.map(async ({ which, id }) => {
      const { listed } = await Archived.of(scene, which)
      return { id, digests: listed.flatMap(({ file }) => (file ? [digest(file)] : [])) }
    }),
  )
  this.expect('paths of the files', await files(this)).meets(
    'each archive in a folder with the id of its community',
    (all) =>
      wanted.every(
        ({ id, digests }) =>
          digests.length > 0 &&
          digests.every((one) => all.some(({ path, sha256 }) => sha256 === one && named(path, id))),
      ),
  )
})

/** Whether a folder of the path has the id in its name, in whichever spelling of case. */
function named(path: string, id: string): boolean {
  const folders = path.split('/').slice(0, -1)
  return folders.some((folder) => folder.toLowerCase().includes(id))
}
