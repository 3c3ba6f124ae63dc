import type { Address } from 'viem'
import { gnosis } from '../chains/gnosis'
import { type Day, events } from './calendar'
import { type Call, call, callAs } from './calls'
import type { ChainSetup } from './chain-setup'
import { adjustReserve, approve, closeReserves, listReserve, type Market, openMarket } from './market'
import { type Path, pathNamed, valueOn } from './path'
import { placeDefaultStrategies, placeMarket } from './place-market'
import { eModesOf, priceOf, type Reserve, reservesOf } from './reserves'
import { addressBook, assign, placeTokens } from './tokens'

const at = addressBook(gnosis)
const wad = 10n ** 18n
const frozen = events.gnosisFrozen

const borrower: Address = '0xb0220e2000000000000000000000000000000100'
const lender: Address = '0x1e4de20000000000000000000000000000000100'
const savers: Address = '0x5a7e250000000000000000000000000000000100'

const pathOf = (key: string): Path => pathNamed(`gnosis ${key}`, 1.25, { deviation: 0.06, residual: 0, by: frozen - 3 })
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
          valueOn(
            priceOf('gnosis', key),
            pathNamed('gnosis price', 0.93, {
              deviation: key === 'EURE' || key === 'SXDAI' ? 0 : 0.04,
              residual: 0,
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

const adjustOn = (day: Day): readonly Call[] => {
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
    ...chosen.map((one) => adjustReserve(market, one, day)),
  ]
}

const freeze = (): readonly Call[] =>
  reserves.flatMap(({ underlying }) => [
    callAs(market.admin, call(market.configurator, 'setReserveFactor(address,uint256)', underlying, 5000n)),
    callAs(market.admin, call(market.configurator, 'setReserveFreeze(address,bool)', underlying, true)),
  ])

// Savings xDAI: the bridge sends three days' interest at a time, at 5 % a year of what is saved.
const saved = 78_000_000n * wad
const interest = (days: bigint) => (saved * 5n * days) / 100n / 365n

const setUpSavings = (setup: ChainSetup): readonly Call[] => {
  setup.place(at('SXDAI_ADAPTER'), 'SavingsXDaiAdapter')
  setup.place(at('SXDAI_INTEREST_RECEIVER'), 'BridgeInterestReceiver')
  const shares = 73_000_000n * wad
  setup.daily.push((day) => [
    ...(day % 3 === 0 ? [assign(at('WXDAI'), at('SXDAI_INTEREST_RECEIVER'), interest(3n) + 2_000n * wad)] : []),
    call(at('SXDAI_INTEREST_RECEIVER'), 'claim()'),
    ...(day % 5 === 0
      ? [assign(at('SXDAI'), savers, valueOn(shares, pathNamed('sxdai', 0.85, { residual: 0.002 }), day))]
      : []),
  ])
  const first = valueOn(shares, pathNamed('sxdai', 0.85, { residual: 0.002 }), setup.from)
  return [
    ...placeTokens(setup, gnosis, ['SXDAI'], 'SavingsXDai'),
    call(at('SXDAI'), 'open(address)', at('WXDAI')),
    call(
      at('SXDAI'),
      'seed(address,uint256,uint256)',
      savers,
      first,
      (first * BigInt(1045_0000 + setup.from * 1400)) / 1000_0000n,
    ),
    call(at('SXDAI_INTEREST_RECEIVER'), 'open(address,address,address)', at('SXDAI'), at('WXDAI'), at('SXDAI_ADAPTER')),
    call(at('SXDAI_ADAPTER'), 'open(address,address,address)', at('WXDAI'), at('SXDAI'), at('SXDAI_INTEREST_RECEIVER')),
  ]
}

/** SparkLend's market on Gnosis, open until it is frozen on 2026-01-29, and Savings xDAI. */
export const setUpGnosis = (setup: ChainSetup): void => {
  const { from } = setup
  setup.place(at('MULTICALL3'), 'Multicall3')
  placeMarket(setup, market)
  placeDefaultStrategies(setup, market.provider, 'gnosis', at)
  for (const account of [borrower, lender, at('AMB_EXECUTOR'), at('TREASURY')]) setup.place(account, 'Actor')
  setup.place(at('FIXED_USD_PRICE_FEED'), 'Feed')
  for (const [, feed] of feeds) setup.place(at(feed), 'Feed')
  const oracles = [
    call(at('FIXED_USD_PRICE_FEED'), 'setUp(string,uint8)', 'Fixed price: 1 USD', 8),
    call(at('FIXED_USD_PRICE_FEED'), 'set(int256)', 100_000_000n),
    ...feeds.map(([key, feed]) => call(at(feed), 'setUp(string,uint8)', `${key} / USD`, 8)),
    ...pricesOn(Math.min(from, frozen)),
  ]
  setup.initial.push([
    ...placeTokens(setup, gnosis, tokens),
    ...setUpSavings(setup),
    ...oracles,
    ...openMarket(market, [{ role: 'PoolAdmin', account: at('AMB_EXECUTOR') }]),
    ...reserves.flatMap((one) => listReserve(market, before(one))),
  ])
  const open = from < frozen ? reserves.map(before) : reserves
  setup.initial.push([
    ...reserves.flatMap((one) => [borrower, lender].map((user) => approve(market, one, user))),
    ...[...reserves]
      .sort((a) => (a.lender === borrower ? -1 : 1))
      .map((one) => adjustReserve(market, { ...one, borrowed: () => 0n }, from)),
    ...reserves.map((one) => adjustReserve(market, one, from)),
    ...closeReserves(market, open),
  ])
  setup.daily.push((day) => [...pricesOn(day), ...adjustOn(day), ...(day === frozen && day > from ? freeze() : [])])
}
