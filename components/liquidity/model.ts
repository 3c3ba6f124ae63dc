import type { Address } from 'viem'
import { chains, deploymentOf, isChainSlug, type SparkChain } from '@/lib/chains'
import { sameWords, type Words } from '@/lib/format/locale'
import { isZero } from '@/lib/math/fixed'
import { percentOf } from '@/lib/math/share'
import { placeOf } from '@/lib/metrics'
import type { LayerPart } from '@/lib/metrics/liquidity/parts'
import type { Place } from '@/lib/metrics/liquidity/place'
import type { NumberIndex, Observation } from '@/lib/numbers/number-index'
import { isKnown } from '@/lib/numbers/value'
import { sortRows } from '@/lib/pages/table-sort'
import { keyNameIn } from '@/lib/products/key-names'

/** Chains on which the layer can hold something: it does so in its proxy. */
export const layerChains: readonly SparkChain[] = chains.filter(
  (chain) => deploymentOf(chain, 'ALM_PROXY') !== undefined,
)

/** One thing the layer can hold, with its numbers. */
export type Holding = {
  readonly id: string
  readonly chain: SparkChain
  readonly key: string
  /** What the token is called, without what it waits for or who else holds it. */
  readonly name: Words
  /** What it waits for, e.g. `COOLDOWN`; null for what is simply held. */
  readonly waits: string | null
  /** Who holds it, by the registry; null for the layer's proxy. */
  readonly holder: string | null
  readonly place: Place
  readonly amount: Observation
  readonly worth: Observation
  readonly dollars: Observation
  readonly address: Address | null
}

const SHAPE = /^([^.@]+)(?:\.([^@]+))?/

const holdingOf = (numbers: NumberIndex, amount: Observation): Holding | null => {
  const { chain: slug, key } = amount
  const chain = layerChains.find((each) => each.slug === slug)
  const place = isChainSlug(slug) ? placeOf(slug, key) : null
  if (!chain || !place) return null
  const [, token = key, waits] = SHAPE.exec(key) ?? []
  return {
    id: amount.id,
    chain,
    key,
    name: keyNameIn(key) ?? keyNameIn(token) ?? sameWords(SHAPE.exec(amount.label ?? key)?.[1] ?? token),
    waits: waits ?? null,
    holder: place.holder === 'ALM_PROXY' ? null : place.holder,
    place,
    amount,
    worth: numbers.get('liquidity.unit-value', slug, key),
    dollars: numbers.get('liquidity.position-usd', slug, key),
    // safe: deploymentOf answers undefined for a name that the chain does not have
    address: deploymentOf(chain, token as Parameters<typeof deploymentOf>[1])?.address ?? null,
  }
}

/** Everything the layer can hold, largest first; what has no price comes last. */
export const holdingsOf = (numbers: NumberIndex): readonly Holding[] => {
  const all = layerChains.flatMap(({ slug }) =>
    numbers.of('liquidity.position', slug).flatMap((amount) => holdingOf(numbers, amount) ?? []),
  )
  return sortRows(all, ({ dollars }) => dollars.value, true)
}

/** Nothing of it is held, or nothing can be: its contract is not there. */
export const isEmpty = ({ amount }: Holding): boolean =>
  (isKnown(amount) && isZero(amount.value)) || amount.code === 'not-deployed'

export const inParts = (holdings: readonly Holding[], parts: readonly LayerPart[]): readonly Holding[] =>
  holdings.filter((holding) => parts.includes(holding.place.part) && !isEmpty(holding))

/** A group's dollars over all chains, and on each in the order of `layerChains`. */
export type GroupRow = { readonly key: string; readonly all: Observation; readonly chains: readonly Observation[] }

export const groupRows = (numbers: NumberIndex, metric: 'venue-usd' | 'asset-usd'): readonly GroupRow[] => {
  const id = `liquidity.${metric}`
  const rows = numbers
    .of(id, 'all')
    .filter(({ key, value }) => key !== 'TOTAL' && (value === null || !isZero(value)))
    .map((all) => ({
      key: all.key,
      all,
      chains: layerChains.flatMap(({ slug }) =>
        numbers.has(id, slug, all.key) ? [numbers.get(id, slug, all.key)] : [],
      ),
    }))
  return sortRows(rows, ({ all }) => all.value, true)
}

