import { type Address, stringToHex } from 'viem'
import { ethereum } from '../chains/ethereum'
import { type Day, midnight } from './calendar'
import { type Call, call } from './calls'
import { openLayer, setLimits, spendLimit } from './limits'
import { along, type Path, pathNamed } from './path'
import { ssrChiAt } from './rates'
import type { Stage } from './stage'
import { addressBook, assign, placeTokens } from './tokens'

// The liquidity layer on Ethereum: every kind of position holds something. Sizes are invented; together with the market, the
// funds and the other chains they come to the picture's total.

const at = addressBook(ethereum)
const [wad, six, ray] = [10n ** 18n, 10n ** 6n, 10n ** 27n]

/** A rate a second, ray, of a simple yearly rate in basis points. */
const perSecond = (bps: bigint) => ray + (bps * 10n ** 23n) / 31_536_000n

type Vault = {
  readonly key: string
  readonly code: string
  readonly asset: string
  readonly bps: bigint
  readonly shareDecimals: bigint
  readonly assetDecimals: bigint
  readonly price: bigint
}

/** Prices of a share on the first day, per thousand of its asset. */
const vaults: readonly Vault[] = [
  { key: 'SUSDE', code: 'StakedUsde', asset: 'USDE', bps: 520n, shareDecimals: 18n, assetDecimals: 18n, price: 1170n },
  {
    key: 'SYRUP_USDC',
    code: 'MaplePool',
    asset: 'USDC',
    bps: 640n,
    shareDecimals: 6n,
    assetDecimals: 6n,
    price: 1105n,
  },
  {
    key: 'SYRUP_USDT',
    code: 'MaplePool',
    asset: 'USDT',
    bps: 610n,
    shareDecimals: 6n,
    assetDecimals: 6n,
    price: 1080n,
  },
  {
    key: 'MORPHO_VAULT_DAI_1',
    code: 'MetaMorpho',
    asset: 'DAI',
    bps: 560n,
    shareDecimals: 18n,
    assetDecimals: 18n,
    price: 1098n,
  },
  {
    key: 'MORPHO_VAULT_USDS',
    code: 'MetaMorpho',
    asset: 'USDS',
    bps: 540n,
    shareDecimals: 18n,
    assetDecimals: 18n,
    price: 1012n,
  },
  {
    key: 'MORPHO_VAULT_USDC_BC',
    code: 'MetaMorpho',
    asset: 'USDC',
    bps: 430n,
    shareDecimals: 18n,
    assetDecimals: 6n,
    price: 1009n,
  },
  {
    key: 'MORPHO_VAULT_V2_USDT',
    code: 'MetaMorpho',
    asset: 'USDT',
    bps: 420n,
    shareDecimals: 18n,
    assetDecimals: 6n,
    price: 1004n,
  },
  {
    key: 'MORPHO_VAULT_V2_USDT_OLD',
    code: 'MetaMorpho',
    asset: 'USDT',
    bps: 410n,
    shareDecimals: 18n,
    assetDecimals: 6n,
    price: 1003n,
  },
  {
    key: 'ARKIS_VAULT',
    code: 'YieldVault',
    asset: 'USDC',
    bps: 750n,
    shareDecimals: 18n,
    assetDecimals: 6n,
    price: 1006n,
  },
  {
    key: 'FLUID_SUSDS',
    code: 'YieldVault',
    asset: 'SUSDS',
    bps: 60n,
    shareDecimals: 18n,
    assetDecimals: 18n,
    price: 1001n,
  },
]

const aTokens = [
  { key: 'ATOKEN_CORE_USDC', asset: 'USDC', bps: 410n },
  { key: 'ATOKEN_CORE_USDT', asset: 'USDT', bps: 400n },
  { key: 'ATOKEN_CORE_USDS', asset: 'USDS', bps: 350n },
  { key: 'ATOKEN_CORE_USDE', asset: 'USDE', bps: 380n },
  { key: 'ATOKEN_PRIME_USDS', asset: 'USDS', bps: 330n },
] as const

