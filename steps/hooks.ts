import { createHash, randomBytes } from 'node:crypto'
import { After, AfterAll, Before, BeforeAll, Status } from '@cucumber/cucumber'
import { closeAll, type OpenOptions, open } from '../adapters/open.ts'
import { CASE_MEDIA_TYPE } from '../reports/case.ts'
import type { WorldParameters } from './parameters.ts'
import type { World } from './world.ts'

const drawn = randomBytes(8).toString('hex')

BeforeAll(async function () {
  const { adapter, ...options } = this.parameters as unknown as WorldParameters
  await open(adapter, options as OpenOptions)
})

Before(async function (this: World, { pickle }) {
  const { adapter, seed = drawn, ...options } = this.parameters
  // What the scenario says, not where it stands or what runs beside it, decides its randomness.
  const text = JSON.stringify([pickle.uri, pickle.name, pickle.steps.map((step) => step.text)])
  const key = createHash('sha256').update(text).digest('hex').slice(0, 12)
  const tags = pickle.tags.map(({ name }) => name)
  this.begin(await open(adapter, options as OpenOptions), seed, key, tags)
})

After(async function (this: World, { result }) {
  const failed = result?.status === Status.FAILED
  const record = await this.end(failed ? (result.message ?? 'a step failed') : undefined)
  await this.attach(JSON.stringify(record), CASE_MEDIA_TYPE)
})

AfterAll(closeAll)
