import { type Address, stringToHex } from 'viem'
import { tokenOf } from '../chains'
import { ethereum } from '../chains/ethereum'
import { type Day, midnight } from './calendar'
import { type Call, call } from './calls'
import type { ChainSetup } from './chain-setup'
import { ssrChiAt } from './rates'
import { addressBook, assign, placeTokens } from './tokens'

// Where the layer on Ethereum can put money: vaults, other markets, pools, queues. Rates and others' shares are assumed.

const at = addressBook(ethereum)
const [wad, six, ray] = [10n ** 18n, 10n ** 6n, 10n ** 27n]

/** All other holders of each vault and pool, so that totals are not only the layer's. */
const others: Address = '0x07e25000000000000000000000000000000000aa'

/** A rate a second, ray, of a simple yearly rate in basis points. */
export const perSecond = (bps: bigint): bigint => ray + (bps * 10n ** 23n) / 31_536_000n

const unitOf = (key: string) => 10n ** BigInt(tokenOf(ethereum, key)?.decimals ?? 18)

/** Each with its yearly rate in basis points, and a share's price on the first day in thousandths of the asset. */
const vaults: readonly (readonly [key: string, code: string, asset: string, bps: bigint, price: bigint])[] = [
  ['SUSDE', 'StakedUsde', 'USDE', 520n, 1170n],
  ['SYRUP_USDC', 'MaplePool', 'USDC', 640n, 1105n],
  ['SYRUP_USDT', 'MaplePool', 'USDT', 610n, 1080n],
  ['MORPHO_VAULT_DAI_1', 'MetaMorpho', 'DAI', 560n, 1098n],
  ['MORPHO_VAULT_USDS', 'MetaMorpho', 'USDS', 540n, 1012n],
  ['MORPHO_VAULT_USDC_BC', 'MetaMorpho', 'USDC', 430n, 1009n],
  ['MORPHO_VAULT_V2_USDT', 'MetaMorpho', 'USDT', 420n, 1004n],
  ['MORPHO_VAULT_V2_USDT_OLD', 'MetaMorpho', 'USDT', 410n, 1003n],
  ['ARKIS_VAULT', 'YieldVault', 'USDC', 750n, 1006n],
  ['FLUID_SUSDS', 'YieldVault', 'SUSDS', 60n, 1001n],
]

const aTokens: readonly (readonly [key: string, asset: string, bps: bigint])[] = [
  ['ATOKEN_CORE_USDC', 'USDC', 410n],
  ['ATOKEN_CORE_USDT', 'USDT', 400n],
  ['ATOKEN_CORE_USDS', 'USDS', 350n],
  ['ATOKEN_CORE_USDE', 'USDE', 380n],
  ['ATOKEN_PRIME_USDS', 'USDS', 330n],
]

type Pool = readonly [
  key: string,
  coins: readonly [string, string],
  rates: readonly [bigint, bigint],
  amounts: readonly [bigint, bigint],
]
/** stored_rates brings a coin of six decimals to 36 − 6, sUSDS to what it is worth, staked ether to its rate. */
const pools = (from: Day): readonly Pool[] => [
  [
    'CURVE_SUSDSUSDT',
    ['SUSDS', 'USDT'],
    [ssrChiAt(from) / 10n ** 9n, 10n ** 30n],
    [20_000_000n * wad, 18_000_000n * six],
  ],
  ['CURVE_PYUSDUSDS', ['PYUSD', 'USDS'], [10n ** 30n, wad], [9_000_000n * six, 11_000_000n * wad]],
  ['CURVE_USDCUSDT', ['USDC', 'USDT'], [10n ** 30n, 10n ** 30n], [8_000_000n * six, 7_000_000n * six]],
  ['CURVE_PYUSDUSDC', ['PYUSD', 'USDC'], [10n ** 30n, 10n ** 30n], [6_000_000n * six, 7_000_000n * six]],
  ['CURVE_WEETHWETHNG', ['WEETH', 'WETH'], [1_055_180_000_000_000_000n, wad], [1_500n * wad, 1_700n * wad]],
]

/** Maple's queues, each behind its pool's manager; the layer finds them by asking. */
const queues: Readonly<Record<'SYRUP_USDC' | 'SYRUP_USDT', readonly [manager: Address, queue: Address]>> = {
  SYRUP_USDC: ['0x7ad5ffa5fdf509e30186f4609c2f6269f4b6158f', '0x1bc47a0dd0fdab96e9ef982fdf1f34dc6207cfe3'],
  SYRUP_USDT: ['0x0cda32e08b48bfddbc7ee96b44b09cf286f9e21a', '0x86ebdf902d800f2a82038290b6dbb2a5ee29eb8c'],
}