/** A group's number on a chain; undefined where the chain can hold nothing of it. */
export const onChain = (row: GroupRow, chain: SparkChain): Observation | undefined =>
  row.chains.find((num) => num.chain === chain.slug)

const SERIES = 6

export type ChainBar = {
  readonly chain: SparkChain
  readonly total: Observation
  /** The bar's length in per cent of the longest, so that chains compare. For pixels only. */
  readonly length: number
  /** Per cent of the chain's total; all beyond the six largest venues under `OTHERS`. */
  readonly parts: readonly { readonly key: string; readonly percent: number }[]
}

/** The venues that the bars tell apart, largest over all chains first. */
export const shownVenues = (numbers: NumberIndex): readonly string[] =>
  groupRows(numbers, 'venue-usd')
    .filter(({ all }) => all.value !== null)
    .slice(0, SERIES)
    .map(({ key }) => key)

const totalOn = (numbers: NumberIndex, { slug }: SparkChain): Observation =>
  numbers.get('liquidity.venue-usd', slug, 'TOTAL')

/** The chain that holds most, with its total; undefined where none is known. */
export const largestChain = (
  numbers: NumberIndex,
): { readonly chain: SparkChain; readonly total: Observation } | undefined =>
  sortRows(
    layerChains.map((chain) => ({ chain, total: totalOn(numbers, chain) })),
    ({ total }) => total.value,
    true,
  ).find(({ total }) => total.value !== null)

/** A bar a chain, made of its venues. */
export const chainBars = (numbers: NumberIndex): readonly ChainBar[] => {
  const rows = groupRows(numbers, 'venue-usd')
  const shown = shownVenues(numbers)
  const longest = largestChain(numbers)?.total.value ?? null
  return layerChains.map((chain) => {
    const total = totalOn(numbers, chain)
    const percentAt = (row: GroupRow) => percentOf(onChain(row, chain)?.value ?? null, total.value)
    const named = shown.flatMap((key) => {
      const row = rows.find((each) => each.key === key)
      return row ? [{ key, percent: percentAt(row) }] : []
    })
    const rest = total.value === null ? 0 : Math.max(100 - named.reduce((sum, { percent }) => sum + percent, 0), 0)
    const parts = [...named, { key: 'OTHERS', percent: rest }].filter(({ percent }) => percent >= 0.01)
    const length = percentOf(total.value, longest)
    return { chain, total, length, parts: total.value !== null && isZero(total.value) ? [] : parts }
  })
}

/** A venue's fixed colour: what belongs to another line wears that line's, the rest a quieter set. */
export const venueFill = (key: string): string => fills[key] ?? 'fill-liquidity/30'

const fills: Readonly<Record<string, string>> = {
  SPARKLEND: 'fill-lend',
  SECURITIZE: 'fill-rwa',
  SUPERSTATE: 'fill-rwa/65',
  CENTRIFUGE: 'fill-rwa/35',
  PSM3: 'fill-liquidity',
  IDLE: 'fill-edge',
  MORPHO: 'fill-less',
  ETHENA: 'fill-less/65',
  MAPLE: 'fill-less/35',
  AAVE: 'fill-liquidity/60',
  CURVE: 'fill-savings/60',
  FLUID: 'fill-savings/35',
  LIDO: 'fill-lend/60',
  ARKIS: 'fill-lend/35',
  OTHERS: 'fill-muted/40',
}

export type Psm = {
  readonly chain: SparkChain
  readonly assets: Observation
  readonly usdc: Observation
  /** What the layer's shares of it are worth. */
  readonly own: Observation
}

export const psmsOf = (numbers: NumberIndex): readonly Psm[] =>
  numbers.of('liquidity.psm-assets-usd').flatMap((assets) => {
    const chain = layerChains.find(({ slug }) => slug === assets.chain)
    if (!chain) return []
    return {
      chain,
      assets,
      usdc: numbers.get('liquidity.psm-usdc', chain.slug, 'PSM3'),
      own: numbers.get('liquidity.position-usd', chain.slug, 'PSM3'),
    }
  })
