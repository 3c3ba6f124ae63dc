import type { Address } from 'viem'
import { ethereum } from '../chains/ethereum'
import { type Day, events } from './calendar'
import { type Call, call, callAs } from './calls'
import type { ChainSetup } from './chain-setup'
import { before, borrower, lender, listedOn, looper, market, pathOf, reserve, reserves } from './ethereum-reserves'
import { adjustReserve, approve, closeReserves, listReserve, openMarket, setSupply } from './market'
import { valueOn } from './path'
import { placeDefaultStrategies, placeMarket } from './place-market'
import type { Reserve } from './reserves'
import { addressBook } from './tokens'

const at = addressBook(ethereum)

/** Supplied by Sky: the D3M's DAI and the liquidity layer's deposits. */
const skySupply: readonly { key: string; holder: string; balance: bigint }[] = [
  { key: 'DAI', holder: 'D3M_SPARK_DAI', balance: 1_705_500_000n * 10n ** 18n },
  { key: 'DAI', holder: 'ALM_PROXY', balance: 5_000_000n * 10n ** 18n },
  { key: 'USDS', holder: 'ALM_PROXY', balance: 7_000n * 10n ** 18n },
  { key: 'USDC', holder: 'ALM_PROXY', balance: 250_000n * 10n ** 6n },
  { key: 'USDT', holder: 'ALM_PROXY', balance: 120_000n * 10n ** 6n },
  { key: 'PYUSD', holder: 'ALM_PROXY', balance: 7_000n * 10n ** 6n },
  { key: 'WETH', holder: 'ALM_PROXY', balance: 25n * 10n ** 18n },
]
const holdings = (key: string, day: Day): readonly Call[] =>
  skySupply
    .filter((entry) => entry.key === key)
    .map(({ holder, balance }) => setSupply(market, reserve(key), at(holder), valueOn(balance, pathOf(key), day)))

const placeStrategies = (setup: ChainSetup) => {
  const { provider } = market
  const source = at('SSR_RATE_SOURCE')
  const percent = (bps: bigint) => bps * 10n ** 23n
  const kink = 'RateTargetKinkInterestRateStrategy'
  const lst = at('LST_RATE_SOURCE')
  setup.place(at('DAI_USDS_RATE_STRATEGY'), kink, provider, source, percent(8000n), 0n, percent(125n), percent(1500n))
  setup.place(at('USDC_RATE_STRATEGY'), kink, provider, source, percent(9500n), 0n, percent(125n), percent(1500n))
  setup.place(at('USDT_RATE_STRATEGY'), kink, provider, source, percent(9500n), 0n, percent(50n), percent(1500n))
  setup.place(at('WETH_RATE_STRATEGY'), kink, provider, lst, percent(9000n), 0n, percent(-10n), percent(7500n))
  setup.place(at('WETH_RATE_STRATEGY_OLD'), kink, provider, lst, percent(9000n), 0n, percent(-30n), percent(12000n))
  const base = 'RateTargetBaseInterestRateStrategy'
  setup.place(at('PYUSD_RATE_STRATEGY'), base, provider, source, percent(9500n), 0n, percent(200n), percent(1500n))
  placeDefaultStrategies(setup, provider, 'ethereum', at)
}

/** Adjusted every day, as a day's interest on their debt is visible. */
const adjustedDaily = ['DAI', 'WETH', 'USDC', 'USDT']
const adjustedInTurn = ['WSTETH', 'USDS', 'CBBTC', 'WBTC', 'WEETH', 'PYUSD', 'RETH', 'LBTC', 'TBTC', 'EZETH', 'RSETH']
const treasuryMonthly = ['DAI', 'WETH', 'USDC', 'USDT', 'USDS', 'PYUSD']

/** The looper's collateral: enough staked ether for its debt under the ETH e-mode. */
const loop = (day: Day): Call =>
  setSupply(market, reserve('WSTETH'), looper, valueOn(372_000n * 10n ** 18n, pathOf('WSTETH'), day))

const open = (one: Reserve, day: Day): readonly Call[] => [...holdings(one.key, day), adjustReserve(market, one, day)]

