import type { ContractKey } from '../chains'
import type { FundKey } from '../products/funds'
import {
  aaveToken,
  type Coin,
  type Erc7540State,
  type Position,
  pending,
  skyIssued,
  stablecoin,
  tokenBalance,
  unpriced,
  type Valuation,
  vault,
} from './define-position'
import { fundValuation } from './funds'

// The universe of the ALM proxy: everything a rate limit was ever set for (sparkdotfi/spark-spells@372770a and the executive
// votes up to 2026-07-16), leftovers of closed venues included. Out of reach of view calls, and so in no figure: positions in
// Uniswap v4 (their ids cannot be listed), ether.fi exits, and what custodians and brokers hold off-chain.

const dollar: Valuation = { kind: 'dollar' }
const susds: Valuation = { kind: 'erc4626', vault: 'SUSDS', asset: 'USDS', of: dollar }
const sdai: Valuation = { kind: 'erc4626', vault: 'SDAI', asset: 'DAI', of: dollar }
const price = (asset: ContractKey): Valuation => ({ kind: 'oracle', asset })

const stablecoins = ['USDC', 'USDT', 'PYUSD', 'USDG', 'USAT', 'RLUSD', 'USDE'] as const
const etherTokens = ['WETH', 'WSTETH', 'WEETH'] as const

const ether = (holder: ContractKey): Position => ({
  key: holder === 'ALM_PROXY' ? 'ETH' : `ETH@${holder}`,
  holder,
  amount: { kind: 'ether' },
  valuation: price('WETH'),
  line: 'liquidity',
  venue: 'Idle',
  asset: 'ETH',
})

const idle = (holder: ContractKey): readonly Position[] => [
  ...stablecoins.map((token) => stablecoin(token, holder)),
  ...etherTokens.map((token) =>
    tokenBalance(token, { holder, valuation: price(token), line: 'liquidity', venue: 'Idle', asset: 'ETH' }),
  ),
  ether(holder),
  skyIssued('USDS', dollar, holder),
  skyIssued('SUSDS', susds, holder),
  skyIssued('DAI', dollar, holder),
  skyIssued('SDAI', sdai, holder),
]

type SparkLendAsset = 'USDC' | 'USDT' | 'PYUSD' | 'WETH' | 'USDS' | 'DAI'

const spToken = (asset: SparkLendAsset, holder: ContractKey = 'ALM_PROXY'): Position =>
  tokenBalance(`${asset}_SPTOKEN`, {
    holder,
    valuation: price(asset),
    line: 'sparklend',
    venue: 'SparkLend',
    asset: asset === 'WETH' ? 'ETH' : asset,
  })

/** The queues as Maple's documentation names them: asked at once, and believed only when the pool says the same. */
const syrupQueues = {
  SYRUP_USDC: '0x1bc47a0Dd0FdaB96E9eF982fdf1F34DC6207cfE3',
  SYRUP_USDT: '0x86eBDf902d800F2a82038290B6DBb2A5eE29eB8C',
} as const

const syrup = (token: keyof typeof syrupQueues, asset: ContractKey): readonly Position[] => {
  const place = {
    valuation: { kind: 'maple', pool: token, asset, of: dollar },
    line: 'liquidity',
    venue: 'Maple',
    asset,
  } as const
  return [
    tokenBalance(token, place),
    pending(`${token}.PENDING_REDEEM`, { kind: 'syrup-queue', pool: token, queue: syrupQueues[token] }, place),
  ]
}

const curve = (token: ContractKey, coins: readonly Coin[], asset: Position['asset']): Position =>
  tokenBalance(token, { valuation: { kind: 'curve', pool: token, coins }, line: 'liquidity', venue: 'Curve', asset })

const coin = (token: ContractKey, valuation: Valuation = dollar): Coin => ({ token, valuation })

const fund = (token: FundKey, venue: Position['venue'], line: Position['line'] = 'rwa'): Position =>
  tokenBalance(token, { valuation: fundValuation(token, 'ethereum'), line, venue, asset: token })

const jtrsyUnderWay = (key: string, state: Erc7540State, unit: 'JTRSY' | 'USDC'): Position =>
  pending(
    key,
    { kind: 'erc7540', token: 'JTRSY', asset: 'USDC', vaults: ['JTRSY_VAULT', 'JTRSY_VAULT_V3_USDC'], state, unit },
    {
      valuation: unit === 'USDC' ? dollar : fundValuation('JTRSY', 'ethereum'),
      line: 'rwa',
      venue: 'Centrifuge',
      asset: unit,
    },
  )

const staked = { valuation: dollar, line: 'liquidity', venue: 'Ethena', asset: 'USDE' } as const

