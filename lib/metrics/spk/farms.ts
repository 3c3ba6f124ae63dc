import type { Address } from 'viem'
import type { ContractKey } from '../../chains'
import { AbsentError } from '../../errors'
import type { Reader } from '../../reader/types'
import { ofSpk } from './token'

export type Farm = {
  readonly key: 'USDS_SPK_FARM' | 'REWARDS_LSSKY_SPK'
  /** What is staked in it. */
  readonly stakes: ContractKey
  /** What pays it: awards are made out to this contract, and its `vestId` names the one that it draws on. */
  readonly distributor: ContractKey
}

/** Farms that pay SPK (sky-ecosystem/spells-mainnet 2025-06-26); the second has had nothing to pay since January 2026. */
export const farms: readonly Farm[] = [
  { key: 'USDS_SPK_FARM', stakes: 'USDS', distributor: 'REWARDS_DIST_USDS_SPK' },
  { key: 'REWARDS_LSSKY_SPK', stakes: 'LOCKSTAKE_SKY', distributor: 'REWARDS_DIST_LSSKY_SPK' },
]

export const farmKeys = (): readonly string[] => farms.map(({ key }) => key)

/** What every metric of a farm declares alike. */
export const ofFarm = { ...ofSpk, keys: farmKeys, expects: farmKeys } as const

/** @throws AbsentError where there is no such farm. */
export const farmOf = (key: string): Farm => {
  const found = farms.find((each) => each.key === key)
  if (found === undefined) throw new AbsentError('not-deployed')
  return found
}

/** The farm's address; its key is its name in the registry. */
export const farmAt = (reader: Pick<Reader, 'address'>, key: string): Address => reader.address(farmOf(key).key)
