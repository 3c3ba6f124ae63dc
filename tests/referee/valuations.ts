import { type Address, getAddress } from 'viem'
import { type ChainAt, Unknown, unlessUnknown } from './chain'
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

type Reported = { readonly nav: Exact; readonly date: bigint | null; readonly until: bigint | null }

const fiveDays = 432_000n
const isLate = (chain: ChainAt, { date, until }: Omit<Reported, 'nav'>): boolean =>
  date === null || chain.timestamp - date > fiveDays || (until !== null && chain.timestamp > until)

/** What a fund's issuer says of it, or that nobody gives a price. */
const reported = async (chain: ChainAt, fund: string): Promise<Reported> => {
  const said = await noPriceIfUnknown(fund === 'JTRSY' ? jtrsyReported(chain) : superstateReported(chain, fund))
  if (isZero(said.nav)) throw new Unknown('absent', 'no price')
  return said
}

const hasTerms = (fund: string) => fund === 'BUIDL' || fund === 'BUIDLI'

/** Dollars of one token of a fund, by its issuer's word. */
export const navOf = async (chain: ChainAt, fund: string): Promise<Exact> =>
  hasTerms(fund) ? exact(1n) : (await reported(chain, fund)).nav

export const isNavOld = async (chain: ChainAt, fund: string): Promise<boolean> =>
  !hasTerms(fund) && isLate(chain, await reported(chain, fund))

/** When it was last reported, in seconds. */
export const navDateOf = async (chain: ChainAt, fund: string): Promise<Exact> => {
  const { date } = await reported(chain, fund)
  if (date === null) throw new Unknown('absent', 'no price')
  return exact(date)
}

const none = `0x${'00'.repeat(20)}`

const superstateReported = async (chain: ChainAt, fund: string): Promise<Reported> => {
  const read = chain.ask(chain.at(fund), 'superstateOracle() returns (address)').catch((error: unknown) => {
    if (error instanceof Unknown && error.why === 'refused') return none
    throw error
  })
  const named = (await read) as Address
  if (named === none && fund !== 'USCC') throw new Unknown('absent', 'no price')
  const oracle = named === none ? chain.at('USCC_CHAINLINK_ORACLE') : named
  const round = 'latestRoundData() returns (uint80,int256,uint256,uint256,uint80)'
  const [id, answer = 0n, , updated = 0n] = (await chain.ask(oracle, round)) as readonly bigint[]
  const nav = scaled(answer, Number(await chain.big(oracle, 'decimals() returns (uint8)')))
  if (named === none) return { nav, date: updated, until: null }
  const checkpoint = 'checkpoints(uint256) returns (uint64,uint64,uint128)'
  const effective = (await unlessUnknown(chain.ask(oracle, checkpoint, id), null)) as readonly bigint[] | null
  return { nav, date: effective?.[1] ?? updated, until: null }
}

const vaultNamed = async (chain: ChainAt): Promise<Address | null> => {
  const read = chain.ask(chain.at('JTRSY'), 'vault(address) returns (address)', chain.at('USDC'))
  const named = await unlessUnknown(read, none)
  return named === none ? null : getAddress(String(named))
}

/** The vault that the token names for USDC; where it names none, the one known on Ethereum. */
export const jtrsyVault = async (chain: ChainAt): Promise<Address> =>
  (await vaultNamed(chain)) ?? chain.at('JTRSY_VAULT')

/** The manager that a vault of version 3 names leads to the share's own date; else the vault has one. */
const jtrsyDates = async (chain: ChainAt, vault: Address): Promise<Omit<Reported, 'nav'>> => {
  const markers = async () => {
    const manager = (await chain.ask(vault, 'baseManager() returns (address)')) as Address
    const spoke = (await chain.ask(manager, 'spoke() returns (address)')) as Address
    const pool = await chain.big(vault, 'poolId() returns (uint64)')
    const shareClass = await chain.ask(vault, 'scId() returns (bytes16)')
    const signature = 'markersPricePoolPerShare(uint64,bytes16) returns (uint64,uint64,uint64)'
    const [date = 0n, , until = 0n] = (await chain.ask(spoke, signature, pool, shareClass)) as readonly bigint[]
    return { date, until }
  }
  const date = await unlessUnknown(chain.big(vault, 'priceLastUpdated() returns (uint64)'), null)
  return (await unlessUnknown(markers(), null)) ?? { date, until: null }
}

const jtrsyReported = async (chain: ChainAt): Promise<Reported> => {
  const vault = await jtrsyVault(chain)
  const assets = await chain.big(vault, 'convertToAssets(uint256) returns (uint256)', 10n ** 18n)
  const [share, asset] = [await decimalsOf(chain, 'JTRSY'), await decimalsOf(chain, 'USDC')]
  const dates = await jtrsyDates(chain, vault)
  if ((await vaultNamed(chain)) === null && isLate(chain, dates)) throw new Unknown('absent', 'no price')
  return { nav: exact(assets * 10n ** BigInt(share), 10n ** BigInt(18 + asset)), ...dates }
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
