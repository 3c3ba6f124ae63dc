import { type Address, getAddress, padHex, stringToHex, toHex } from 'viem'
import { chainBySlug } from '@/lib/chains'
import { aToken } from '@/lib/contracts/a-token'
import { aaveOracle } from '@/lib/contracts/aave-oracle'
import { addressesProvider } from '@/lib/contracts/addresses-provider'
import { capAutomator } from '@/lib/contracts/cap-automator'
import { daiInterestRateStrategy } from '@/lib/contracts/dai-interest-rate-strategy'
import { debtToken } from '@/lib/contracts/debt-token'
import { erc20 } from '@/lib/contracts/erc20'
import { interestRateStrategy } from '@/lib/contracts/interest-rate-strategy'
import { killSwitchOracle } from '@/lib/contracts/kill-switch-oracle'
import { pool } from '@/lib/contracts/pool'
import type { FakeChain } from '../fake-chain'

/** Settings of a reserve; what is left out is 0, false or nothing. */
export type FakeReserve = {
  readonly asset: Address
  readonly symbol?: string
  readonly bytes32Symbol?: boolean
  readonly decimals: number
  readonly supplied?: bigint
  readonly variableDebt?: bigint
  readonly stableDebt?: bigint
  readonly cash?: bigint
  /** 8 decimals; null: the oracle reverts. */
  readonly price: bigint | null
  readonly ltv?: number
  readonly threshold?: number
  readonly bonus?: number
  readonly reserveFactor?: number
  readonly protocolFee?: number
  readonly supplyCap?: bigint
  readonly borrowCap?: bigint
  readonly debtCeiling?: bigint
  readonly isolationDebt?: bigint
  readonly emode?: number
  readonly flags?: readonly Flag[]
  readonly supplyRate?: bigint
  readonly borrowRate?: bigint
  readonly supplyIndex?: bigint
  readonly accrued?: bigint
  readonly last?: number
  /** optimal, base, slope 1, slope 2 */
  readonly curve?: readonly [bigint, bigint, bigint, bigint] | 'flat'
  readonly automatedSupply?: readonly [max: number, gap: number]
}

/** Bit positions in Aave v3.0.2's configuration word (ReserveConfiguration.sol). */
const flagBits = {
  active: 56,
  frozen: 57,
  borrowing: 58,
  paused: 60,
  isolationBorrowable: 61,
  siloed: 62,
  flashLoan: 63,
} as const
type Flag = keyof typeof flagBits

const configurationOf = (reserve: FakeReserve): bigint => {
  const fields: readonly [value: bigint | number | undefined, shift: number][] = [
    [reserve.ltv, 0],
    [reserve.threshold, 16],
    [reserve.bonus, 32],
    [reserve.decimals, 48],
    [reserve.reserveFactor, 64],
    [reserve.borrowCap, 80],
    [reserve.supplyCap, 116],
    [reserve.protocolFee, 152],
    [reserve.emode, 168],
    [reserve.debtCeiling, 212],
  ]
  const numbers = fields.reduce((word, [value, shift]) => word | (BigInt(value ?? 0) << BigInt(shift)), 0n)
  return (reserve.flags ?? []).reduce((word, flag) => word | (1n << BigInt(flagBits[flag])), numbers)
}

const ray = 10n ** 27n

/** An address of its own for the nth contract that stands beside a reserve. */
export const besides = (asset: Address, nth: number): Address =>
  getAddress(toHex((BigInt(asset) + BigInt(nth)) % 2n ** 160n, { size: 20 }))

/** Places a market at the chain's registered addresses. */
export const placeMarket = (chain: FakeChain, reserves: readonly FakeReserve[]): FakeChain => {
  const { contracts } = chainBySlug(chain.slug === 'gnosis' ? 'gnosis' : 'ethereum')
  const at = { pool: contracts.POOL.address, oracle: contracts.AAVE_ORACLE.address }
  const provider = contracts.POOL_ADDRESSES_PROVIDER.address
  const assets = reserves.map(({ asset }) => asset)
  chain.answer(pool, at.pool, 'getReservesList', [], assets)
  chain.answer(pool, at.pool, 'getEModeCategoryData', [1], {
    ltv: 9200,
    liquidationThreshold: 9300,
    liquidationBonus: 10100,
    priceSource: '0x0000000000000000000000000000000000000000',
    label: 'ETH',
  })
  chain.answer(addressesProvider, provider, 'getACLAdmin', [], besides(provider, 1))
  chain.answer(addressesProvider, provider, 'owner', [], besides(provider, 2))
  chain.answer(addressesProvider, provider, 'getPoolConfigurator', [], contracts.POOL_CONFIGURATOR.address)
  chain.answer(aaveOracle, at.oracle, 'getFallbackOracle', [], '0x0000000000000000000000000000000000000000')
  if (chain.slug === 'ethereum') {
    const killSwitch = chainBySlug('ethereum').contracts.KILL_SWITCH_ORACLE.address
    chain.answer(killSwitchOracle, killSwitch, 'triggered', [], false)
  }
  for (const [id, reserve] of reserves.entries()) placeReserve(chain, at, id, reserve)
  return chain
}

