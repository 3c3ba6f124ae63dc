import type { Address } from 'viem'
import { ethereum } from '../chains/ethereum'
import { type Day, events, targetDay } from './calendar'
import type { Market } from './market'
import { type Path, pathNamed } from './path'
import { eModesOf, priceOf, type Reserve, reservesOf } from './reserves'
import { addressBook } from './tokens'

const at = addressBook(ethereum)

// Assumed users of the market: one borrows dollars on ether and bitcoin, one loops staked ether, one only lends.
export const borrower: Address = '0xb0220e2000000000000000000000000000000001'
export const looper: Address = '0x100ee2000000000000000000000000000000000a'
export const lender: Address = '0x1e4de20000000000000000000000000000000001'

/** Collateral of the borrower. An asset with LTV 0 would restrict a borrower, so the lender supplies those. */
const ofBorrower = ['WETH', 'WBTC', 'WEETH', 'CBBTC', 'LBTC', 'TBTC', 'EZETH', 'RSETH', 'WSTETH']

/** Frozen some time after the network's beginning; until then they are open. */
const frozenFrom: Readonly<Record<string, Day>> = {
  TBTC: events.gnosisFrozen,
  EZETH: events.gnosisFrozen,
  RSETH: events.gnosisFrozen,
  RETH: events.wethStrategy,
}
/** Reserves that cannot be supplied any more (frozen, or a cap of 1) stay constant. */
const constant = ['SDAI', 'SUSDS', 'GNO']
export const pathOf = (key: string): Path =>
  constant.includes(key)
    ? { start: 1, seed: 0, deviation: 0, residual: 0 }
    : pathNamed(key, 0.78, { deviation: 0.05, by: frozenFrom[key] ?? targetDay })

export const reserves = reservesOf(
  'ethereum',
  ethereum.contracts,
  (key) => ({ lender: ofBorrower.includes(key) ? borrower : lender, borrower: key === 'WETH' ? looper : borrower }),
  pathOf,
).map((one) => {
  // where no more may be borrowed, debts can only be repaid
  const closed = !one.borrowingEnabled || one.borrowCap === 1
  return closed ? { ...one, borrowed: () => one.borrowed(targetDay) } : one
})

export const reserve = (key: string): Reserve => {
  const found = reserves.find((one) => one.key === key)
  if (!found) throw new Error(`No reserve ${key}`)
  return found
}

export const market: Market = {
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

/** A reserve as it was configured on a day. */
export const before = (one: Reserve, day: Day): Reserve => {
  const frozen = one.frozen && day >= (frozenFrom[one.key] ?? 0)
  if (one.key === 'WETH' && day < events.wethStrategy) return { ...one, frozen, strategy: at('WETH_RATE_STRATEGY_OLD') }
  if (one.key === 'USDT' && day < events.wethStrategy) return { ...one, frozen, strategy: at('USDC_RATE_STRATEGY') }
  return { ...one, frozen }
}

export const listedOn = (one: Reserve, day: Day) => one.key !== 'PYUSD' || day >= events.pyusdReserve

/** Oracle prices at the target day. */
export const referencePrice = (key: string): bigint => priceOf('ethereum', key)