/** The market on Ethereum: Aave's contracts, every reserve with its suppliers and borrowers, then day by day. */
export const setUpEthereumMarket = (setup: ChainSetup): void => {
  const { from } = setup
  placeMarket(setup, market)
  placeStrategies(setup)
  for (const account of [borrower, looper, lender, at('SPARK_PROXY'), at('TREASURY'), at('DAI_TREASURY')])
    setup.place(account, 'Actor')
  const listed = reserves.filter((one) => listedOn(one, from))
  const roles = [
    { role: 'PoolAdmin', account: at('SPARK_PROXY') },
    { role: 'PoolAdmin', account: at('PAUSE_PROXY') },
    { role: 'EmergencyAdmin', account: at('FREEZER_MOM') },
    { role: 'RiskAdmin', account: at('FREEZER_MOM') },
    { role: 'RiskAdmin', account: at('CAP_AUTOMATOR') },
    { role: 'RiskAdmin', account: at('KILL_SWITCH_ORACLE') },
  ]
  setup.initial.push([...openMarket(market, roles), ...listed.flatMap((one) => listReserve(market, before(one, from)))])
  const approvals = reserves.flatMap((one) => [borrower, looper, lender].map((user) => approve(market, one, user)))
  const eMode = callAs(looper, call(market.pool, 'setUserEMode(uint8)', 1))
  // collateral before debts
  const first = ['WSTETH', 'CBBTC', 'WBTC', 'WEETH']
  const order = [...listed].sort((a, b) => Number(first.includes(b.key)) - Number(first.includes(a.key)))
  setup.initial.push([...approvals, loop(from), eMode, ...order.map((one) => supplyOnly(one, from))])
  setup.initial.push(order.flatMap((one) => open(one, from)))
  setup.initial.push([
    ...closeReserves(
      market,
      listed.map((one) => before(one, from)),
    ),
  ])
  const late = setup.placements.filter(({ address }) => isTokenOf(reserve('PYUSD'), address))
  setup.placements.splice(0, setup.placements.length, ...setup.placements.filter((one) => !late.includes(one)))
  setup.placeLater(events.pyusdReserve, late)
  setup.daily.push((day) => daily(day, from))
}

const isTokenOf = (one: Reserve, address: Address) => [one.spToken, one.variableDebt, one.stableDebt].includes(address)

/** Supply without debt: borrowing needs collateral and liquidity first. */
const supplyOnly = (one: Reserve, day: Day): Call => adjustReserve(market, { ...one, borrowed: () => 0n }, day)

const daily = (day: Day, from: Day): readonly Call[] => {
  const calls: Call[] = []
  if (day === events.pyusdReserve && day > from) {
    const one = reserve('PYUSD')
    calls.push(...listReserve(market, one), supplyOnly(one, day), ...open(one, day), ...closeReserves(market, [one]))
  }
  const changed = reserves.filter((one) => day > from && !same(before(one, day - 1), before(one, day)))
  if (changed.length > 0) calls.push(...reconfigure(changed, day))
  const turn = adjustedInTurn[day % adjustedInTurn.length] ?? 'WSTETH'
  if (day % 7 === 0) {
    const assets = treasuryMonthly.map(reserve).filter((one) => listedOn(one, day))
    calls.push(
      call(
        market.pool,
        'mintToTreasury(address[])',
        assets.map((one) => one.underlying),
      ),
    )
    calls.push(setSupply(market, reserve('DAI'), at('DAI_TREASURY'), 1_000_000n * 10n ** 18n))
  }
  if (turn === 'WSTETH') calls.push(loop(day))
  for (const key of [...adjustedDaily, turn]) {
    const one = before(reserve(key), day)
    if (!one.frozen && listedOn(one, day)) calls.push(...open(one, day))
  }
  return calls
}

const same = (a: Reserve, b: Reserve) => a.frozen === b.frozen && a.strategy === b.strategy

/** Governance's changes go through the real configurator, so that their events are there too. */
const reconfigure = (changed: readonly Reserve[], day: Day): readonly Call[] =>
  changed.flatMap((one) => {
    const [was, is] = [before(one, day - 1), before(one, day)]
    const { underlying } = one
    const calls: Call[] = []
    if (was.frozen !== is.frozen)
      calls.push(call(market.configurator, 'setReserveFreeze(address,bool)', underlying, is.frozen))
    if (was.strategy !== is.strategy) {
      const change = 'setReserveInterestRateStrategyAddress(address,address)'
      calls.push(call(market.configurator, change, underlying, is.strategy))
    }
    return calls.map((change) => callAs(market.admin, change))
  })
