import { chains, type SparkChain } from '@/lib/chains'
import type { Locale } from '@/lib/format/locale'
import { fixed, isZero } from '@/lib/math/fixed'
import { percentOf } from '@/lib/math/share'
import type { NumberIndex, Observation } from '@/lib/numbers/number-index'
import { isKnown } from '@/lib/numbers/value'
import { type ProductKind, productsOn } from '@/lib/products'

/** Who stands behind a product, and so what it is a claim on. */
export type Group = 'sky' | 'susdc' | 'bridged' | 'vault'

/** One savings product on one chain. */
export type Product = {
  readonly id: string
  readonly chain: SparkChain
  readonly key: string
  readonly name: string
  readonly group: Group
  /** `get('apy')` → `savings.apy` of this product. */
  get(name: string): Observation
}

const groups: Readonly<Record<ProductKind, Group>> = {
  susds: 'sky',
  sdai: 'sky',
  sxdai: 'sky',
  susdc: 'susdc',
  'bridged-susds': 'bridged',
  'bridged-susdc': 'susdc',
  'vault-v2': 'vault',
}

/** Every product of every chain that the snapshot knows of, deployed or not, in the order of chains and lists. */
export const productsOf = (numbers: NumberIndex, locale: Locale): readonly Product[] =>
  chains.flatMap((chain) =>
    numbers.of('savings.assets', chain.slug).map(({ key, label }) => {
      const placed = productsOn(chain.slug).find((each) => each.key === key)
      return {
        id: `${chain.slug}-${key}`,
        chain,
        key,
        name: placed?.product.name.short[locale] ?? label ?? key,
        group: placed === undefined ? 'vault' : groups[placed.kind],
        get: (name: string) => numbers.get(`savings.${name}`, chain.slug, key),
      }
    }),
  )

export const inGroup = (products: readonly Product[], group: Group): readonly Product[] =>
  products.filter((product) => product.group === group)

/** Whether other chains know the rate that Ethereum pays. */
export type Step = { readonly known: number; readonly same: number }

export const stepOf = (products: readonly Product[]): Step => {
  const gaps = inGroup(products, 'bridged').map(({ get }) => get('rate-gap'))
  return {
    known: gaps.filter(isKnown).length,
    same: gaps.filter((gap) => isKnown(gap) && isZero(gap.value)).length,
  }
}

export type RateBar = { readonly product: Product; readonly percent: number }

/** Products with a rate of their own, highest first; bridged copies and sUSDC pay sUSDS' rate. */
export const rateBars = (products: readonly Product[]): readonly RateBar[] => {
  const own = products.filter(({ group, get }) => (group === 'sky' || group === 'vault') && isKnown(get('apy')))
  const rateOf = ({ get }: Product) => get('apy').value
  const highest = own.reduce((top, product) => Math.max(top, percentOf(rateOf(product), fixed(1n, 0))), 0)
  return own
    .map((product) => ({
      product,
      percent: highest === 0 ? 0 : (percentOf(rateOf(product), fixed(1n, 0)) / highest) * 100,
    }))
    .sort((a, b) => b.percent - a.percent)
}

/** A ray (27 places, undivided) as the factor it means; null where it is not known. */
export const factorOf = (index: Observation) => (isKnown(index) ? fixed(index.value.raw, 27) : null)
