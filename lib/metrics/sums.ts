import type { ChainSlug } from '../chains'
import { failure } from '../errors'
import type { Fixed } from '../math/fixed'
import { layerChains, type Position, positions } from '../positions'
import { total } from './arithmetic'
import type { Derived, Numbers, Observation, Scope } from './types'

export const isKnown = (num: Observation | undefined): num is Observation & { readonly value: Fixed } =>
  num !== undefined && (num.status === 'ok' || num.status === 'stale') && num.value !== null

/** Numbers to add up, out of how many; those that are not deployed, or of an amount of 0 without a price, are left out. */
export type Terms = { readonly nums: readonly Observation[]; readonly listed: number; readonly zeros: number }

/** Dollars and the amounts behind them: unknown dollars of what is not deployed, or of 0, leave nothing out. */
export const termsOf = (dollars: readonly Observation[], amountOf: (key: string) => Observation | undefined): Terms => {
  const isZero = (num: Observation) => !isKnown(num) && amountOf(num.key)?.value?.raw === 0n
  const isMissing = (num: Observation) => !isKnown(num) && amountOf(num.key)?.code === 'not-deployed'
  return {
    nums: dollars.filter((num) => !isZero(num) && !isMissing(num)),
    listed: dollars.length,
    zeros: dollars.filter(isZero).length,
  }
}

/** Dollars of a metric on a chain, as terms of a sum. */
export const dollarsOf = (
  numbers: Numbers,
  chain: Scope,
  metric: string,
  amount: string,
  wanted: (key: string) => boolean = () => true,
): Terms =>
  termsOf(
    numbers.of(metric, chain).filter(({ key }) => key !== 'TOTAL' && wanted(key)),
    (key) => numbers.get(amount, chain, key),
  )

/** Sums of one chain, or numbers without an amount behind them, as terms of a further sum. */
export const sumsOf = (nums: readonly Observation[]): Terms => ({
  nums: nums.filter(({ code }) => code !== 'not-deployed'),
  listed: nums.length,
  zeros: 0,
})

/** Dollars of the layer's positions of one part. */
export const positionDollars = (numbers: Numbers, chain: Scope, wanted: (position: Position) => boolean): Terms => {
  const list: readonly Position[] = chain === 'all' ? [] : positions[chain]
  const keys = new Set(list.filter(wanted).map(({ key }) => key))
  return dollarsOf(numbers, chain, 'liquidity.position-usd', 'liquidity.position', (key) => keys.has(key))
}

/** Chains on which the layer can hold something of a part. */
export const chainsHolding = (wanted: (position: Position) => boolean) =>
  layerChains.filter((chain) => positions[chain].some(wanted))

/** Σ of the terms; failed where nothing was read, absent where nothing of it is deployed. */
export const sumOf = (key: string, { nums, listed, zeros }: Terms, extra?: { readonly chains: number }): Derived => {
  if (nums.length + zeros > 0) return total(key, nums, extra)
  const why = failure(listed === 0 ? 'not-read' : 'not-deployed')
  const status = listed === 0 ? 'failed' : 'absent'
  return { key, status, value: null, reason: why.message, code: why.code, inputs: [] }
}

/** A number of a chain just derived, in the shape in which sums take it. */
export const asNum = (metric: string, chain: Scope, derived: Derived): Observation => ({
  class: 'onchain',
  ...derived,
  id: `${metric}:${chain}:${derived.key}`,
  metric,
  chain,
  unit: 'usd',
  methodVersion: 1,
})

export const join = (...terms: readonly Terms[]): Terms => ({
  nums: terms.flatMap(({ nums }) => nums),
  listed: terms.reduce((count, { listed }) => count + listed, 0),
  zeros: terms.reduce((count, { zeros }) => count + zeros, 0),
})

/** Σ of one number over its chains; chains where it is not deployed do not count, unknown ones are said to be missing. */
export const sumOverChains = (numbers: Numbers, metric: string, chains: readonly ChainSlug[], key: string): Derived => {
  const terms = sumsOf(chains.flatMap((chain) => numbers.get(metric, chain, key) ?? []))
  return sumOf(key, terms, { chains: chains.length - (terms.listed - terms.nums.length) })
}
