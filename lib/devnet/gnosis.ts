import type { Address } from 'viem'
import { gnosis } from '../chains/gnosis'
import { type Day, events } from './calendar'
import { as, type Call, call } from './calls'
import {
  approve,
  closeReserves,
  listReserve,
  type Market,
  openMarket,
  placeDefaultStrategies,
  placeMarket,
  steer,
} from './market'
import { along, type Path, pathNamed } from './path'
import { eModesOf, priceOf, type Reserve, reservesOf } from './reserves'
import type { Stage } from './stage'
import { addressBook, assign, placeTokens } from './tokens'

const at = addressBook(gnosis)
const wad = 10n ** 18n
const frozen = events.gnosisFrozen

const borrower: Address = '0xb0220e2000000000000000000000000000000100'
const lender: Address = '0x1e4de20000000000000000000000000000000100'
const savers: Address = '0x5a7e250000000000000000000000000000000100'

const pathOf = (key: string): Path => pathNamed(`gnosis ${key}`, 1.25, { stray: 0.06, calm: 0, by: frozen - 3 })
const reserves = reservesOf(
  'gnosis',
  gnosis.contracts,
  (key) => ({ lender: key === 'WSTETH' || key === 'WETH' ? borrower : lender, borrower }),
  pathOf,
)

const market: Market = {
  id: 'Spark Gnosis Market',
  pool: at('POOL'),
  provider: at('POOL_ADDRESSES_PROVIDER'),
  configurator: at('POOL_CONFIGURATOR'),
  oracle: at('AAVE_ORACLE'),
  aclManager: at('ACL_MANAGER'),
  dataProvider: at('PROTOCOL_DATA_PROVIDER'),
  impl: {
    pool: at('POOL_IMPL'),
    configurator: at('POOL_CONFIGURATOR_IMPL'),
    aToken: at('A_TOKEN_IMPL'),
    stableDebt: at('STABLE_DEBT_TOKEN_IMPL'),
    variableDebt: at('VARIABLE_DEBT_TOKEN_IMPL'),
  },
  libraries: Object.fromEntries(
    [
      'SupplyLogic',
      'BorrowLogic',
      'LiquidationLogic',
      'EModeLogic',
      'BridgeLogic',
      'PoolLogic',
      'FlashLoanLogic',
      'ConfiguratorLogic',
    ].map((name, i) => [name, `0x11b2a21e5000000000000000000000000000000${i}` as Address]),
  ),
  admin: at('AMB_EXECUTOR'),
  treasuryOf: () => at('TREASURY'),
  reserves,
  eModes: eModesOf('gnosis'),
  lender,
}

const tokens = ['GNO', 'WETH', 'WSTETH', 'WXDAI', 'USDC', 'USDCE', 'USDT', 'EURE'] as const

/** Oracles other than the fixed dollar; prices of block 35,127,000, reached as the market is frozen. */
const feeds = [
  ['WETH', 'WETH_USD_ORACLE'],
  ['WSTETH', 'WSTETH_USD_ORACLE'],
  ['GNO', 'GNO_USD_ORACLE'],
  ['EURE', 'EURE_USD_ORACLE'],
  ['SXDAI', 'SXDAI_USD_ORACLE'],
] as const
const pricesOn = (day: Day): readonly Call[] =>
  day > frozen
    ? []
    : feeds.map(([key, feed]) =>
        call(
          at(feed),
          'set(int256)',
          along(
            priceOf('gnosis', key),
            pathNamed('gnosis price', 0.93, {
              stray: key === 'EURE' || key === 'SXDAI' ? 0 : 0.04,
              calm: 0,
              by: frozen - 3,
            }),
            day,
          ),
        ),
      )

/** Before the market was wound down: nothing frozen, and the reserve factors that its rates of 2024 imply. */
const before = (one: Reserve): Reserve => ({
  ...one,
  frozen: false,
  reserveFactor: one.key === 'WXDAI' ? 500 : one.key === 'WSTETH' ? 3000 : 1000,
})

const steerOn = (day: Day): readonly Call[] => {
  const turn = [day % reserves.length, (day + 4) % reserves.length]
  const chosen = turn.flatMap((index) => reserves[index] ?? [])
  return [
    ...(day % 7 === 1
      ? [
          call(
            market.pool,
            'mintToTreasury(address[])',
            reserves.map(({ underlying }) => underlying),
          ),
        ]
      : []),
    ...chosen.map((one) => steer(market, one, day)),
  ]
}

