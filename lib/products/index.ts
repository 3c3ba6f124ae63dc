import { byChain, type ChainSlug, type ContractKey, chainSlugs, deploymentOf, type SparkChain } from '../chains'
import type { Form, Product } from './define-product'
import { products } from './list'

export type { Claim, Product, ProductKind } from './define-product'
export { products } from './list'

/** A product as it stands on one chain. */
export type Placed = Form & { readonly product: Product; readonly key: string; readonly token: ContractKey }

/** @throws RangeError for a chain that has a product's token, yet in no form that is known. */
const placedOn = (chain: SparkChain): readonly Placed[] => {
  const has = (key: ContractKey): boolean => deploymentOf(chain, key) !== undefined
  const placed = products.flatMap((product): readonly Placed[] => {
    const { key, token, forms } = product
    if (!has(token)) return []
    const form = forms.find((each) => each.with.every(has))
    if (form === undefined) {
      const needs = forms.map((each) => each.with.join(' and ')).join(', or ')
      throw new RangeError(`${chain.name} names ${token} and with it neither ${needs}: ${key} cannot be read there.`)
    }
    return [{ ...form, product, key, token }]
  })
  for (const name of Object.keys(chain.contracts))
    if (/^SPARK_VAULT_V2_(?!IMPL$)/.test(name) && !placed.some(({ token }) => token === name))
      throw new RangeError(`${chain.name} names ${name}, which is no product's: it would be missing from every total.`)
  return placed
}

const placed = byChain(placedOn)

/** The products that a chain's file names, in their order. */
export const productsOn = (chain: ChainSlug): readonly Placed[] => placed[chain]

/** The chains with a product of a kind, or with any. */
export const productChains = (wanted: (placed: Placed) => boolean = () => true): readonly ChainSlug[] =>
  chainSlugs.filter((chain) => placed[chain].some(wanted))

const byKey: ReadonlyMap<string, Product> = new Map(products.map((product) => [product.key, product]))

export const productByKey = (key: string): Product | undefined => byKey.get(key)
