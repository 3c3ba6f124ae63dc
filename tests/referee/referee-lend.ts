import { type Address, getAddress, zeroAddress } from 'viem'
import { type ChainAt, Unknown } from './chain'
import { apyOfYearly, by, type Exact, exact, isZero, plus, scaled, times, zero } from './exact'
import type { Book } from './expected-numbers'
import { reserveDataSignature } from './state-lend'

const ray = 10n ** 27n
const year = 31_536_000n

type ReserveData = readonly [
  bigint,
  bigint,
  bigint,
  bigint,
  bigint,
  bigint,
  number,
  number,
  Address,
  Address,
  Address,
  Address,
  bigint,
  bigint,
  bigint,
]

const field = (config: bigint, from: number, width: number) => (config >> BigInt(from)) & ((1n << BigInt(width)) - 1n)

export const supplyOf = 'totalSupply() returns (uint256)'
export const balanceOf = 'balanceOf(address) returns (uint256)'

/** The price a market takes, in dollars: 0 and a refusal are no price. */
export const priceOf = async (chain: ChainAt, asset: Address): Promise<Exact> => {
  const price = await chain
    .big(chain.at('AAVE_ORACLE'), 'getAssetPrice(address) returns (uint256)', asset)
    .catch((error) => {
      if (error instanceof Unknown) throw new Unknown('absent', 'no price')
      throw error
    })
  if (price === 0n) throw new Unknown('absent', 'no price')
  return scaled(price, 8)
}

/** Reserves of a market by key, in the pool's order. */
export const reservesOf = async (chain: ChainAt): Promise<readonly (readonly [key: string, asset: Address])[]> => {
  const list = (await chain.ask(chain.at('POOL'), 'getReservesList() returns (address[])')) as readonly Address[]
  return list.map((asset) => [chain.nameOf(asset) ?? getAddress(asset), asset])
}

/** Every number of one reserve. */
const judgeReserve = async (book: Book, chain: ChainAt, key: string, asset: Address) => {
  const id = (metric: string) => `lend.${metric}:${chain.slug}:${key}`
  const data = (await chain.ask(chain.at('POOL'), reserveDataSignature, asset)) as ReserveData
  const [config, liquidityIndex, liquidityRate, , borrowRate, , last, , spToken, stableDebt, variableDebt] = data
  const decimals = Number(field(config, 48, 8))
  const whole = (bits: bigint) => async () => exact(bits)
  const bps = (bits: bigint) => async () => exact(bits, 10_000n)

  await book.write(id('supplied'), 'exact', async () => scaled(await chain.big(spToken, supplyOf), decimals))
  await book.write(id('borrowed'), 'exact', async () => {
    const stable = stableDebt === zeroAddress ? 0n : await chain.big(stableDebt, supplyOf)
    return scaled((await chain.big(variableDebt, supplyOf)) + stable, decimals)
  })
  await book.write(id('available'), 'exact', async () => scaled(await chain.big(asset, balanceOf, spToken), decimals))
  await book.write(id('utilization'), 'ratio', async () => {
    const [debt, cash] = [book.known(id('borrowed')), book.known(id('available'))]
    return isZero(debt) ? zero : by(debt, plus(debt, cash))
  })
  await book.write(id('price'), 'exact', () => priceOf(chain, asset))
  for (const amount of ['supplied', 'borrowed', 'available'])
    await book.write(id(`${amount}-usd`), 'usd', async () => times(book.known(id(amount)), book.known(id('price'))))
  await book.write(id('supply-apy'), 'ratio', async () => apyOfYearly(liquidityRate))
  await book.write(id('borrow-apy'), 'ratio', async () => apyOfYearly(borrowRate))
  await book.write(id('supply-apr'), 'exact', async () => exact(liquidityRate, ray))
  await book.write(id('borrow-apr'), 'exact', async () => exact(borrowRate, ray))

  await book.write(id('accrued-to-treasury'), 'exact', async () => {
    // The pool's own getReserveNormalizedIncome, of which the state holds no answer: rounded half up, as rayMul does.
    const passed = chain.timestamp - BigInt(last)
    const grown = ray + (liquidityRate * passed) / year
    const income = passed === 0n ? liquidityIndex : (grown * liquidityIndex + ray / 2n) / ray
    return scaled((data[12] * income + ray / 2n) / ray, decimals)
  })
  await book.write(id('ltv'), 'exact', bps(field(config, 0, 16)))
  await book.write(id('liquidation-threshold'), 'exact', bps(field(config, 16, 16)))
  const bonus = field(config, 32, 16)
  await book.write(id('liquidation-bonus'), 'exact', bps(bonus === 0n ? 0n : bonus - 10_000n))
  await book.write(id('reserve-factor'), 'exact', bps(field(config, 64, 16)))
  await book.write(id('liquidation-protocol-fee'), 'exact', bps(field(config, 152, 16)))
  await book.write(id('borrow-cap'), 'exact', whole(field(config, 80, 36)))
  await book.write(id('supply-cap'), 'exact', whole(field(config, 116, 36)))
  await book.write(id('debt-ceiling-usd'), 'exact', async () => exact(field(config, 212, 40), 100n))
  await book.write(id('isolation-debt-usd'), 'exact', async () => exact(data[14], 100n))
  await book.write(id('emode'), 'exact', whole(field(config, 168, 8)))
  for (const [flag, bit] of [
    ['active', 56],
    ['frozen', 57],
    ['borrowing-enabled', 58],
    ['paused', 60],
    ['borrowable-in-isolation', 61],
    ['siloed-borrowing', 62],
    ['flash-loan-enabled', 63],
  ] as const)
    await book.write(id(flag), 'exact', whole(field(config, bit, 1)))
  await book.write(id('sky-supplied'), 'exact', async () => {
    const suppliers = chain.slug === 'ethereum' ? ['ALM_PROXY', 'ALM_PROXY_FREEZABLE', 'D3M_SPARK_DAI'] : []
    const balances = await Promise.all(suppliers.map((holder) => chain.big(spToken, balanceOf, chain.at(holder))))
    return scaled(
      balances.reduce((sum, balance) => sum + balance, 0n),
      decimals,
    )
  })
}

/** Metrics of a reserve that the referee knows by what their ids say. */
export const lendMetrics = [
  ...['supplied', 'borrowed', 'available', 'supply-cap', 'borrow-cap', 'accrued-to-treasury', 'sky-supplied'],
  ...['supplied-usd', 'borrowed-usd', 'available-usd', 'debt-ceiling-usd', 'isolation-debt-usd', 'price'],
  ...['supply-apy', 'borrow-apy', 'supply-apr', 'borrow-apr', 'utilization', 'ltv', 'liquidation-threshold'],
  ...['liquidation-bonus', 'liquidation-protocol-fee', 'reserve-factor', 'emode', 'paused', 'frozen', 'active'],
  ...['borrowing-enabled', 'flash-loan-enabled', 'borrowable-in-isolation', 'siloed-borrowing'],
].map((name) => `lend.${name}`)

/** One market; false where the chain has none at this block. */
export const judgeMarket = async (book: Book, chain: ChainAt): Promise<boolean> => {
  const reserves = await reservesOf(chain).catch((error: unknown) => {
    if (error instanceof Unknown) return null
    throw error
  })
  if (reserves === null) return false
  await Promise.all(reserves.map(([key, asset]) => judgeReserve(book, chain, key, asset)))
  return true
}
