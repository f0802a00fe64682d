import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../spec/root.ts'

const texts = process.env.VAC_SPECS ?? join(packageRoot(), '..', 'shared', 'specs')

/** Where a copy of the specifications lies, for tests that need their words. */
export const PINNED_TEXTS = join(texts, 'pinned')
export const LATER_TEXTS = join(texts, 'later')

/** Passed to test(): its reason where there is no copy. */
export const needsTexts = existsSync(PINNED_TEXTS)
  ? {}
  : { skip: 'not measured: no copy of the specifications' }
