import { neverConformant } from './strikes.ts'

neverConformant('module')
