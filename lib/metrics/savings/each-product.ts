import { difference, product, same } from '../arithmetic'
import { firstVersion } from '../define'
import { isKnown } from '../inherit'
import type { Derived, Numbers, Observation, Scope } from '../types'
import { bridgedChains, isBridgedOn, ofVaultV2, paysInEther, savingsChains } from './products'

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

/** What SparkLend's oracle says of wrapped ether: as the market's price, or asked directly where the market does not list it. */
const etherPrice = (numbers: Numbers): Observation | undefined => {
  const listed = numbers.get('lend.price', 'ethereum', 'WETH')
  return isKnown(listed) ? listed : (numbers.get('liquidity.unit-value', 'ethereum', 'WETH') ?? listed)
}

/** Dollars of an amount: stablecoins (xDAI too) at 1, ether at the price that SparkLend's oracle gives wrapped ether. */
export const dollarsOf =
  (amount: 'savings.assets' | 'savings.idle') =>
  (numbers: Numbers, scope: Scope): readonly Derived[] =>
    eachProduct(numbers, scope, amount, (key, get) =>
      paysInEther(scope, key) ? product(key, get(amount), etherPrice(numbers)) : same(key, get(amount)),
    )

/** What a chain says of bridged sUSDS and sUSDC less what Ethereum says of sUSDS. */
export const gapOf =
  (metric: 'savings.rate' | 'savings.apy') =>
  (numbers: Numbers, scope: Scope): readonly Derived[] =>
    eachProduct(numbers, scope, metric, (key, get) =>
      difference(key, get(metric), numbers.get(metric, 'ethereum', 'SUSDS')),
    ).filter(({ key }) => isBridgedOn(scope, key))
