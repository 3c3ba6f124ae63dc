import { type Address, encodeAbiParameters, type Hex, keccak256, stringToHex, zeroAddress } from 'viem'
import { aaveCreation, aaveDeployed } from './aave'
import { type ChainSetup, word } from './chain-setup'
import type { Market } from './market'
import { strategiesOf } from './reserves'

/** EIP-1967: where a proxy keeps its implementation. */
const IMPLEMENTATION = '0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc'

const mapped = (mappingKey: Hex, slot: bigint): Hex =>
  keccak256(encodeAbiParameters([{ type: 'bytes32' }, { type: 'uint256' }], [mappingKey, slot]))

/** Aave's contracts at the market's addresses. What a constructor would have stored is stored by `slots`. */
export const placeMarket = (setup: ChainSetup, market: Market): void => {
  const { placements, slots } = setup
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
  slots.push({ address: provider, slot: mapped(stringToHex('ACL_ADMIN', { size: 32 }), 2n), value: word(market.admin) })
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

/** Aave's own curve, at every strategy of the chain that has not been placed yet. */
export const placeDefaultStrategies = (
  setup: ChainSetup,
  provider: Address,
  chain: 'ethereum' | 'gnosis',
  at: (key: string) => Address,
): void => {
  for (const [name, curve] of Object.entries(strategiesOf(chain))) {
    if (setup.placements.some(({ address }) => address === at(name))) continue
    const { optimalUsageRatio, baseVariableBorrowRate, variableRateSlope1, variableRateSlope2 } = curve
    const variable = [optimalUsageRatio, baseVariableBorrowRate, variableRateSlope1, variableRateSlope2].map(BigInt)
    // stable borrowing is off on both markets: its slopes are 0
    const code = aaveCreation('DefaultReserveInterestRateStrategy', {}, provider, ...variable, 0n, 0n, 0n, 0n, 0n)
    setup.placements.push({ address: at(name), code })
  }
}
