import { type Address, getAddress } from 'viem'
import { type ChainAt, Unknown } from './chain'
import { by, type Exact, exact, isZero, plus, scaled, times, zero } from './exact'
import { balanceOf, priceOf, supplyOf } from './referee-lend'

/** Which part of the total a holding belongs to. */
export type Part = 'sparklend' | 'liquidity' | 'rwa' | 'sky' | 'psm' | 'outstanding'

/** One thing the layer can hold: its amount, its dollars for that amount, and where they belong. */
export type Holding = {
  readonly key: string
  readonly part: Part
  /** The fund whose dollars these are, in tokens of it or in cash. */
  readonly fund?: { readonly name: string; readonly isToken: boolean }
  amount(chain: ChainAt): Promise<Exact>
  /** Dollars of an amount already read. */
  dollars(chain: ChainAt, amount: Exact): Promise<Exact>
}

type Amount = Holding['amount']
export type Dollars = Holding['dollars']

const one = (name: string) => `${name}() returns (uint256)`
export const decimalsOf = async (chain: ChainAt, name: string): Promise<number> =>
  Number(await chain.big(chain.at(name), 'decimals() returns (uint8)'))

export const rawOf = (amount: Exact, decimals: number): bigint => (amount.over * 10n ** BigInt(decimals)) / amount.under

export const balance =
  (token: string, holder: string): Amount =>
  async (chain) =>
    scaled(await chain.big(chain.at(token), balanceOf, chain.at(holder)), await decimalsOf(chain, token))

export const asDollars: Dollars = async (_, amount) => amount
export const unpriced: Dollars = async () => {
  throw new Unknown('absent', 'no price')
}
export const atOracle =
  (asset: string): Dollars =>
  async (chain, amount) =>
    times(amount, await priceOf(chain, chain.at(asset)))

/** What these very shares convert to, in the asset; then that asset's dollars. */
export const converted =
  (vault: string, asset: string, of: Dollars = asDollars, convert = 'convertToAssets'): Dollars =>
  async (chain, amount) => {
    const shares = rawOf(amount, await decimalsOf(chain, vault))
    const assets = await chain.big(chain.at(vault), `${convert}(uint256) returns (uint256)`, shares)
    return of(chain, scaled(assets, await decimalsOf(chain, asset)))
  }

export const susdsOnEthereum = converted('SUSDS', 'USDS')
export const susdsBridged: Dollars = async (chain, amount) => {
  const rate = await chain.big(chain.at('SSR_AUTH_ORACLE'), one('getConversionRate')).catch((error) => {
    if (error instanceof Unknown) throw new Unknown('absent', 'no price')
    throw error
  })
  return times(amount, scaled(rate, 27))
}

const noPriceIfUnknown = async <value>(read: Promise<value>): Promise<value> =>
  read.catch((error: unknown) => {
    if (error instanceof Unknown) throw new Unknown('absent', 'no price')
    throw error
  })

/** Dollars of one token of a fund, by its issuer's word. */
export const navOf = async (chain: ChainAt, fund: string): Promise<Exact> => {
  if (fund === 'BUIDL' || fund === 'BUIDLI') return exact(1n)
  const nav = await noPriceIfUnknown(fund === 'JTRSY' ? jtrsyNav(chain) : superstateNav(chain, fund))
  if (isZero(nav)) throw new Unknown('absent', 'no price')
  return nav
}

const superstateNav = async (chain: ChainAt, fund: string): Promise<Exact> => {
  const oracle = (await chain.ask(chain.at(fund), 'superstateOracle() returns (address)')) as Address
  const round = 'latestRoundData() returns (uint80,int256,uint256,uint256,uint80)'
  const [, answer] = (await chain.ask(oracle, round)) as readonly bigint[]
  const decimals = Number(await chain.big(oracle, 'decimals() returns (uint8)'))
  return scaled(answer ?? 0n, decimals)
}

/** The vault that the token names for USDC; where it names none, the one known on Ethereum. */
export const jtrsyVault = async (chain: ChainAt): Promise<Address> => {
  const none = `0x${'00'.repeat(20)}`
  const named = await chain
    .ask(chain.at('JTRSY'), 'vault(address) returns (address)', chain.at('USDC'))
    .catch((error: unknown) => {
      if (error instanceof Unknown) return none
      throw error
    })
  return named === none ? chain.at('JTRSY_VAULT') : getAddress(String(named))
}

const jtrsyNav = async (chain: ChainAt): Promise<Exact> => {
  const assets = await chain.big(await jtrsyVault(chain), 'convertToAssets(uint256) returns (uint256)', 10n ** 18n)
  const [share, asset] = [await decimalsOf(chain, 'JTRSY'), await decimalsOf(chain, 'USDC')]
  return exact(assets * 10n ** BigInt(share), 10n ** BigInt(18 + asset))
}

export const atNav =
  (fund: string): Dollars =>
  async (chain, amount) =>
    times(amount, await navOf(chain, fund))

/** The holder's share of the pool's coins, each at its own worth, whatever their order. */
export const curveShare =
  (pool: string, worths: Readonly<Record<string, Dollars>>): Dollars =>
  async (chain, amount) => {
    const supply = scaled(await chain.big(chain.at(pool), supplyOf), await decimalsOf(chain, pool))
    if (isZero(supply)) throw new Unknown('absent', 'no price')
    let worth = zero
    for (const index of [0n, 1n]) {
      const coin = (await chain.ask(chain.at(pool), 'coins(uint256) returns (address)', index)) as Address
      const name = chain.nameOf(coin) ?? ''
      const dollars = worths[name]
      if (!dollars) throw new Unknown('failed', 'misfit')
      const held = await chain.big(chain.at(pool), 'balances(uint256) returns (uint256)', index)
      worth = plus(worth, await dollars(chain, scaled(held, await decimalsOf(chain, name))))
    }
    return times(amount, by(worth, supply))
  }
