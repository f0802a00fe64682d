import { neverConformant } from './strikes.ts'

neverConformant('server')
