import type { Address } from 'viem'
import { aaveOracle } from '../contracts/aave-oracle'
import { curvePool } from '../contracts/curve-pool'
import { erc20 } from '../contracts/erc20'
import { erc4626 } from '../contracts/erc4626'
import { maplePool } from '../contracts/maple-pool'
import { ssrOracle } from '../contracts/ssr-oracle'
import { AbsentError, MisfitError } from '../errors'
import { divide, type Fixed, fixed, multiply, round, sum } from '../math/fixed'
import type { Reader } from '../reader/types'
import type { Coin, Valuation } from './define-position'
import { priced } from './priced'
import { centrifugePrice, centrifugeReads, prefetchCentrifuge } from './read-centrifuge-price'
import { psm3Reads, psm3Value } from './read-psm3'
import { superstatePrice, superstateReads } from './read-superstate-price'
import { isOld, isReported, type ReportedPrice, type ReportedValuation } from './reported-price'

/** What finding out a worth may touch. */
export const valuationReads = [
  aaveOracle,
  erc20,
  erc4626,
  maplePool,
  curvePool,
  ssrOracle,
  ...psm3Reads,
  ...superstateReads,
  ...centrifugeReads,
] as const

type ValuationReader = Reader<(typeof valuationReads)[number]>

/**
 * Shares are converted by one large unit, not by the balance: the call stays the same block after block, and rounding in the
 * vault stays below 1e-17 of the result whatever its decimals. The product with any real supply is far below 2^256.
 */
const largeShares = 10n ** 36n

/** Places a worth is given with. */
const places = 18
const rayDecimals = 27
const oracleDecimals = 8
const wadDecimals = 18

/** A price above 0 at a contract's own decimals. */
const quoted = async (price: Promise<bigint>, decimals: number): Promise<Fixed> => {
  const { value } = await priced(price.then((raw) => ({ value: fixed(raw, decimals) })))
  return value
}

const decimalsOf = (reader: ValuationReader, token: Address) => reader.read(erc20, token, 'decimals')

/** Assets of one whole share, from what `largeShares` raw shares are worth in raw assets. */
const perShare = (assets: bigint, shareDecimals: number, assetDecimals: number): Fixed =>
  divide(
    fixed(assets * 10n ** BigInt(shareDecimals), 0),
    fixed(largeShares * 10n ** BigInt(assetDecimals), 0),
    rayDecimals,
  )

/** Dollars behind one whole pool token: Σ balance × worth / supply. */
const curveWorth = async (reader: ValuationReader, pool: Address, coins: readonly Coin[]): Promise<Fixed> => {
  const [supply, decimals, ...legs] = await Promise.all([
    reader.read(curvePool, pool, 'totalSupply'),
    reader.read(curvePool, pool, 'decimals'),
    ...coins.map((_, index) => curveLeg(reader, pool, coins, index)),
  ])
  if (supply === 0n) throw new AbsentError('no-price')
  return divide(sum(legs), fixed(supply, decimals), places)
}

/** Dollars of the coin at one place of the pool: which of them stands there is the pool's to say. */
const curveLeg = async (
  reader: ValuationReader,
  pool: Address,
  coins: readonly Coin[],
  index: number,
): Promise<Fixed> => {
  const [address, balance, ...each] = await Promise.all([
    reader.read(curvePool, pool, 'coins', [BigInt(index)]),
    reader.read(curvePool, pool, 'balances', [BigInt(index)]),
    ...coins.map(({ token, valuation }) => coinWorth(reader, reader.address(token), valuation)),
  ])
  const coin = each.find(({ token }) => token.toLowerCase() === address.toLowerCase())
  if (coin === undefined) throw new MisfitError('The pool trades another coin.')
  return multiply(fixed(balance, coin.decimals), coin.value)
}

const coinWorth = async (reader: ValuationReader, token: Address, valuation: Valuation) => {
  const [decimals, value] = await Promise.all([decimalsOf(reader, token), exactWorth(reader, valuation)])
  return { token, decimals, value }
}

const exactWorth = async (reader: ValuationReader, valuation: Valuation): Promise<Fixed> => {
  switch (valuation.kind) {
    case 'dollar':
    case 'fund-dollar':
      return fixed(1n, 0)
    case 'oracle':
      return quoted(
        reader.read(aaveOracle, reader.address('AAVE_ORACLE'), 'getAssetPrice', [reader.address(valuation.asset)]),
        oracleDecimals,
      )
    case 'erc4626':
    case 'maple': {
      const shares = reader.address(valuation.kind === 'maple' ? valuation.pool : valuation.vault)
      const [assets, shareDecimals, assetDecimals, value] = await Promise.all([
        valuation.kind === 'maple'
          ? reader.read(maplePool, shares, 'convertToExitAssets', [largeShares])
          : reader.read(erc4626, shares, 'convertToAssets', [largeShares]),
        decimalsOf(reader, shares),
        decimalsOf(reader, reader.address(valuation.asset)),
        exactWorth(reader, valuation.of),
      ])
      return multiply(perShare(assets, shareDecimals, assetDecimals), value)
    }
    case 'curve':
      return curveWorth(reader, reader.address(valuation.pool), valuation.coins)
    case 'psm3': {
      const value = await psm3Value(reader, largeShares)
      return perShare(value, wadDecimals, wadDecimals)
    }
    case 'ssr-oracle':
      return quoted(reader.read(ssrOracle, reader.address('SSR_AUTH_ORACLE'), 'getConversionRate'), rayDecimals)
    case 'superstate':
    case 'centrifuge':
      return (await readReportedPrice(reader, valuation)).value
    case 'none':
      throw new AbsentError('no-price')
  }
}

/** Dollars of one whole unit, and that the price is too old where it is. */
export type Valued = { readonly value: Fixed; readonly stale?: 'old-price' }

/** A fund's price as its issuer reports it, with its date. Throws AbsentError('no-price'). */
export const readReportedPrice = (reader: ValuationReader, valuation: ReportedValuation): Promise<ReportedPrice> =>
  priced(valuation.kind === 'superstate' ? superstatePrice(reader, valuation) : centrifugePrice(reader, valuation))

/**
 * Dollars of one whole unit, to 18 places. Throws AbsentError('no-price') where no price exists, RevertedError where a vault
 * refuses to convert.
 */
export const readValuation = async (reader: ValuationReader, valuation: Valuation): Promise<Valued> => {
  if (!isReported(valuation)) return { value: round(await exactWorth(reader, valuation), places) }
  const price = await readReportedPrice(reader, valuation)
  const value = round(price.value, places)
  return isOld(price, reader.block.timestamp) ? { value, stale: 'old-price' } : { value }
}

/** Whether somebody off the chain says what it is worth, rather than the contract that holds the money. */
export const isIssuerPriced = (valuation: Valuation): boolean =>
  valuation.kind === 'fund-dollar' || isReported(valuation)

/** What is asked for a price before a token has named who gives it. */
export const prefetchValuation = (reader: ValuationReader, valuation: Valuation): readonly Promise<unknown>[] =>
  valuation.kind === 'centrifuge' ? prefetchCentrifuge(reader, valuation) : []
