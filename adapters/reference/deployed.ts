/*
The reference with the readings of deployed Status nodes instead of the text of 62: another wrapper, and
Keccak-256. `exec:node adapters/reference/deployed.ts`.
*/
import { serveStdio } from '../serving/stdio.ts'
import { reference } from './adapter.ts'
import { asDeployed } from './payloads/profile.ts'

await serveStdio(reference({ payloads: asDeployed }))
