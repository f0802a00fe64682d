import { type DataTable, Given } from '@cucumber/cucumber'
import type { SdsConfig } from '../../adapters/contract/sds.ts'
import type { World } from '../world.ts'
import { Channel, type Settings } from './channel.ts'
import { milliseconds } from './parameters.ts'

/* Who is on the channel, and with which settings. */

/** Settings as the features name them, and what they are called in the protocol. */
const SETTINGS: Readonly<Record<string, keyof SdsConfig>> = {
  'causal history size': 'causalHistorySize',
  'resend period': 'resendUnackMs',
  'resend period for possibly acknowledged': 'resendPossibleMs',
  'sync period': 'syncIntervalMs',
  'loss period': 'lostAfterMs',
  'bloom filter capacity': 'bloomCapacity',
  'filters that acknowledge': 'possibleAcksThreshold',
  T_min: 'repairMinMs',
  T_max: 'repairMaxMs',
  'response groups': 'responseGroups',
  'entries of a request': 'repairRequests',
}

Given('{participants} on a channel', async function (this: World, names: string[]) {
  for (const name of names) await this.scene(Channel).join(name)
})

Given('{participants} on a second channel too', async function (this: World, names: string[]) {
  for (const name of names) await this.scene(Channel).join(`${name} on the second channel`)
})

Given(
  '{participant} on a channel with',
  async function (this: World, name: string, table: DataTable) {
    const { 'channel id': id, ...settings } = table.rowsHash()
    if (id !== undefined && id !== 'none')
      throw new Error(`expected "none" as channel id, got "${id}"`)
    const config: Settings = {}
    for (const [setting, value] of Object.entries(settings)) {
      const key = SETTINGS[setting]
      if (!key)
        throw new Error(
          `expected one of ${Object.keys(SETTINGS).join(', ')} as setting, got "${setting}"`,
        )
      if (value !== 'its own') this.need(`sds.config.${key}`)
      config[key] = value === 'its own' ? undefined : settingOf(key, value)
    }
    await this.scene(Channel).join(name, config, id === 'none' ? null : undefined)
  },
)

function settingOf(key: keyof SdsConfig, words: string): number {
  return key.endsWith('Ms') ? milliseconds(words) : Number(words)
}
