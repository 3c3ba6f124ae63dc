import type { Address } from 'viem'
import { aaveOracle } from '../contracts/aave-oracle'
import { centrifugeShare } from '../contracts/centrifuge-share'
import { curvePool } from '../contracts/curve-pool'
import { erc20 } from '../contracts/erc20'
import { erc4626 } from '../contracts/erc4626'
import { erc7540Vault } from '../contracts/erc7540-vault'
import { maplePool } from '../contracts/maple-pool'
import { psm3 } from '../contracts/psm3'
import { ssrOracle } from '../contracts/ssr-oracle'
import { superstateOracle } from '../contracts/superstate-oracle'
import { superstateToken } from '../contracts/superstate-token'
import { AbsentError, MisfitError, RevertedError } from '../errors'
import { divide, type Fixed, fixed, multiply, round, sum } from '../math/fixed'
import type { Reader } from '../reader/types'
import { vaultNamed } from './centrifuge-vault'
import type { Coin, Valuation } from './define-position'

/** What finding out a worth may touch. */
export const valuationReads = [
  aaveOracle,
  erc20,
  erc4626,
  maplePool,
  curvePool,
  psm3,
  ssrOracle,
  superstateToken,
  superstateOracle,
  centrifugeShare,
  erc7540Vault,
] as const

type ValuationReader = Reader<(typeof valuationReads)[number]>

/**
 * Shares are converted by one large unit, not by the balance: the call stays the same block after block, and rounding in the
 * vault stays below 1e-17 of the result whatever its decimals. The product with any real supply is far below 2^256.
 */
const largeShares = 10n ** 36n
/** Centrifuge counts in 128 bits: 10^36 would overflow there. */
const centrifugeShares = 10n ** 18n

/** Places a worth is given with. */
const places = 18
const rayDecimals = 27
const oracleDecimals = 8
const wadDecimals = 18

/** Dollars by a price source: whatever keeps it from giving one, there is no price. NodeErrors pass. */
const priced = async (price: Promise<Fixed>): Promise<Fixed> => {
  const value = await price.catch((error: unknown) => {
    if (error instanceof RevertedError || error instanceof MisfitError || error instanceof AbsentError)
      throw new AbsentError('no-price')
    throw error
  })
  if (value.raw <= 0n) throw new AbsentError('no-price')
  return value
}

const oraclePrice = async (reader: ValuationReader, asset: Address): Promise<Fixed> =>
  fixed(await reader.read(aaveOracle, reader.address('AAVE_ORACLE'), 'getAssetPrice', [asset]), oracleDecimals)

const decimalsOf = (reader: ValuationReader, token: Address) => reader.read(erc20, token, 'decimals')

/** Assets of one whole share, from what `largeShares` raw shares are worth in raw assets. */
const perShare = (assets: bigint, shareDecimals: number, assetDecimals: number): Fixed =>
  divide(
    fixed(assets * 10n ** BigInt(shareDecimals), 0),
    fixed(largeShares * 10n ** BigInt(assetDecimals), 0),
    rayDecimals,
  )

const superstateNav = async (reader: ValuationReader, token: Address): Promise<Fixed> => {
  const oracle = await reader.read(superstateToken, token, 'superstateOracle')
  const [[, answer], decimals] = await Promise.all([
    reader.read(superstateOracle, oracle, 'latestRoundData'),
    reader.read(superstateOracle, oracle, 'decimals'),
  ])
  return fixed(answer, decimals)
}

/** The vault the token names for the asset, else the registry's. */
const centrifugeVault = async (
  reader: ValuationReader,
  { token, asset, vault }: Extract<Valuation, { kind: 'centrifuge' }>,
): Promise<Address> => {
  const named = await vaultNamed(reader, reader.address(token), reader.address(asset))
  if (named !== null) return named
  if (vault === undefined) throw new AbsentError('no-price')
  return reader.address(vault)
}

const centrifugeNav = async (
  reader: ValuationReader,
  valuation: Extract<Valuation, { kind: 'centrifuge' }>,
): Promise<Fixed> => {
  const vault = await centrifugeVault(reader, valuation)
  const [assets, shareDecimals, assetDecimals] = await Promise.all([
    reader.read(erc7540Vault, vault, 'convertToAssets', [centrifugeShares]),
    decimalsOf(reader, reader.address(valuation.token)),
    decimalsOf(reader, reader.address(valuation.asset)),
  ])
  const whole = multiply(fixed(assets, assetDecimals), fixed(10n ** BigInt(shareDecimals), 0))
  return divide(whole, fixed(centrifugeShares, 0), places)
}

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
      return priced(oraclePrice(reader, reader.address(valuation.asset)))
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
      const value = await reader.read(psm3, reader.address('PSM3'), 'convertToAssetValue', [largeShares])
      return perShare(value, wadDecimals, wadDecimals)
    }
    case 'ssr-oracle':
      return priced(
        reader
          .read(ssrOracle, reader.address('SSR_AUTH_ORACLE'), 'getConversionRate')
          .then((rate) => fixed(rate, rayDecimals)),
      )
    case 'superstate':
      return priced(superstateNav(reader, reader.address(valuation.token)))
    case 'centrifuge':
      return priced(centrifugeNav(reader, valuation))
    case 'none':
      throw new AbsentError('no-price')
  }
}

/**
 * Dollars of one whole unit, to 18 places. Throws AbsentError('no-price') where no price exists, RevertedError where a vault
 * refuses to convert.
 */
export const readValuation = async (reader: ValuationReader, valuation: Valuation): Promise<Fixed> =>
  round(await exactWorth(reader, valuation), places)

/** Whether somebody off the chain says what it is worth, rather than the contract that holds the money. */
export const isIssuerPriced = ({ kind }: Valuation): boolean =>
  kind === 'fund-dollar' || kind === 'superstate' || kind === 'centrifuge'