/** How a holding is brought to its size: by balance, by the worth of shares in their asset. */
type Holding = {
  readonly key: string
  readonly by: 'assign' | 'assignAssets'
  readonly holder?: string
  readonly final: bigint
  readonly path: Path
}
const holding = (key: string, by: Holding['by'], final: bigint, start: number, holder?: string): Holding => ({
  key,
  by,
  final,
  path: pathNamed(`${key}${holder ?? ''}`, start, { stray: 0.1, calm: 0.0005 }),
  ...(holder === undefined ? {} : { holder }),
})

const holdings: readonly Holding[] = [
  // this one is what brings the total to 7.902 B
  holding('USDE', 'assign', 57_780_000n * wad, 0.35),
  holding('SUSDE', 'assignAssets', 48_000_000n * wad, 0.4),
  holding('SYRUP_USDC', 'assignAssets', 22_000_000n * six, 0.5),
  holding('SYRUP_USDT', 'assignAssets', 9_000_000n * six, 0.1),
  holding('ATOKEN_CORE_USDC', 'assign', 12_000_000n * six, 1.6),
  holding('ATOKEN_CORE_USDT', 'assign', 5_946_339n, 40),
  holding('ATOKEN_CORE_USDS', 'assign', 500_000n * wad, 3),
  holding('ATOKEN_CORE_USDE', 'assign', 3_000_000n * wad, 0.2),
  holding('ATOKEN_PRIME_USDS', 'assign', 400_000n * wad, 3),
  holding('MORPHO_VAULT_DAI_1', 'assignAssets', 9_000_000n * wad, 1.3),
  holding('MORPHO_VAULT_USDS', 'assignAssets', 8_419_601n * wad, 0.8),
  holding('MORPHO_VAULT_USDC_BC', 'assignAssets', 5_000_000n * six, 0.3),
  holding('MORPHO_VAULT_V2_USDT', 'assignAssets', 1_500_000n * six, 0.1),
  holding('MORPHO_VAULT_V2_USDT_OLD', 'assignAssets', 2_000n * six, 8),
  holding('ARKIS_VAULT', 'assignAssets', 2_000_000n * six, 0.1),
  holding('FLUID_SUSDS', 'assignAssets', 450_000n * wad, 2),
  holding('CURVE_SUSDSUSDT', 'assign', 2_300_000n * wad, 0.9),
  holding('CURVE_PYUSDUSDS', 'assign', 1_200_000n * wad, 0.2),
  holding('USDC', 'assign', 3_000_000n * six, 0.7),
  holding('USDT', 'assign', 1_400_000n * six, 0.5),
  holding('PYUSD', 'assign', 2_200_000n * six, 0.1),
  holding('USDG', 'assign', 300_000n * six, 0.2),
  holding('USAT', 'assign', 250_000n * six, 0.2),
  holding('RLUSD', 'assign', 100_000n * wad, 0.2),
  holding('WETH', 'assign', 20n * wad, 0.5),
  holding('WSTETH', 'assign', 15n * wad, 0.5),
  holding('WEETH', 'assign', 10n * wad, 0.5),
  holding('USDT', 'assign', 500_000n * six, 0.2, 'BINANCE_OTC_BUFFER'),
  holding('USDC', 'assign', 1_000n * six, 1, 'ALM_PROXY_FREEZABLE'),
  holding('USDS', 'assign', 12_000_000n * wad, 1.2),
  holding('SUSDS', 'assign', 28_000_000n * wad, 0.7),
  holding('DAI', 'assign', 800_000n * wad, 1.5),
  holding('SDAI', 'assign', 90_000n * wad, 1),
  holding('USDS', 'assign', 5_000_000n * wad, 0.9, 'ALLOCATOR_BUFFER'),
  holding('MORPHO_TOKEN', 'assign', 41_000n * wad, 0.4),
  holding('SYRUP', 'assign', 130_000n * wad, 0.4),
]

const ofDay = ({ key, by, holder, final, path }: Holding, day: Day): Call =>
  call(at(key), `${by}(address,uint256)`, at(holder ?? 'ALM_PROXY'), along(final, path, day))

