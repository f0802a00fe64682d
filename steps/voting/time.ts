import { Given, When } from '@cucumber/cucumber'
import type { World } from '../world.ts'
import { OPEN_MS } from './agenda.ts'
import { Assembly } from './assembly.ts'
import type { Ballot } from './craft.ts'

Given('{int} seconds went by', function (this: World, seconds: number) {
  this.now += seconds * 1000
})

/** Two seconds past the end, so that it does not matter whether the end itself is open. */
When('the proposal expires/expired', function (this: World) {
  this.now += OPEN_MS + 2000
})

Given('the votes {votes} are on their way', function (this: World, ballots: Ballot[]) {
  // Cast now: a list that begins so is made of these votes whenever it arrives.
  this.scene(Assembly).list(ballots)
})
