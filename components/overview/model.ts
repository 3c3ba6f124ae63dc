import { chains } from '@/lib/chains'
import type { NumberIndex, Observation, Scope } from '@/lib/numbers/number-index'
import { isKnown } from '@/lib/numbers/value'
import { productsOn } from '@/lib/products'
import type { LineKey } from '@/lib/products/lines'

/** Which numbers the overview shows. */
const lineOrder: readonly LineKey[] = ['LEND', 'RWA', 'LIQUIDITY', 'SAVINGS']

export const lineOf = (numbers: NumberIndex, key: LineKey, scope: Scope = 'all'): Observation =>
  numbers.get('tvl.line-usd', scope, key)

const tiles = {
  tvl: ['tvl.total-usd', 'all', 'TOTAL'],
  susds: ['savings.apy', 'ethereum', 'SUSDS'],
  usdcBorrow: ['lend.borrow-apy', 'ethereum', 'USDC'],
  susdsAssets: ['savings.assets-usd', 'ethereum', 'SUSDS'],
  rwa: ['tvl.line-usd', 'all', 'RWA'],
} as const

/** Ids of the numbers on the tiles. */
export const tileIds: readonly string[] = Object.values(tiles).map((id) => id.join(':'))

export const headlines = (numbers: NumberIndex) => ({
  tvl: numbers.get(...tiles.tvl),
  susds: numbers.get(...tiles.susds),
  usdcBorrow: numbers.get(...tiles.usdcBorrow),
  usdcUse: numbers.get('lend.utilization', 'ethereum', 'USDC'),
  susdsAssets: numbers.get(...tiles.susdsAssets),
  rwa: numbers.get(...tiles.rwa),
})

export type LineRow = {
  readonly key: LineKey
  readonly all: Observation
  /** null: the product is not on the chain, and nothing is to be said of it there. */
  readonly chains: readonly (Observation | null)[]
}

export const lineRows = (numbers: NumberIndex): readonly LineRow[] =>
  lineOrder.map((key) => ({
    key,
    all: lineOf(numbers, key),
    chains: chains.map(({ slug }) => (numbers.has('tvl.line-usd', slug, key) ? lineOf(numbers, key, slug) : null)),
  }))

export type RateRow = {
  readonly id: string
  readonly group: 'savings' | 'lend'
  readonly name: string
  readonly chain: (typeof chains)[number]
  readonly supply: Observation
  readonly borrow: Observation | null
  readonly size: Observation
}

/** The savings products that stand first; any other follows. */
const first = ['SUSDS', 'SUSDC', 'SDAI', 'SPUSDC', 'SPUSDT', 'SPPYUSD', 'SPETH']
const reserveKeys = ['USDC', 'USDT', 'DAI', 'USDS', 'WETH'] as const

/** Savings products and the reserves most borrowed, where the snapshot has them. */
export const rateRows = (numbers: NumberIndex): readonly RateRow[] => {
  const chain = chains[0]
  const others = productsOn(chain.slug).map(({ key }) => key)
  const savings = [...new Set([...first, ...others])]
    .filter((key) => numbers.has('savings.apy', chain.slug, key))
    .map((key): RateRow => {
      const supply = numbers.get('savings.apy', chain.slug, key)
      const size = numbers.get('savings.assets-usd', chain.slug, key)
      return { id: supply.id, group: 'savings', name: supply.label ?? key, chain, supply, borrow: null, size }
    })
  const lend = reserveKeys
    .filter((key) => numbers.has('lend.supply-apy', chain.slug, key))
    .map((key): RateRow => {
      const supply = numbers.get('lend.supply-apy', chain.slug, key)
      const borrow = numbers.get('lend.borrow-apy', chain.slug, key)
      const size = numbers.get('lend.supplied-usd', chain.slug, key)
      return { id: supply.id, group: 'lend', name: supply.label ?? key, chain, supply, borrow, size }
    })
  return [...savings, ...lend]
}

/** How many numbers of each chain are known, and how many are not though they should be. */
export const countByChain = (
  numbers: NumberIndex,
): ReadonlyMap<Scope, { readonly known: number; readonly unknown: number }> => {
  const counts = new Map<Scope, { known: number; unknown: number }>()
  for (const num of numbers.snapshot.numbers) {
    const count = counts.get(num.chain) ?? { known: 0, unknown: 0 }
    if (isKnown(num) || num.status === 'ok') count.known += 1
    else count.unknown += 1
    counts.set(num.chain, count)
  }
  return counts
}
