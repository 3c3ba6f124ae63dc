import { type Address, stringToHex, zeroAddress } from 'viem'
import type { Libraries } from './aave'
import type { Day } from './calendar'
import { type Call, call, callAs, OPERATOR } from './calls'
import type { Reserve } from './reserves'

/** A SparkLend market by its addresses. */
export type Market = {
  readonly id: string
  readonly pool: Address
  readonly provider: Address
  readonly configurator: Address
  readonly oracle: Address
  readonly aclManager: Address
  readonly dataProvider: Address
  readonly impl: Readonly<Record<'pool' | 'configurator' | 'aToken' | 'stableDebt' | 'variableDebt', Address>>
  readonly libraries: Libraries
  /** Governance: an Actor that owns the provider and is pool admin. */
  readonly admin: Address
  readonly treasuryOf: (reserve: Reserve) => Address
  readonly reserves: readonly Reserve[]
  readonly eModes: readonly EMode[]
  /** Supplies the rest of each reserve, and never borrows. */
  readonly lender: Address
}

type EMode = {
  readonly id: number
  readonly label: string
  readonly ltv: number
  readonly liquidationThreshold: number
  readonly liquidationBonus: number
}

const key = (name: string) => stringToHex(name, { size: 32 })

/** Makes calls with the operator as the pool's configurator, and restores the real one afterwards. */
const asConfigurator = (market: Market, calls: readonly Call[]): readonly Call[] => [
  callAs(market.admin, call(market.provider, 'setAddress(bytes32,address)', key('POOL_CONFIGURATOR'), OPERATOR)),
  ...calls,
  callAs(
    market.admin,
    call(market.provider, 'setAddress(bytes32,address)', key('POOL_CONFIGURATOR'), market.configurator),
  ),
]

export const openMarket = (market: Market, roles: readonly { role: string; account: Address }[]): readonly Call[] => {
  const { admin, provider, pool } = market
  const set = (id: string, address: Address) =>
    callAs(admin, call(provider, 'setAddress(bytes32,address)', key(id), address))
  const premiums = call(pool, 'updateFlashloanPremiums(uint128,uint128)', 0n, 0n)
  const eModes = market.eModes.map(({ id, label, ltv, liquidationThreshold, liquidationBonus }) =>
    call(
      pool,
      'configureEModeCategory(uint8,(uint16 ltv,uint16 threshold,uint16 bonus,address priceSource,string label))',
      id,
      { ltv, threshold: liquidationThreshold, bonus: liquidationBonus, priceSource: zeroAddress, label },
    ),
  )
  return [
    callAs(admin, call(provider, 'setMarketId(string)', market.id)),
    set('POOL', pool),
    set('POOL_CONFIGURATOR', market.configurator),
    set('ACL_MANAGER', market.aclManager),
    set('PRICE_ORACLE', market.oracle),
    set('DATA_PROVIDER', market.dataProvider),
    call(pool, 'initialize(address)', provider),
    call(market.configurator, 'initialize(address)', provider),
    ...roles.map(({ role, account }) => callAs(admin, call(market.aclManager, `add${role}(address)`, account))),
    ...asConfigurator(market, [premiums, ...eModes]),
  ]
}

/** Lists a reserve as PoolConfigurator.initReserves would, but with tokens at their real addresses. */
export const listReserve = (market: Market, reserve: Reserve): readonly Call[] => {
  const { pool } = market
  const { underlying, decimals, symbol, spToken, stableDebt, variableDebt } = reserve
  const names = (long: string, short: string) => [`Spark ${long}${symbol}`, `${short}${symbol}`] as const
  const debt = 'initialize(address,address,address,uint8,string,string,bytes)'
  return [
    call(
      spToken,
      'initialize(address,address,address,address,uint8,string,string,bytes)',
      ...[pool, market.treasuryOf(reserve), underlying, zeroAddress, decimals, ...names('', 'sp'), '0x'],
    ),
    call(stableDebt, debt, pool, underlying, zeroAddress, decimals, ...names('Stable Debt ', 'stableDebt'), '0x'),
    call(variableDebt, debt, pool, underlying, zeroAddress, decimals, ...names('Variable Debt ', 'variableDebt'), '0x'),
    callAs(market.admin, call(market.oracle, 'setAssetSources(address[],address[])', [underlying], [reserve.oracle])),
    ...asConfigurator(market, [
      call(
        pool,
        'initReserve(address,address,address,address,address)',
        underlying,
        spToken,
        stableDebt,
        variableDebt,
        reserve.strategy,
      ),
      configure(market, reserve, { open: true }),
    ]),
  ]
}

/** The reserve's whole configuration in one word. `open`: without caps, nothing frozen, all borrowable, as state is built. */
const configure = ({ pool }: Market, reserve: Reserve, { open = false } = {}): Call => {
  const flag = (on: boolean) => (on ? 1n : 0n)
  const data =
    BigInt(reserve.ltv) |
    (BigInt(reserve.liquidationThreshold) << 16n) |
    (BigInt(reserve.liquidationBonus) << 32n) |
    (BigInt(reserve.decimals) << 48n) |
    (1n << 56n) |
    (flag(!open && reserve.frozen) << 57n) |
    (flag(open || reserve.borrowingEnabled) << 58n) |
    (flag(reserve.borrowableInIsolation) << 61n) |
    (flag(reserve.flashLoanEnabled) << 63n) |
    (BigInt(reserve.reserveFactor) << 64n) |
    (BigInt(open ? 0 : reserve.borrowCap) << 80n) |
    (BigInt(open ? 0 : reserve.supplyCap) << 116n) |
    (BigInt(reserve.liquidationProtocolFee) << 152n) |
    (BigInt(reserve.eModeCategory) << 168n) |
    (BigInt(reserve.debtCeiling) << 212n)
  return call(pool, 'setConfiguration(address,(uint256 data))', reserve.underlying, { data })
}

/** Sets the final configuration of reserves: caps, freezes, borrowing. */
export const closeReserves = (market: Market, reserves: readonly Reserve[]): readonly Call[] =>
  asConfigurator(
    market,
    reserves.map((reserve) => configure(market, reserve)),
  )

/** Supplies, borrows, repays and withdraws until a reserve has this day's supply and debt. */
export const adjustReserve = (market: Market, reserve: Reserve, day: Day): Call =>
  call(
    OPERATOR,
    'steer((address pool,address asset,address spToken,address debtToken,address lender,address borrower),uint256,uint256)',
    {
      pool: market.pool,
      asset: reserve.underlying,
      spToken: reserve.spToken,
      debtToken: reserve.variableDebt,
      lender: reserve.lender,
      borrower: reserve.borrower,
    },
    reserve.supplied(day),
    reserve.borrowed(day),
  )

/** Moves one supplier's spTokens to a balance. */
export const setSupply = (market: Market, reserve: Reserve, holder: Address, balance: bigint): Call =>
  call(
    OPERATOR,
    'hold(address,address,address,address,address,uint256)',
    ...[market.pool, reserve.underlying, reserve.spToken, holder, market.lender, balance],
  )

export const approve = (market: Market, reserve: Reserve, account: Address): Call =>
  callAs(account, call(reserve.underlying, 'approve(address,uint256)', market.pool, 2n ** 256n - 1n))