/** Other people's part of each vault and pool, so that totals are not the layer's alone. */
const others: Address = '0x07e25000000000000000000000000000000000aa'

const spans = 8
const holdingsOn = (day: Day, all = false): readonly Call[] =>
  holdings.filter((_, index) => all || day % spans === index % spans).map((one) => ofDay(one, day))

const ilk = stringToHex('ALLOCATOR-SPARK-A', { size: 32 })
const d3mIlk = stringToHex('DIRECT-SPARK-DAI', { size: 32 })
const rad = 10n ** 45n
const allocatorDebt = (day: Day) =>
  along(2_960_000_000n * wad, pathNamed('ALLOCATOR-SPARK-A', 0.55, { calm: 0.001 }), day)

const allocatorOn = (day: Day): readonly Call[] => {
  const debt = allocatorDebt(day)
  const line = (debt / wad + 500_000_000n) * rad
  const direct = along(1_705_500_000n * wad, pathNamed('DAI', 0.78, { stray: 0.05 }), day)
  const set = 'set(bytes32,address,uint256,uint256,uint256)'
  return [
    call(at('VAT'), set, ilk, at('ALLOCATOR_VAULT'), 10n ** 30n, debt, line),
    call(at('VAT'), set, d3mIlk, at('D3M_SPARK_DAI'), direct, direct, 0n),
    call(
      at('AUTO_LINE'),
      'set(bytes32,uint256,uint256,uint48)',
      ilk,
      10_000_000_000n * rad,
      1_500_000_000n * rad,
      43_200,
    ),
  ]
}

/** What is under way changes rarely: sUSDe cooling down, syrup queued, ether leaving Lido, dollars at an exchange. */
const underWayOn = (day: Day): readonly Call[] => [
  call(
    at('SUSDE'),
    'setCooldown(address,uint152)',
    at('ALM_PROXY'),
    along(2_500_000n * wad, pathNamed('cooldown', 0.3), day),
  ),
  ...queue('SYRUP_USDC', along(1_050_000n * six, pathNamed('queue', 0.3), day)),
  call(
    at('ALM_CONTROLLER'),
    'sendOtc(address,address,uint256,uint256,uint256)',
    ...[at('BINANCE_EXCHANGE'), at('USDT'), 900_000n * six, 900_000n * wad, 550_000n * wad],
  ),
]

const queueOf: Readonly<Record<string, readonly [manager: Address, queue: Address]>> = {
  SYRUP_USDC: ['0x7ad5ffa5fdf509e30186f4609c2f6269f4b6158f', '0x1bc47a0dd0fdab96e9ef982fdf1f34dc6207cfe3'],
  SYRUP_USDT: ['0x0cda32e08b48bfddbc7ee96b44b09cf286f9e21a', '0x86ebdf902d800f2a82038290b6dbb2a5ee29eb8c'],
}

const queue = (pool: string, shares: bigint): readonly Call[] => {
  const [, at_] = queueOf[pool] ?? []
  if (!at_) return []
  return [assign(at(pool), at_, shares), call(at_, 'queue(address,address,uint256)', at(pool), at('ALM_PROXY'), shares)]
}

const ids = {
  daiIdle: '0x57f4e42c0707d3ae0ae39c9343dcba78ff79fa663da040eca45717a9b0b0557f',
  usdsIdle: '0x02e723fdfc0c26779c2c06bbf783e2f4d6aebd03cedc1806981b742f1a644105',
  susde: `0x${'5a'.repeat(32)}`,
} as const

const openVaults = (from: Day): readonly Call[] =>
  vaults.flatMap(({ key, asset, bps, shareDecimals, assetDecimals, price }) => {
    const first = (price * ray * 10n ** assetDecimals) / 10n ** shareDecimals / 1000n
    const grown = first + (first * bps * BigInt(from)) / 10_000n / 365n
    return [
      call(at(key), 'open(address,uint256,uint256,uint256)', at(asset), perSecond(bps), grown, BigInt(midnight(from))),
      call(at(key), 'assignAssets(address,uint256)', others, 60_000_000n * 10n ** assetDecimals),
    ]
  })