const placeReserve = (
  chain: FakeChain,
  at: { readonly pool: Address; readonly oracle: Address },
  id: number,
  reserve: FakeReserve,
) => {
  const { asset } = reserve
  const [spToken, stable, variable, strategy, source] = [1, 2, 3, 4, 5].map((nth) => besides(asset, nth))
  if (!spToken || !stable || !variable || !strategy || !source) throw new Error('unreachable')
  chain.answer(pool, at.pool, 'getReserveData', [asset], {
    configuration: { data: configurationOf(reserve) },
    liquidityIndex: reserve.supplyIndex ?? ray,
    currentLiquidityRate: reserve.supplyRate ?? 0n,
    variableBorrowIndex: ray,
    currentVariableBorrowRate: reserve.borrowRate ?? 0n,
    currentStableBorrowRate: 0n,
    lastUpdateTimestamp: reserve.last ?? chain.timestamp,
    id,
    aTokenAddress: spToken,
    stableDebtTokenAddress: stable,
    variableDebtTokenAddress: variable,
    interestRateStrategyAddress: strategy,
    accruedToTreasury: reserve.accrued ?? 0n,
    unbacked: 0n,
    isolationModeTotalDebt: reserve.isolationDebt ?? 0n,
  })
  if (reserve.bytes32Symbol) {
    chain.raw(erc20, asset, 'symbol', [], padHex(stringToHex(reserve.symbol ?? ''), { size: 32, dir: 'right' }))
  } else if (reserve.symbol === undefined) chain.revert(erc20, asset, 'symbol')
  else chain.answer(erc20, asset, 'symbol', [], reserve.symbol)
  chain.answer(aToken, spToken, 'totalSupply', [], reserve.supplied ?? 0n)
  chain.answer(debtToken, stable, 'totalSupply', [], reserve.stableDebt ?? 0n)
  chain.answer(debtToken, variable, 'totalSupply', [], reserve.variableDebt ?? 0n)
  chain.answer(erc20, asset, 'balanceOf', [spToken], reserve.cash ?? 0n)
  if (reserve.price === null) chain.revert(aaveOracle, at.oracle, 'getAssetPrice', [asset])
  else chain.answer(aaveOracle, at.oracle, 'getAssetPrice', [asset], reserve.price)
  chain.answer(aaveOracle, at.oracle, 'getSourceOfAsset', [asset], source)
  placeCurve(chain, strategy, reserve.curve ?? [ray / 2n, 0n, 0n, 0n])
  if (chain.slug !== 'ethereum') return
  const automator = chainBySlug('ethereum').contracts.CAP_AUTOMATOR.address
  const [max, gap] = reserve.automatedSupply ?? [0, 0]
  chain.answer(capAutomator, automator, 'supplyCapConfigs', [asset], [max, gap, 43_200, 0, 0])
  chain.answer(capAutomator, automator, 'borrowCapConfigs', [asset], [0, 0, 0, 0, 0])
}

const curveFunctions = [
  'OPTIMAL_USAGE_RATIO',
  'getBaseVariableBorrowRate',
  'getVariableRateSlope1',
  'getVariableRateSlope2',
] as const

const placeCurve = (chain: FakeChain, strategy: Address, curve: NonNullable<FakeReserve['curve']>) => {
  if (curve === 'flat') {
    for (const name of curveFunctions) chain.revert(interestRateStrategy, strategy, name)
    chain.answer(daiInterestRateStrategy, strategy, 'borrowSpread', [], 0n)
  } else
    curveFunctions.forEach((name, i) => {
      chain.answer(interestRateStrategy, strategy, name, [], curve[i] ?? 0n)
    })
}
