import { erc20 } from '../../contracts/erc20'
import { erc4626 } from '../../contracts/erc4626'
import { ssrOracle } from '../../contracts/ssr-oracle'
import { assetsFromShares } from '../../math/compounding'
import { type Fixed, fixed } from '../../math/fixed'
import { unlessRefused } from '../../positions/unless-refused'
import type { Placed } from '../../products'
import type { Reader } from '../../reader/types'
import { assetDecimals, type Share, type ShareReader, shareReads } from './products'
import { unlessUnset } from './rates'

/** What the value of any share may touch. */
export const shareValueReads = [...shareReads, erc4626, ssrOracle] as const

export type ShareValueReader = Reader<(typeof shareValueReads)[number]>

const readRate = (reader: ShareValueReader): Promise<bigint> =>
  reader.read(ssrOracle, reader.address('SSR_AUTH_ORACLE'), 'getConversionRate')

const conversionRate = async (reader: ShareValueReader): Promise<bigint> => unlessUnset(await readRate(reader))

/**
 * Bridged sUSDC asks a PSM3, which converts by the same oracle: without a rate its shares would be worth 0.
 * @throws AbsentError where that oracle answers 0
 */
const checkOracle = async (reader: ShareValueReader, { kind }: Placed): Promise<void> => {
  if (kind !== 'bridged-susdc') return
  const rate = await unlessRefused(readRate(reader), null)
  if (rate !== null) unlessUnset(rate)
}

/** All shares there are. */
export const sharesOf = async (reader: ShareReader, { address, decimals }: Share): Promise<Fixed> =>
  fixed(await reader.read(erc20, address, 'totalSupply'), decimals)

/** What all shares are worth at the block, in the asset: the vault's own answer, or bridged shares × the oracle's rate. */
export const assetsOf = async (reader: ShareValueReader, share: Share): Promise<Fixed> => {
  const { product, address } = share
  if (product.kind === 'bridged-susds') {
    // Bridged sUSDS has the decimals of USDS: a chain without that token still has an answer.
    const [shares, rate] = await Promise.all([sharesOf(reader, share), conversionRate(reader)])
    return fixed(assetsFromShares(shares.raw, rate), share.decimals)
  }
  const [decimals, assets] = await Promise.all([
    assetDecimals(reader, product),
    reader.read(erc4626, address, 'totalAssets'),
    checkOracle(reader, product),
  ])
  return fixed(assets, decimals)
}

/** What one share is worth at the block: `convertToAssets` of one, or the oracle's conversion rate in full (ray). */
export const priceOf = async (reader: ShareValueReader, share: Share): Promise<Fixed> => {
  const { product, address } = share
  if (product.kind === 'bridged-susds') return fixed(await conversionRate(reader), 27)
  const [decimals, assets] = await Promise.all([
    assetDecimals(reader, product),
    reader.read(erc4626, address, 'convertToAssets', [10n ** BigInt(share.decimals)]),
    checkOracle(reader, product),
  ])
  return fixed(unlessUnset(assets), decimals)
}
