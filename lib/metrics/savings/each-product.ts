import { firstVersion } from '../define'
import type { Derived, Numbers, Observation, Scope } from '../types'
import { bridgedChains, ofVaultV2, savingsChains } from './products'

const derivedOfSavings = {
  line: 'savings',
  class: 'onchain',
  versions: firstVersion,
} as const

/** What every number derived from a product's other numbers declares alike. */
export const derivedOfProduct = {
  ...derivedOfSavings,
  scopes: savingsChains,
} as const
export const derivedOfVaultV2 = {
  ...derivedOfSavings,
  scopes: ofVaultV2.chains,
} as const
export const derivedOfBridged = {
  ...derivedOfSavings,
  scopes: bridgedChains,
} as const

/** Derives one value for each product that has a number of `metric` on the chain. */
export const eachProduct = (
  numbers: Numbers,
  chain: Scope,
  metric: `savings.${string}`,
  derive: (key: string, get: (metric: `savings.${string}`) => Observation | undefined) => Derived,
): readonly Derived[] =>
  numbers.of(metric, chain).map(({ key }) => derive(key, (wanted) => numbers.get(wanted, chain, key)))
