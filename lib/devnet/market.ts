import { type Address, encodeAbiParameters, type Hex, keccak256, stringToHex, zeroAddress } from 'viem'
import { aaveCreation, aaveDeployed, type Libraries } from './aave'
import type { Day } from './calendar'
import { as, type Call, call, OPERATOR } from './calls'
import { type Reserve, strategiesOf } from './reserves'
import { type Stage, word } from './stage'

/** EIP-1967: where a proxy keeps its implementation. */
const IMPLEMENTATION = '0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc'

/** A SparkLend market by the addresses it stands at. */
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
  /** Supplies what nobody else does, and never borrows. */
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
const mapped = (mappingKey: Hex, slot: bigint): Hex =>
  keccak256(encodeAbiParameters([{ type: 'bytes32' }, { type: 'uint256' }], [mappingKey, slot]))

/** Aave's contracts at the market's addresses. What a constructor would have stored is stored by `slots`. */
export const placeMarket = (stage: Stage, market: Market): void => {
  const { placements, slots } = stage
  const { libraries, impl, provider, pool, configurator } = market
  const proxy = (address: Address, admin: Address, implementation: Address) => {
    const code = aaveCreation('InitializableImmutableAdminUpgradeabilityProxy', {}, admin)
    placements.push({ address, code })
    slots.push({ address, slot: IMPLEMENTATION, value: word(implementation) })
  }
  for (const name of [
    'SupplyLogic',
    'BorrowLogic',
    'LiquidationLogic',
    'EModeLogic',
    'BridgeLogic',
    'PoolLogic',
    'FlashLoanLogic',
    'ConfiguratorLogic',
  ] as const) {
    const address = libraries[name]
    if (address) placements.push({ address, code: aaveDeployed(name, libraries) })
  }
  placements.push({ address: provider, code: aaveDeployed('PoolAddressesProvider') })
  slots.push({ address: provider, slot: word(0n), value: word(market.admin) })
  slots.push({ address: provider, slot: mapped(key('ACL_ADMIN'), 2n), value: word(market.admin) })
  placements.push({ address: impl.pool, code: aaveCreation('Pool', libraries, provider) })
  placements.push({ address: impl.configurator, code: aaveDeployed('PoolConfigurator', libraries) })
  proxy(pool, provider, impl.pool)
  proxy(configurator, provider, impl.configurator)
  placements.push({ address: market.aclManager, code: aaveCreation('ACLManager', {}, provider) })
  // DEFAULT_ADMIN_ROLE is 0x0; its members are the first field of what the mapping at slot 0 holds
  const members = mapped(word(0n), 0n)
  slots.push({
    address: market.aclManager,
    slot: keccak256(encodeAbiParameters([{ type: 'address' }, { type: 'bytes32' }], [market.admin, members])),
    value: word(1n),
  })
  placements.push({
    address: market.oracle,
    code: aaveCreation('AaveOracle', {}, provider, [], [], zeroAddress, zeroAddress, 100_000_000n),
  })
  placements.push({ address: market.dataProvider, code: aaveCreation('AaveProtocolDataProvider', {}, provider) })
  placements.push({ address: impl.aToken, code: aaveCreation('AToken', {}, pool) })
  placements.push({ address: impl.stableDebt, code: aaveCreation('StableDebtToken', {}, pool) })
  placements.push({ address: impl.variableDebt, code: aaveCreation('VariableDebtToken', {}, pool) })
  for (const reserve of market.reserves) {
    proxy(reserve.spToken, configurator, impl.aToken)
    proxy(reserve.stableDebt, configurator, impl.stableDebt)
    proxy(reserve.variableDebt, configurator, impl.variableDebt)
  }
}

/** Lets the director speak as the pool's configurator while reserves are listed; the real one is put back afterwards. */
const asConfigurator = (market: Market, calls: readonly Call[]): readonly Call[] => [
  as(market.admin, call(market.provider, 'setAddress(bytes32,address)', key('POOL_CONFIGURATOR'), OPERATOR)),
  ...calls,
  as(market.admin, call(market.provider, 'setAddress(bytes32,address)', key('POOL_CONFIGURATOR'), market.configurator)),
]

export const openMarket = (market: Market, roles: readonly { role: string; account: Address }[]): readonly Call[] => {
  const { admin, provider, pool } = market
  const set = (id: string, address: Address) =>
    as(admin, call(provider, 'setAddress(bytes32,address)', key(id), address))
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
    as(admin, call(provider, 'setMarketId(string)', market.id)),
    set('POOL', pool),
    set('POOL_CONFIGURATOR', market.configurator),
    set('ACL_MANAGER', market.aclManager),
    set('PRICE_ORACLE', market.oracle),
    set('DATA_PROVIDER', market.dataProvider),
    call(pool, 'initialize(address)', provider),
    call(market.configurator, 'initialize(address)', provider),
    ...roles.map(({ role, account }) => as(admin, call(market.aclManager, `add${role}(address)`, account))),
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
    as(market.admin, call(market.oracle, 'setAssetSources(address[],address[])', [underlying], [reserve.oracle])),
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

/** Puts reserves into their final configuration: caps, freezes, what may be borrowed. */
export const closeReserves = (market: Market, reserves: readonly Reserve[]): readonly Call[] =>
  asConfigurator(
    market,
    reserves.map((reserve) => configure(market, reserve)),
  )

/** Supplies, borrows, repays and withdraws until a reserve has this day's supply and debt. */
export const steer = (market: Market, reserve: Reserve, day: Day): Call =>
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
export const hold = (market: Market, reserve: Reserve, holder: Address, balance: bigint): Call =>
  call(
    OPERATOR,
    'hold(address,address,address,address,address,uint256)',
    ...[market.pool, reserve.underlying, reserve.spToken, holder, market.lender, balance],
  )

export const approve = (market: Market, reserve: Reserve, account: Address): Call =>
  as(account, call(reserve.underlying, 'approve(address,uint256)', market.pool, 2n ** 256n - 1n))

/** Aave's own curve, at every strategy of the chain that has not been placed yet. */
export const placeDefaultStrategies = (
  stage: Stage,
  provider: Address,
  chain: 'ethereum' | 'gnosis',
  at: (key: string) => Address,
): void => {
  for (const [name, curve] of Object.entries(strategiesOf(chain))) {
    if (stage.placements.some(({ address }) => address === at(name))) continue
    const { optimalUsageRatio, baseVariableBorrowRate, variableRateSlope1, variableRateSlope2 } = curve
    const variable = [optimalUsageRatio, baseVariableBorrowRate, variableRateSlope1, variableRateSlope2].map(BigInt)
    // stable borrowing is off on both markets: its slopes are 0
    const code = aaveCreation('DefaultReserveInterestRateStrategy', {}, provider, ...variable, 0n, 0n, 0n, 0n, 0n)
    stage.placements.push({ address: at(name), code })
  }
}
