import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkRegisters } from '../../spec/register-schema.ts'
import { type Register, readRegisters } from '../../spec/registers.ts'
import { packageRoot } from '../../spec/root.ts'

test('every register keeps to its schema', () => checkRegisters())

test('a register that does not is named, with the place', (t) => {
  const broken = folder(t, (sds) => delete (sds.requirements[0] as { locator?: string }).locator)
  assert.throws(() => checkRegisters(broken), {
    message:
      "spec/sds.json/requirements/0 must have required property 'locator': mend it after spec/register.schema.json.",
  })
})

test('an id that two registers have is refused', (t) => {
  const doubled = folder(t, () => {}, 'other.json')
  assert.throws(() => readRegisters(doubled), {
    message: /^SDS-\S+ stands in spec\/other\.json and in spec\/sds\.json: ids are never reused\.$/,
  })
})

test('a folder without a register is no package', (t) => {
  const empty = mkdtempSync(join(tmpdir(), 'registers-'))
  t.after(() => rmSync(empty, { recursive: true }))
  assert.throws(() => checkRegisters(empty), { message: /the package is incomplete/ })
})

/** A folder with the register of SDS, changed, and perhaps a second copy of it. */
function folder(
  t: { after(then: () => void): void },
  change: (sds: Register) => void,
  second?: string,
): string {
  const root = mkdtempSync(join(tmpdir(), 'registers-'))
  t.after(() => rmSync(root, { recursive: true }))
  const [sds] = readRegisters(join(packageRoot(), 'spec')).filter(({ area }) => area === 'sds')
  assert.ok(sds)
  change(sds)
  for (const name of ['sds.json', second ?? 'sds.json'])
    writeFileSync(join(root, name), JSON.stringify(sds))
  return root
}
