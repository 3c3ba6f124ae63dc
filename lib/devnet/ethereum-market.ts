import type { Address } from 'viem'
import { ethereum } from '../chains/ethereum'
import { type Day, events, settled } from './calendar'
import { as, type Call, call } from './calls'
import {
  approve,
  closeReserves,
  hold,
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
import { addressBook } from './tokens'

const at = addressBook(ethereum)

// The market's users, invented: who borrows dollars on ether and bitcoin, who loops staked ether, who only lends.
const borrower: Address = '0xb0220e2000000000000000000000000000000001'
const looper: Address = '0x100ee2000000000000000000000000000000000a'
const lender: Address = '0x1e4de20000000000000000000000000000000001'

/** Collateral of the borrower; what has LTV 0 would tie a borrower's hands, so the lender supplies that. */
const ofBorrower = ['WETH', 'WBTC', 'WEETH', 'CBBTC', 'LBTC', 'TBTC', 'EZETH', 'RSETH', 'WSTETH']

/** Frozen some time after the network's beginning; until then they are open. */
const frozenFrom: Readonly<Record<string, Day>> = {
  TBTC: events.gnosisFrozen,
  EZETH: events.gnosisFrozen,
  RSETH: events.gnosisFrozen,
  RETH: events.wethStrategy,
}
/** What cannot be supplied any more (frozen, or its cap is 1) stays as it is. */
const still = ['SDAI', 'SUSDS', 'GNO']
const pathOf = (key: string): Path =>
  still.includes(key)
    ? { start: 1, seed: 0, stray: 0, calm: 0 }
    : pathNamed(key, 0.78, { stray: 0.05, by: frozenFrom[key] ?? settled })

const reserves = reservesOf(
  'ethereum',
  ethereum.contracts,
  (key) => ({ lender: ofBorrower.includes(key) ? borrower : lender, borrower: key === 'WETH' ? looper : borrower }),
  pathOf,
).map((one) => {
  // where no more may be borrowed, debts can only be repaid
  const closed = !one.borrowingEnabled || one.borrowCap === 1
  return closed ? { ...one, borrowed: () => one.borrowed(settled) } : one
})

const reserve = (key: string): Reserve => {
  const found = reserves.find((one) => one.key === key)
  if (!found) throw new Error(`No reserve ${key}`)
  return found
}

const market: Market = {
  id: 'Spark Protocol',
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
  libraries: {
    SupplyLogic: at('SUPPLY_LOGIC'),
    BorrowLogic: at('BORROW_LOGIC'),
    LiquidationLogic: at('LIQUIDATION_LOGIC'),
    EModeLogic: at('EMODE_LOGIC'),
    BridgeLogic: at('BRIDGE_LOGIC'),
    PoolLogic: at('POOL_LOGIC'),
    FlashLoanLogic: at('FLASH_LOAN_LOGIC'),
    ConfiguratorLogic: '0xc0f160000000000000000000000000000000000a',
  },
  admin: at('SPARK_PROXY'),
  treasuryOf: ({ key }) => at(key === 'DAI' ? 'DAI_TREASURY' : 'TREASURY'),
  reserves,
  eModes: eModesOf('ethereum'),
  lender,
}

/** What Sky itself supplies: the D3M's DAI, and the liquidity layer's own deposits. */
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
    .map(({ holder, balance }) => hold(market, reserve(key), at(holder), along(balance, pathOf(key), day)))

const before = (one: Reserve, day: Day): Reserve => {
  const frozen = one.frozen && day >= (frozenFrom[one.key] ?? 0)
  if (one.key === 'WETH' && day < events.wethStrategy) return { ...one, frozen, strategy: at('WETH_RATE_STRATEGY_OLD') }
  if (one.key === 'USDT' && day < events.wethStrategy) return { ...one, frozen, strategy: at('USDC_RATE_STRATEGY') }
  return { ...one, frozen }
}

const placeStrategies = (stage: Stage) => {
  const { provider } = market
  const source = at('SSR_RATE_SOURCE')
  const percent = (bps: bigint) => bps * 10n ** 23n
  const kink = 'RateTargetKinkInterestRateStrategy'
  const lst = at('LST_RATE_SOURCE')
  stage.place(at('DAI_USDS_RATE_STRATEGY'), kink, provider, source, percent(8000n), 0n, percent(125n), percent(1500n))
  stage.place(at('USDC_RATE_STRATEGY'), kink, provider, source, percent(9500n), 0n, percent(125n), percent(1500n))
  stage.place(at('USDT_RATE_STRATEGY'), kink, provider, source, percent(9500n), 0n, percent(50n), percent(1500n))
  stage.place(at('WETH_RATE_STRATEGY'), kink, provider, lst, percent(9000n), 0n, percent(-10n), percent(7500n))
  stage.place(at('WETH_RATE_STRATEGY_OLD'), kink, provider, lst, percent(9000n), 0n, percent(-30n), percent(12000n))
  const base = 'RateTargetBaseInterestRateStrategy'
  stage.place(at('PYUSD_RATE_STRATEGY'), base, provider, source, percent(9500n), 0n, percent(200n), percent(1500n))
  placeDefaultStrategies(stage, provider, 'ethereum', at)
}

/** Needs the most careful hand: debts large enough that a day's interest shows. */
const steeredDaily = ['DAI', 'WETH', 'USDC', 'USDT']
const steeredInTurn = ['WSTETH', 'USDS', 'CBBTC', 'WBTC', 'WEETH', 'PYUSD', 'RETH', 'LBTC', 'TBTC', 'EZETH', 'RSETH']
const treasuryMonthly = ['DAI', 'WETH', 'USDC', 'USDT', 'USDS', 'PYUSD']

const listedOn = (one: Reserve, day: Day) => one.key !== 'PYUSD' || day >= events.pyusdReserve

/** The looper's collateral: enough staked ether for its debt under the ETH e-mode. */
const loop = (day: Day): Call =>
  hold(market, reserve('WSTETH'), looper, along(372_000n * 10n ** 18n, pathOf('WSTETH'), day))

const open = (one: Reserve, day: Day): readonly Call[] => [...holdings(one.key, day), steer(market, one, day)]

/** The market on Ethereum: Aave's contracts, every reserve with its suppliers and borrowers, then day by day. */
export const stageEthereumMarket = (stage: Stage): void => {
  const { from } = stage
  placeMarket(stage, market)
  placeStrategies(stage)
  for (const account of [borrower, looper, lender, at('SPARK_PROXY'), at('TREASURY'), at('DAI_TREASURY')])
    stage.place(account, 'Actor')
  const listed = reserves.filter((one) => listedOn(one, from))
  const roles = [
    { role: 'PoolAdmin', account: at('SPARK_PROXY') },
    { role: 'PoolAdmin', account: at('PAUSE_PROXY') },
    { role: 'EmergencyAdmin', account: at('FREEZER_MOM') },
    { role: 'RiskAdmin', account: at('FREEZER_MOM') },
    { role: 'RiskAdmin', account: at('CAP_AUTOMATOR') },
    { role: 'RiskAdmin', account: at('KILL_SWITCH_ORACLE') },
  ]
  stage.opening.push([...openMarket(market, roles), ...listed.flatMap((one) => listReserve(market, before(one, from)))])
  const approvals = reserves.flatMap((one) => [borrower, looper, lender].map((user) => approve(market, one, user)))
  const eMode = as(looper, call(market.pool, 'setUserEMode(uint8)', 1))
  // collateral before debts
  const first = ['WSTETH', 'CBBTC', 'WBTC', 'WEETH']
  const order = [...listed].sort((a, b) => Number(first.includes(b.key)) - Number(first.includes(a.key)))
  stage.opening.push([...approvals, loop(from), eMode, ...order.map((one) => supplyOnly(one, from))])
  stage.opening.push(order.flatMap((one) => open(one, from)))
  stage.opening.push([
    ...closeReserves(
      market,
      listed.map((one) => before(one, from)),
    ),
  ])
  const late = stage.placements.filter(({ address }) => isTokenOf(reserve('PYUSD'), address))
  stage.placements.splice(0, stage.placements.length, ...stage.placements.filter((one) => !late.includes(one)))
  stage.appear(events.pyusdReserve, late)
  stage.daily.push((day) => daily(day, from))
}

const isTokenOf = (one: Reserve, address: Address) => [one.spToken, one.variableDebt, one.stableDebt].includes(address)

/** As steer(), without debts: what is borrowed needs collateral and cash that come first. */
const supplyOnly = (one: Reserve, day: Day): Call => steer(market, { ...one, borrowed: () => 0n }, day)

const daily = (day: Day, from: Day): readonly Call[] => {
  const calls: Call[] = []
  if (day === events.pyusdReserve && day > from) {
    const one = reserve('PYUSD')
    calls.push(...listReserve(market, one), supplyOnly(one, day), ...open(one, day), ...closeReserves(market, [one]))
  }
  const changed = reserves.filter((one) => day > from && !same(before(one, day - 1), before(one, day)))
  if (changed.length > 0) calls.push(...reconfigure(changed, day))
  const turn = steeredInTurn[day % steeredInTurn.length] ?? 'WSTETH'
  if (day % 7 === 0) {
    const assets = treasuryMonthly.map(reserve).filter((one) => listedOn(one, day))
    calls.push(
      call(
        market.pool,
        'mintToTreasury(address[])',
        assets.map((one) => one.underlying),
      ),
    )
    calls.push(hold(market, reserve('DAI'), at('DAI_TREASURY'), 1_000_000n * 10n ** 18n))
  }
  if (turn === 'WSTETH') calls.push(loop(day))
  for (const key of [...steeredDaily, turn]) {
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
    return calls.map((change) => as(market.admin, change))
  })

/** Oracle prices of the picture. */
export const picturePrice = (key: string): bigint => priceOf('ethereum', key)