/** Puts the layer's shares into a pool's queue, or takes them out, until there are so many. */
export const queueSyrup = (pool: keyof typeof queues, shares: bigint): readonly Call[] => {
  const [, queue] = queues[pool]
  return [
    assign(at(pool), queue, shares),
    call(queue, 'queue(address,address,uint256)', at(pool), at('ALM_PROXY'), shares),
  ]
}

const openVaults = (from: Day): readonly Call[] =>
  vaults.flatMap(([key, , asset, bps, price]) => {
    const first = (price * ray * unitOf(asset)) / unitOf(key) / 1000n
    const grown = first + (first * bps * BigInt(from)) / 10_000n / 365n
    return [
      call(at(key), 'open(address,uint256,uint256,uint256)', at(asset), perSecond(bps), grown, BigInt(midnight(from))),
      call(at(key), 'assignAssets(address,uint256)', others, 60_000_000n * unitOf(asset)),
    ]
  })

const openATokens = (from: Day): readonly Call[] =>
  aTokens.flatMap(([key, asset, bps]) => [
    call(at(key), 'open(address,uint256,uint256,uint256)', at(asset), perSecond(bps), ray, BigInt(midnight(from))),
    assign(at(key), others, 1_000_000_000n * unitOf(asset)),
  ])

const openPools = (from: Day): readonly Call[] =>
  pools(from).flatMap(([key, coins, rates, amounts]) => {
    const worth = (amounts[0] * rates[0] + amounts[1] * rates[1]) / wad
    return [
      call(at(key), 'open(address[],uint256[])', coins.map(at), rates),
      call(at(key), 'fill(uint256[])', amounts),
      // less than a pool token a dollar: it has earned fees
      assign(at(key), others, (worth * 85n) / 100n),
    ]
  })

/** Markets of Morpho by id: one that lends, and the idle ones of the DAI and USDS vaults. */
const lending = stringToHex('sUSDe/USDS', { size: 32 })
const idle = {
  MORPHO_VAULT_DAI_1: '0x57f4e42c0707d3ae0ae39c9343dcba78ff79fa663da040eca45717a9b0b0557f',
  MORPHO_VAULT_USDS: '0x02e723fdfc0c26779c2c06bbf783e2f4d6aebd03cedc1806981b742f1a644105',
} as const

const openMorpho = (): readonly Call[] => [
  call(at('MORPHO'), 'set(bytes32,uint128,uint128)', lending, 400_000_000n * wad, 360_000_000n * wad),
  ...Object.entries(idle).flatMap(([vault, id]) => [
    call(at('MORPHO'), 'set(bytes32,uint128,uint128)', id, 25_000_000n * wad, 0n),
    call(at(vault), 'enqueue(bytes32)', lending),
    call(at(vault), 'enqueue(bytes32)', id),
  ]),
]

const openQueues = (setup: ChainSetup): readonly Call[] => [
  ...Object.entries(queues).flatMap(([pool, [manager, queue]]) => {
    setup.place(manager, 'MaplePoolManager')
    setup.place(queue, 'MapleWithdrawalManager')
    // a small unrealised loss: a holder would get less than the shares' value
    return [call(manager, 'setUp(address)', queue), call(at(pool), 'join(address,uint256)', manager, 12_000n * six)]
  }),
  ...[40n, 20n].map((ether) =>
    call(
      at('WSTETH_WITHDRAW_QUEUE'),
      'request(address,uint256,uint256)',
      at('ALM_PROXY'),
      ether * wad,
      (ether * wad * 84n) / 100n,
    ),
  ),
]

export const setUpVenues = (setup: ChainSetup): readonly Call[] => {
  const { from } = setup
  setup.place(at('MORPHO'), 'Morpho')
  setup.place(at('WSTETH_WITHDRAW_QUEUE'), 'WithdrawQueue')
  setup.place(at('UNISWAP_V4_POSITION_MANAGER'), 'UniswapV4')
  setup.place(at('UNISWAP_V4_STATE_VIEW'), 'UniswapV4')
  return [
    ...vaults.flatMap(([key, code]) => placeTokens(setup, ethereum, [key], code)),
    ...placeTokens(
      setup,
      ethereum,
      aTokens.map(([key]) => key),
      'LendingToken',
    ),
    ...placeTokens(
      setup,
      ethereum,
      pools(from).map(([key]) => key),
      'CurvePool',
    ),
    ...openVaults(from),
    ...openATokens(from),
    ...openPools(from),
    ...openMorpho(),
    ...openQueues(setup),
  ]
}