const freeze = (): readonly Call[] =>
  reserves.flatMap(({ underlying }) => [
    as(market.admin, call(market.configurator, 'setReserveFactor(address,uint256)', underlying, 5000n)),
    as(market.admin, call(market.configurator, 'setReserveFreeze(address,bool)', underlying, true)),
  ])

// Savings xDAI: the bridge sends three days' interest at a time, at 5 % a year of what is saved.
const saved = 78_000_000n * wad
const interest = (days: bigint) => (saved * 5n * days) / 100n / 365n

const stageSavings = (stage: Stage): readonly Call[] => {
  stage.place(at('SXDAI_ADAPTER'), 'SavingsXDaiAdapter')
  stage.place(at('SXDAI_INTEREST_RECEIVER'), 'BridgeInterestReceiver')
  const shares = 73_000_000n * wad
  stage.daily.push((day) => [
    ...(day % 3 === 0 ? [assign(at('WXDAI'), at('SXDAI_INTEREST_RECEIVER'), interest(3n) + 2_000n * wad)] : []),
    call(at('SXDAI_INTEREST_RECEIVER'), 'claim()'),
    ...(day % 5 === 0
      ? [assign(at('SXDAI'), savers, along(shares, pathNamed('sxdai', 0.85, { calm: 0.002 }), day))]
      : []),
  ])
  const first = along(shares, pathNamed('sxdai', 0.85, { calm: 0.002 }), stage.from)
  return [
    ...placeTokens(stage, gnosis, ['SXDAI'], 'SavingsXDai'),
    call(at('SXDAI'), 'open(address)', at('WXDAI')),
    call(
      at('SXDAI'),
      'seed(address,uint256,uint256)',
      savers,
      first,
      (first * BigInt(1045_0000 + stage.from * 1400)) / 1000_0000n,
    ),
    call(at('SXDAI_INTEREST_RECEIVER'), 'open(address,address,address)', at('SXDAI'), at('WXDAI'), at('SXDAI_ADAPTER')),
    call(at('SXDAI_ADAPTER'), 'open(address,address,address)', at('WXDAI'), at('SXDAI'), at('SXDAI_INTEREST_RECEIVER')),
  ]
}

/** SparkLend's market on Gnosis, open until it is frozen on 2026-01-29, and Savings xDAI. */
export const stageGnosis = (stage: Stage): void => {
  const { from } = stage
  stage.place(at('MULTICALL3'), 'Multicall3')
  placeMarket(stage, market)
  placeDefaultStrategies(stage, market.provider, 'gnosis', at)
  for (const account of [borrower, lender, at('AMB_EXECUTOR'), at('TREASURY')]) stage.place(account, 'Actor')
  stage.place(at('FIXED_USD_PRICE_FEED'), 'Feed')
  for (const [, feed] of feeds) stage.place(at(feed), 'Feed')
  const oracles = [
    call(at('FIXED_USD_PRICE_FEED'), 'setUp(string,uint8)', 'Fixed price: 1 USD', 8),
    call(at('FIXED_USD_PRICE_FEED'), 'set(int256)', 100_000_000n),
    ...feeds.map(([key, feed]) => call(at(feed), 'setUp(string,uint8)', `${key} / USD`, 8)),
    ...pricesOn(Math.min(from, frozen)),
  ]
  stage.opening.push([
    ...placeTokens(stage, gnosis, tokens),
    ...stageSavings(stage),
    ...oracles,
    ...openMarket(market, [{ role: 'PoolAdmin', account: at('AMB_EXECUTOR') }]),
    ...reserves.flatMap((one) => listReserve(market, before(one))),
  ])
  const open = from < frozen ? reserves.map(before) : reserves
  stage.opening.push([
    ...reserves.flatMap((one) => [borrower, lender].map((user) => approve(market, one, user))),
    ...[...reserves]
      .sort((a) => (a.lender === borrower ? -1 : 1))
      .map((one) => steer(market, { ...one, borrowed: () => 0n }, from)),
    ...reserves.map((one) => steer(market, one, from)),
    ...closeReserves(market, open),
  ])
  stage.daily.push((day) => [...pricesOn(day), ...steerOn(day), ...(day === frozen && day > from ? freeze() : [])])
}
