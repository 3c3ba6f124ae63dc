import type { Address } from 'viem'
import type { ChainSlug } from '../../chains'
import { erc20 } from '../../contracts/erc20'
import { AbsentError } from '../../errors'
import { type Placed, productChains, productsOn } from '../../products'
import type { Reader } from '../../reader/types'
import { firstVersion } from '../define'
import { symbolOf, tokenReads } from '../token-symbol'
import type { Scope } from '../types'

/** Every chain with a product. */
export const savingsChains = productChains()

const isBridged = ({ kind }: Placed): boolean => kind === 'bridged-susds' || kind === 'bridged-susdc'

/** Chains to which the savings rate is carried by an oracle. */
export const bridgedChains = productChains(isBridged)

/** What the metrics of some products declare alike: read where there is one, once for each. */
const savingsOf = (wanted: (placed: Placed) => boolean) => {
  const expects = (chain: ChainSlug): readonly string[] =>
    productsOn(chain)
      .filter(wanted)
      .map(({ key }) => key)
  return {
    line: 'savings',
    class: 'onchain',
    versions: firstVersion,
    chains: productChains(wanted),
    keys: (reader: Pick<Reader, 'chain'>) => expects(reader.chain.slug),
    expects,
  } as const
}

/** Every product of a chain, whether or not it is deployed yet: before that it is absent. */
export const ofProduct = savingsOf(() => true)

/** Products with a rate per second and an index: all but Savings xDAI. */
export const ofAccruing = savingsOf(({ kind }) => kind !== 'sxdai')

/** sUSDC, which pays out from a peg stability module. */
export const ofSusdc = savingsOf(({ kind }) => kind === 'susdc' || kind === 'bridged-susdc')

/** The Spark Vaults V2, which lend their deposits to the liquidity layer. */
export const ofVaultV2 = savingsOf(({ kind }) => kind === 'vault-v2')

const placedAt = (scope: Scope, key: string): Placed | undefined =>
  scope === 'all' ? undefined : productsOn(scope).find((placed) => placed.key === key)

export const isBridgedOn = (scope: Scope, key: string): boolean => {
  const found = placedAt(scope, key)
  return found !== undefined && isBridged(found)
}

/** Whether a product's asset is wrapped ether; all others are dollars. */
export const paysInEther = (scope: Scope, key: string): boolean => placedAt(scope, key)?.asset === 'WETH'

/** The product behind a key. @throws AbsentError where the chain has no such product. */
const productOf = (chain: ChainSlug, key: string): Placed => {
  const found = placedAt(chain, key)
  if (found === undefined) throw new AbsentError('not-deployed')
  return found
}

/** What finding a product and its symbol and decimals touches. */
export const shareReads = tokenReads

export type ShareReader = Reader<(typeof shareReads)[number]>

export type Share = {
  readonly product: Placed
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
export const assetDecimals = (reader: ShareReader, product: Placed): Promise<number> =>
  reader.read(erc20, reader.address(product.asset), 'decimals')