const openCurve = (stage: Stage): readonly Call[] => {
  const pools: readonly (readonly [string, readonly string[], readonly bigint[], readonly bigint[]])[] = [
    [
      'CURVE_SUSDSUSDT',
      ['SUSDS', 'USDT'],
      [ssrChiAt(stage.from) / 10n ** 9n, 10n ** 30n],
      [20_000_000n * wad, 18_000_000n * six],
    ],
    ['CURVE_PYUSDUSDS', ['PYUSD', 'USDS'], [10n ** 30n, wad], [9_000_000n * six, 11_000_000n * wad]],
    ['CURVE_USDCUSDT', ['USDC', 'USDT'], [10n ** 30n, 10n ** 30n], [8_000_000n * six, 7_000_000n * six]],
    ['CURVE_PYUSDUSDC', ['PYUSD', 'USDC'], [10n ** 30n, 10n ** 30n], [6_000_000n * six, 7_000_000n * six]],
    ['CURVE_WEETHWETHNG', ['WEETH', 'WETH'], [1_055_000_000_000_000_000n, wad], [1_500n * wad, 1_700n * wad]],
  ]
  return pools.flatMap(([key, coins, rates, amounts]) => {
    const supply = amounts.reduce((sum, amount, i) => sum + (amount * (rates[i] ?? 0n)) / wad, 0n)
    return [
      call(at(key), 'open(address[],uint256[])', coins.map(at), rates),
      call(at(key), 'fill(uint256[])', amounts),
      // the pool's shares were worth one dollar each at its beginning; the layer's own come out of these
      assign(at(key), others, (supply * 85n) / 100n),
    ]
  })
}

