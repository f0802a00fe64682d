import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mutantHandler, mutants, variants } from '../../adapters/mutants/mutant.ts'
import { killable } from '../../cli/killmatrix.ts'
import { readings } from '../../spec/readings/readings.ts'
import { everyRequirement } from '../../spec/requirements.ts'
import { revisions } from '../../spec/revisions.ts'

test('every mutant fits the reference and breaks a requirement of its area that can be tested', () => {
  for (const { name, area, breaks } of mutants()) {
    mutantHandler('mutant', name)
    const requirement = everyRequirement().get(breaks)
    assert.equal(requirement?.area, area, `${name} breaks ${breaks}`)
    assert.equal(requirement?.status, 'testable', `${name} breaks ${breaks}`)
  }
})

test('every variant fits the reference and is allowed by a reading or requirement of its area', () => {
  for (const { name, area, allowedBy } of variants()) {
    mutantHandler('variant', name)
    const known = [...readings()].some(
      ([of, all]) => of === area && all.some(({ id }) => id === allowedBy),
    )
    const required = everyRequirement().get(allowedBy)?.area === area
    assert.ok(known || required, `${name} is allowed by ${allowedBy}, which is unknown in ${area}`)
  }
})

test('no two mutants share a name, nor two variants', () => {
  for (const all of [mutants(), variants()]) {
    const names = all.map(({ name }) => name)
    assert.deepEqual(
      names.filter((name, i) => names.indexOf(name) < i),
      [],
    )
  }
})

test('in an area with mutants every MUST that is tested has one, in every revision', () => {
  const broken = new Set(mutants().map(({ breaks }) => breaks))
  const areas = new Set(mutants().map(({ area }) => area))
  for (const revision of revisions())
    assert.deepEqual(
      killable(areas, revision).filter((id) => !broken.has(id)),
      [],
    )
})
