import { createHash, randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { After, AfterAll, Before, BeforeAll, Status } from '@cucumber/cucumber'
import type { Area } from '../adapters/contract/hello.ts'
import { closeAll } from '../adapters/open.ts'
import { CASE_MEDIA_TYPE, TAPE_MEDIA_TYPE } from '../reports/case.ts'
import { Cast, sessionsOf } from './cast.ts'
import type { WorldParameters } from './parameters.ts'
import type { World } from './world.ts'

const drawn = randomBytes(8).toString('hex')

BeforeAll(async function () {
  await sessionsOf(this.parameters as unknown as WorldParameters)
})

Before(async function (this: World, { pickle }) {
  // A client in this process never lets go of it: signals and timers have their turn here.
  await setImmediate()
  const { seed = drawn } = this.parameters
  // What the scenario says, not where it stands or what runs beside it, decides its randomness.
  const steps = pickle.steps.map(({ text, argument }) => (argument ? [text, argument] : text))
  const text = JSON.stringify([pickle.uri, pickle.name, steps])
  const key = createHash('sha256').update(text).digest('hex').slice(0, 12)
  const tags = pickle.tags.map(({ name }) => name)
  const area = pickle.uri.replaceAll('\\', '/').split('/')[1] as Area
  const cast = new Cast(area, this.parameters, await sessionsOf(this.parameters))
  this.begin(cast, seed, key, tags)
})

After(async function (this: World, { result }) {
  const failed = result?.status === Status.FAILED
  const record = await this.end(failed ? (result.message ?? 'a step failed') : undefined)
  if (this.tape) await this.attach(this.tape, TAPE_MEDIA_TYPE)
  await this.attach(JSON.stringify(record), CASE_MEDIA_TYPE)
})

AfterAll(async function () {
  const { keepsClients } = this.parameters as unknown as WorldParameters
  if (!keepsClients) await closeAll()
})
