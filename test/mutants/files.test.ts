import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mutantHandler, mutants, variants } from '../../adapters/mutants/mutant.ts'
import { readings } from '../../spec/readings/readings.ts'
import { everyRequirement, requirements } from '../../spec/requirements.ts'

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

test('no two mutants or variants share a name', () => {
  const names = [...mutants(), ...variants()].map(({ name }) => name)
  assert.deepEqual([...new Set(names)], names)
})

test('in an area with mutants every testable MUST has one', () => {
  const broken = new Set(mutants().map(({ breaks }) => breaks))
  const areas = new Set(mutants().map(({ area }) => area))
  const unbroken = [...requirements().values()]
    .filter(
      ({ area, weight, status }) => areas.has(area) && weight === 'must' && status === 'testable',
    )
    .map(({ id }) => id)
    .filter((id) => !broken.has(id))
  assert.deepEqual(unbroken, [])
})