export const ethereumPositions: readonly Position[] = [
  spToken('USDC'),
  spToken('USDT'),
  spToken('PYUSD'),
  spToken('WETH'),
  spToken('USDS'),
  spToken('DAI'),
  spToken('DAI', 'D3M_SPARK_DAI'),

  aaveToken('ATOKEN_CORE_USDC', 'USDC'),
  aaveToken('ATOKEN_CORE_USDT', 'USDT'),
  aaveToken('ATOKEN_CORE_USDS', 'USDS'),
  aaveToken('ATOKEN_CORE_USDE', 'USDE'),
  aaveToken('ATOKEN_PRIME_USDS', 'USDS'),

  vault('MORPHO_VAULT_DAI_1', 'DAI', 'Morpho'),
  vault('MORPHO_VAULT_USDS', 'USDS', 'Morpho'),
  vault('MORPHO_VAULT_USDC_BC', 'USDC', 'Morpho'),
  vault('MORPHO_VAULT_V2_USDT', 'USDT', 'Morpho'),
  vault('MORPHO_VAULT_V2_USDT_OLD', 'USDT', 'Morpho'),
  vault('ARKIS_VAULT', 'USDC', 'Arkis'),
  tokenBalance('FLUID_SUSDS', {
    valuation: { kind: 'erc4626', vault: 'FLUID_SUSDS', asset: 'SUSDS', of: susds },
    line: 'liquidity',
    venue: 'Fluid',
    asset: 'SUSDS',
  }),

  vault('SUSDE', 'USDE', 'Ethena'),
  pending('SUSDE.COOLDOWN', { kind: 'cooldown', staked: 'SUSDE', asset: 'USDE' }, staked),
  ...syrup('SYRUP_USDC', 'USDC'),
  ...syrup('SYRUP_USDT', 'USDT'),

  curve('CURVE_SUSDSUSDT', [coin('SUSDS', susds), coin('USDT')], 'USDT'),
  curve('CURVE_PYUSDUSDS', [coin('PYUSD'), coin('USDS')], 'PYUSD'),
  curve('CURVE_USDCUSDT', [coin('USDC'), coin('USDT')], 'USDC'),
  curve('CURVE_PYUSDUSDC', [coin('PYUSD'), coin('USDC')], 'PYUSD'),
  curve('CURVE_WEETHWETHNG', [coin('WEETH', price('WEETH')), coin('WETH', price('WETH'))], 'ETH'),

  fund('BUIDL', 'Securitize'),
  fund('BUIDLI', 'Securitize'),
  fund('USTB', 'Superstate'),
  fund('JTRSY', 'Centrifuge'),
  jtrsyUnderWay('JTRSY.PENDING_DEPOSIT', 'pendingDepositRequest', 'USDC'),
  jtrsyUnderWay('JTRSY.CLAIMABLE_DEPOSIT', 'maxMint', 'JTRSY'),
  jtrsyUnderWay('JTRSY.CANCELLED_DEPOSIT', 'claimableCancelDepositRequest', 'USDC'),
  jtrsyUnderWay('JTRSY.PENDING_REDEEM', 'pendingRedeemRequest', 'JTRSY'),
  jtrsyUnderWay('JTRSY.CLAIMABLE_REDEEM', 'maxWithdraw', 'USDC'),
  jtrsyUnderWay('JTRSY.CANCELLED_REDEEM', 'claimableCancelRedeemRequest', 'JTRSY'),
  fund('USCC', 'Superstate', 'liquidity'),

  ...idle('ALM_PROXY'),
  pending(
    'WSTETH.PENDING_REDEEM',
    { kind: 'lido-queue', asset: 'STETH' },
    { valuation: price('WETH'), line: 'liquidity', venue: 'Lido', asset: 'ETH' },
  ),
  pending(
    'USDS_SPK_FARM',
    { kind: 'farm', farm: 'USDS_SPK_FARM', asset: 'USDS' },
    { valuation: dollar, line: 'sky', venue: 'Sky', asset: 'USDS' },
  ),
  unpriced('MORPHO_TOKEN'),
  unpriced('SYRUP'),
  unpriced('SPK'),

  ...idle('ALM_PROXY_FREEZABLE'),
  ...stablecoins.map((token) => stablecoin(token, 'BINANCE_OTC_BUFFER')),
  skyIssued('USDS', dollar, 'BINANCE_OTC_BUFFER'),
  skyIssued('USDS', dollar, 'ALLOCATOR_BUFFER'),
  pending(
    'BINANCE_EXCHANGE.OUTSTANDING',
    {
      kind: 'otc',
      exchange: 'BINANCE_EXCHANGE',
      // those since 1.8, the first to know an exchange
      controllers: ['ALM_CONTROLLER', 'ALM_CONTROLLER_V1_9', 'ALM_CONTROLLER_V1_8'],
      buffer: 'BINANCE_OTC_BUFFER',
      returned: [...stablecoins, 'USDS'],
    },
    { valuation: dollar, line: 'outstanding', venue: 'Binance', asset: 'USDT' },
  ),
]
