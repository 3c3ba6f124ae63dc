import type { Address } from 'viem'
import type { ChainSlug, ContractKey } from '../../chains'
import { erc20 } from '../../contracts/erc20'
import { AbsentError } from '../../errors'
import type { Reader } from '../../reader/types'
import { firstVersion } from '../define'
import { symbolOf, tokenReads } from '../token-symbol'

/**
 * How a product says its rate and its worth: sUSDS itself, sDAI by the Pot, Savings xDAI by its adapter, sUSDC by the sUSDS it
 * holds, a Vault V2 by itself; on other chains bridged sUSDS and sUSDC by the SSR oracle.
 */
type Kind = 'susds' | 'sdai' | 'sxdai' | 'susdc' | 'bridged-susds' | 'bridged-susdc' | 'vault-v2'

export type Product = {
  readonly key: string
  readonly kind: Kind
  /** The share token's name in the registry, and the asset's. */
  readonly token: ContractKey
  readonly asset: ContractKey
}

const vaultV2 = (asset: 'USDC' | 'USDT' | 'PYUSD'): Product => ({
  key: `SP${asset}`,
  kind: 'vault-v2',
  token: `SPARK_VAULT_V2_SP${asset}`,
  asset,
})

const bridged: readonly Product[] = [
  { key: 'SUSDS', kind: 'bridged-susds', token: 'SUSDS', asset: 'USDS' },
  { key: 'SUSDC', kind: 'bridged-susdc', token: 'SUSDC', asset: 'USDC' },
]

const products: { readonly [slug in ChainSlug]: readonly Product[] } = {
  ethereum: [
    { key: 'SUSDS', kind: 'susds', token: 'SUSDS', asset: 'USDS' },
    { key: 'SDAI', kind: 'sdai', token: 'SDAI', asset: 'DAI' },
    { key: 'SUSDC', kind: 'susdc', token: 'SUSDC', asset: 'USDC' },
    vaultV2('USDC'),
    vaultV2('USDT'),
    {
      key: 'SPETH',
      kind: 'vault-v2',
      token: 'SPARK_VAULT_V2_SPETH',
      asset: 'WETH',
    },
    vaultV2('PYUSD'),
  ],
  gnosis: [{ key: 'SXDAI', kind: 'sxdai', token: 'SXDAI', asset: 'WXDAI' }],
  base: bridged,
  arbitrum: [...bridged, vaultV2('USDT')],
  optimism: bridged,
  unichain: bridged,
}

export const savingsChains = ['ethereum', 'gnosis', 'base', 'arbitrum', 'optimism', 'unichain'] as const

/** Chains to which the savings rate is carried by an oracle. */
export const bridgedChains = ['base', 'arbitrum', 'optimism', 'unichain'] as const

const keysWhere =
  (wanted: (product: Product) => boolean) =>
  (chain: ChainSlug): readonly string[] =>
    products[chain].filter(wanted).map(({ key }) => key)

const keyed = (expects: (chain: ChainSlug) => readonly string[]) => ({
  keys: (reader: Pick<Reader, 'chain'>) => expects(reader.chain.slug),
  expects,
})

/** What every savings metric declares alike. */
const ofSavings = {
  line: 'savings',
  class: 'onchain',
  versions: firstVersion,
  chains: savingsChains,
} as const

/** Every product of a chain, whether or not it is deployed yet: before that it is absent. */
export const ofProduct = {
  ...ofSavings,
  ...keyed(keysWhere(() => true)),
} as const

/** Products with a rate per second and an index: all but Savings xDAI. */
export const ofAccruing = {
  ...ofSavings,
  chains: savingsChains.filter((chain) => chain !== 'gnosis'),
  ...keyed(keysWhere(({ kind }) => kind !== 'sxdai')),
}

/** sUSDC, which pays out from a peg stability module. */
export const ofSusdc = {
  ...ofSavings,
  chains: savingsChains.filter((chain) => chain !== 'gnosis'),
  ...keyed(keysWhere(({ kind }) => kind === 'susdc' || kind === 'bridged-susdc')),
}

/** The Spark Vaults V2, which lend their deposits to the liquidity layer. */
export const ofVaultV2 = {
  ...ofSavings,
  chains: ['ethereum', 'arbitrum'],
  ...keyed(keysWhere(({ kind }) => kind === 'vault-v2')),
} as const

/** @throws AbsentError where the chain has no such product. */
const productOf = (chain: ChainSlug, key: string): Product => {
  const found = products[chain].find((product) => product.key === key)
  if (found === undefined) throw new AbsentError('not-deployed')
  return found
}

/** What finding a product and its symbol and decimals touches. */
export const shareReads = tokenReads

export type ShareReader = Reader<(typeof shareReads)[number]>

export type Share = {
  readonly product: Product
  readonly address: Address
  readonly label: string
  /** Of the shares. */
  readonly decimals: number
}

/** The product behind a key with its share token; throws AbsentError where it is not deployed at this block. */
export const shareOf = async (reader: ShareReader, key: string): Promise<Share> => {
  const product = productOf(reader.chain.slug, key)
  const address = reader.address(product.token)
  const [decimals, label] = await Promise.all([reader.read(erc20, address, 'decimals'), symbolOf(reader, address, key)])
  return { product, address, label, decimals }
}

/** Decimals of a product's asset, as the asset says. */
export const assetDecimals = (reader: ShareReader, product: Product): Promise<number> =>
  reader.read(erc20, reader.address(product.asset), 'decimals')
