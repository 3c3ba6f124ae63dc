import type { Address } from 'viem'
import type { Deployment } from '../chains'
import type { Day } from './calendar'
import data from './data/sparklend.json'
import { type Path, valueOn } from './path'

/** One reserve as configured today, with its supply and debt by day. */
export type Reserve = {
  readonly key: string
  readonly symbol: string
  readonly decimals: number
  readonly underlying: Address
  readonly spToken: Address
  readonly stableDebt: Address
  readonly variableDebt: Address
  readonly oracle: Address
  readonly strategy: Address
  readonly ltv: number
  readonly liquidationThreshold: number
  readonly liquidationBonus: number
  readonly reserveFactor: number
  readonly liquidationProtocolFee: number
  readonly eModeCategory: number
  readonly borrowingEnabled: boolean
  readonly flashLoanEnabled: boolean
  readonly borrowableInIsolation: boolean
  readonly frozen: boolean
  readonly debtCeiling: number
  readonly supplyCap: number
  readonly borrowCap: number
  readonly lender: Address
  readonly borrower: Address
  /** In the underlying's smallest unit. */
  readonly supplied: (day: Day) => bigint
  readonly borrowed: (day: Day) => bigint
}

export type Parties = { readonly lender: Address; readonly borrower: Address }

/** Reads `data/sparklend.json`, with the registry's addresses in place of its names. */
export const reservesOf = (
  chain: 'ethereum' | 'gnosis',
  contracts: Readonly<Record<string, Deployment>>,
  partiesOf: (key: string) => Parties,
  pathOf: (key: string) => Path,
): readonly Reserve[] => {
  const suffix = chain === 'ethereum' ? '_SPTOKEN' : '_ATOKEN'
  const at = (name: string) => {
    const found = contracts[name]
    if (!found) throw new Error(`No ${name} in the registry of ${chain}`)
    return found.address
  }
  return data[chain].reserves.map(({ key, oracle, strategy, supplied, borrowed, ...config }, index) => ({
    ...config,
    key,
    underlying: at(key),
    spToken: at(`${key}${suffix}`),
    // two stable debt tokens (GNO, rETH) are in no published list: any address will do, as their supply is always 0
    stableDebt:
      contracts[`${key}_STABLE_DEBT_TOKEN`]?.address ?? `0x57ab1e${(index + 1).toString(16).padStart(34, '0')}`,
    variableDebt: at(`${key}_DEBT_TOKEN`),
    oracle: at(oracle),
    strategy: at(strategy),
    ...partiesOf(key),
    supplied: (day) => valueOn(BigInt(supplied), pathOf(key), day),
    borrowed: (day) => valueOn(BigInt(borrowed), pathOf(key), day),
  }))
}

export const eModesOf = (chain: 'ethereum' | 'gnosis') => data[chain].eModes
export const strategiesOf = (chain: 'ethereum' | 'gnosis') =>
  data[chain].strategies as Record<
    string,
    Record<'optimalUsageRatio' | 'baseVariableBorrowRate' | 'variableRateSlope1' | 'variableRateSlope2', string>
  >
/** Oracle prices at the target day, 8 decimals. */
export const priceOf = (chain: 'ethereum' | 'gnosis', key: string): bigint => {
  const found = data[chain].reserves.find((reserve) => reserve.key === key)
  if (!found) throw new Error(`No reserve ${key} on ${chain}`)
  return BigInt(found.price)
}
