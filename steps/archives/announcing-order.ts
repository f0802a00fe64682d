import { Then } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { Scene } from './scene.ts'
import { shelfOf } from './shelf.ts'
import { Uploads } from './uploads.ts'

/* When a control node announces which index. */

/** What every announcement can be asked to have, as to those before it and to the uploads. */
export const order: Readonly<Record<string, (world: World) => void>> = {
  'CID: of the index uploaded before it'(world) {
    const scene = world.scene(Scene)
    const uploaded = new Uploads(scene).answered().map(({ cid }) => cid)
    const announced = cids(scene)
    const positions = announced.map((cid) => uploaded.indexOf(cid))
    const seen = scene.existing('Alice').saw({ positions, uploads: uploaded.length })
    const show = () => `announced ${announced.join(', ')}, uploaded ${uploaded.join(', ')}`
    world
      .expect('announced CIDs among the uploads', seen, show)
      .meets(
        'each uploaded, the first ones first, the last upload announced last',
        (got) =>
          got.positions.length > 0 &&
          got.positions.every((at, i) => at > (got.positions[i - 1] ?? -1)) &&
          got.positions.at(-1) === got.uploads - 1,
      )
  },
  'distance: at most 30 days from the one before'(world) {
    const scene = world.scene(Scene)
    const moments = shelfOf(scene)
      .announcements()
      .map(({ published }) => published.at)
    const gaps = moments.slice(1).map((at, i) => (at - (moments[i] ?? 0)) / 86_400_000)
    world
      .expect('days between announcements', scene.existing('Alice').saw(gaps))
      .meets('at most 30', (got) => got.length > 0 && got.every((gap) => gap <= 30))
  },
  'index before it: deleted after it'(world) {
    const scene = world.scene(Scene)
    const announced = cids(scene)
    const requests = new Uploads(scene).requests()
    const at = (call: string, cid: string | undefined) =>
      requests.findIndex((one) => one.call === call && one.cid === cid)
    const deletions = announced
      .slice(0, -1)
      .map((cid, i) => ({ deleted: at('delete', cid), next: at('upload', announced[i + 1]) }))
    world
      .expect(
        'positions of deletions and of the next uploads',
        scene.existing('Alice').saw(deletions),
      )
      .meets(
        'each deletion after the upload of the next index',
        (all) => all.length > 0 && all.every(({ deleted, next }) => next >= 0 && deleted > next),
      )
  },
}

function cids(scene: Scene): (string | undefined)[] {
  return shelfOf(scene)
    .announcements()
    .map(({ cid }) => cid)
}

// An index that Codex has dropped since then is found among the uploads: sizes are told by the last one only.
Then(
  /^Alice has announced indices of ([\d, and]+) archives$/,
  async function (this: World, sizes: string) {
    const scene = this.scene(Scene)
    const wanted = [...sizes.matchAll(/\d+/g)].map(([digits]) => Number(digits))
    const last = (await shelfOf(scene).index())?.length ?? 0
    const seen = scene.existing('Alice').saw({ announcements: cids(scene).length, last })
    this.expect('announcements, and archives in the last index', seen).equals({
      announcements: wanted.length,
      last: wanted.at(-1) ?? 0,
    })
  },
)