export const stageLayer = (stage: Stage): void => {
  const { from } = stage
  const tokens = [
    ...placeTokens(stage, ethereum, ['USDE', 'USDG', 'USAT', 'RLUSD', 'MORPHO_TOKEN', 'SYRUP', 'SKY']),
    ...vaults.flatMap(({ key, code }) => placeTokens(stage, ethereum, [key], code)),
    ...placeTokens(
      stage,
      ethereum,
      aTokens.map(({ key }) => key),
      'LendingToken',
    ),
    ...placeTokens(
      stage,
      ethereum,
      ['CURVE_SUSDSUSDT', 'CURVE_PYUSDUSDS', 'CURVE_USDCUSDT', 'CURVE_PYUSDUSDC', 'CURVE_WEETHWETHNG'],
      'CurvePool',
    ),
  ]
  const places = [
    ['ALM_PROXY', 'AlmProxy'],
    ['ALM_PROXY_FREEZABLE', 'AlmProxy'],
    ['ALM_RATE_LIMITS', 'RateLimits'],
    ['ALM_CONTROLLER', 'AlmController'],
    ['VAT', 'Vat'],
    ['JUG', 'Jug'],
    ['AUTO_LINE', 'AutoLine'],
    ['ALLOCATOR_VAULT', 'AllocatorVault'],
    ['D3M_SPARK_DAI', 'D3mPool'],
    ['DIRECT_HUB', 'D3mHub'],
    ['WSTETH_WITHDRAW_QUEUE', 'WithdrawQueue'],
    ['MORPHO', 'Morpho'],
    ['UNISWAP_V4_POSITION_MANAGER', 'UniswapV4'],
    ['UNISWAP_V4_STATE_VIEW', 'UniswapV4'],
  ] as const
  for (const [key, code] of places) stage.place(at(key), code)
  const pools = Object.entries(queueOf).flatMap(([pool, [manager, queueAt]]) => {
    stage.place(manager, 'MaplePoolManager')
    stage.place(queueAt, 'MapleWithdrawalManager')
    // a small loss that is not realised yet: what a holder would get is then less than the shares say
    return [call(manager, 'setUp(address)', queueAt), call(at(pool), 'join(address,uint256)', manager, 12_000n * six)]
  })
  stage.balances.push({ address: at('ALM_PROXY'), wei: 5n * wad })
  const roles = [
    ...openLayer({
      proxy: at('ALM_PROXY'),
      rateLimits: at('ALM_RATE_LIMITS'),
      controller: at('ALM_CONTROLLER'),
      relayers: [at('ALM_RELAYER_MULTISIG'), at('ALM_BACKSTOP_RELAYER_MULTISIG')],
      freezer: at('ALM_FREEZER_MULTISIG'),
    }),
    call(
      at('ALM_CONTROLLER'),
      'setOtc(address,address,uint256)',
      at('BINANCE_EXCHANGE'),
      at('BINANCE_OTC_BUFFER'),
      (50_000n * wad) / 86_400n,
    ),
    call(at('ALM_CONTROLLER'), 'setMaxSlippage(address,uint256)', at('BINANCE_EXCHANGE'), 998_000_000_000_000_000n),
    ...(['CURVE_SUSDSUSDT', 'CURVE_PYUSDUSDC', 'CURVE_USDCUSDT', 'CURVE_PYUSDUSDS', 'CURVE_WEETHWETHNG'] as const).map(
      (pool) => call(at('ALM_CONTROLLER'), 'setMaxSlippage(address,uint256)', at(pool), 997_500_000_000_000_000n),
    ),
  ]
  stage.opening.push([
    ...tokens,
    ...openVaults(from),
    ...aTokens.flatMap(({ key, asset, bps }) => [
      call(at(key), 'open(address,uint256,uint256,uint256)', at(asset), perSecond(bps), ray, BigInt(midnight(from))),
      assign(at(key), others, 1_000_000_000n * (asset === 'USDC' || asset === 'USDT' ? six : wad)),
    ]),
    ...openCurve(stage),
    call(
      at('DIRECT_HUB'),
      'set(bytes32,address,address,uint256)',
      d3mIlk,
      at('D3M_SPARK_DAI'),
      at('D3M_SPARK_DAI_PLAN'),
      604_800n,
    ),
    call(
      at('D3M_SPARK_DAI'),
      'open(address,bytes32,address,address)',
      at('DIRECT_HUB'),
      d3mIlk,
      at('DAI'),
      at('DAI_SPTOKEN'),
    ),
    call(at('JUG'), 'set(bytes32,uint256)', ilk, ray),
    call(
      at('ALLOCATOR_VAULT'),
      'open(bytes32,address,address,address)',
      ilk,
      at('ALLOCATOR_BUFFER'),
      at('VAT'),
      at('JUG'),
    ),
    call(at('WSTETH_WITHDRAW_QUEUE'), 'request(address,uint256,uint256)', at('ALM_PROXY'), 40n * wad, 33n * wad),
    call(at('WSTETH_WITHDRAW_QUEUE'), 'request(address,uint256,uint256)', at('ALM_PROXY'), 20n * wad, 16n * wad),
    call(at('MORPHO'), 'set(bytes32,uint128,uint128)', ids.susde, 400_000_000n * wad, 360_000_000n * wad),
    call(at('MORPHO'), 'set(bytes32,uint128,uint128)', ids.daiIdle, 30_000_000n * wad, 0n),
    call(at('MORPHO'), 'set(bytes32,uint128,uint128)', ids.usdsIdle, 25_000_000n * wad, 0n),
    ...(['MORPHO_VAULT_DAI_1', 'MORPHO_VAULT_USDS'] as const).flatMap((vault, i) => [
      call(at(vault), 'enqueue(bytes32)', ids.susde),
      call(at(vault), 'enqueue(bytes32)', i === 0 ? ids.daiIdle : ids.usdsIdle),
    ]),
    ...pools,
    ...roles,
  ])
  stage.opening.push([
    ...setLimits('ethereum', at('ALM_RATE_LIMITS')),
    ...holdingsOn(from, true),
    ...underWayOn(from),
    ...allocatorOn(from),
  ])
  stage.daily.push((day) => [
    ...holdingsOn(day),
    ...(day % 3 === 0 ? spendLimit('ethereum', at('ALM_RATE_LIMITS'), day) : []),
    ...(day % 7 === 2 ? [...underWayOn(day), ...allocatorOn(day)] : []),
  ])
}
