import { type Address, stringToHex } from 'viem'
import { ethereum } from '../chains/ethereum'
import { type Day, midnight, settled } from './calendar'
import { type Call, call } from './calls'
import { picturePrice, stageEthereumMarket } from './ethereum-market'
import { stageFunds } from './funds'
import { stageLayer } from './layer'
import { along, type Path } from './path'
import { dsr, dsrChiAt, ssrAt, ssrChangesOn, ssrChiAt } from './rates'
import { stageRisk } from './risk'
import { stageSpk } from './spk'
import type { Stage } from './stage'
import { addressBook, assign, placeMkr, placeTokens } from './tokens'
import { stageEthereumVaults } from './vaults'

const at = addressBook(ethereum)
const wad = 10n ** 18n

const plainTokens = ['DAI', 'USDC', 'WETH', 'WBTC', 'GNO', 'USDT', 'CBBTC', 'USDS', 'LBTC', 'TBTC', 'PYUSD'] as const
const stakedEther = ['STETH', 'WSTETH', 'RETH', 'WEETH', 'EZETH', 'RSETH'] as const

/** Ether and bitcoin in dollars, 8 decimals; gentle, so that borrowers stay solvent on the way. */
const prices: readonly { feed: string; final: bigint; path: Path; description: string }[] = [
  {
    feed: 'AGGOR_ETH_USD',
    final: picturePrice('WETH'),
    path: { start: 0.72, seed: 41, stray: 0.1 },
    description: 'Aggor: ETH / USD',
  },
  {
    feed: 'AGGOR_BTC_USD',
    final: picturePrice('CBBTC'),
    path: { start: 0.97, seed: 43, stray: 0.1 },
    description: 'Aggor: BTC / USD',
  },
  {
    feed: 'WBTC_USD_ORACLE',
    final: picturePrice('WBTC'),
    path: { start: 0.97, seed: 43, stray: 0.1 },
    description: 'WBTC/BTC/USD',
  },
  {
    feed: 'GNO_USD_ORACLE',
    final: picturePrice('GNO'),
    path: { start: 0.5, seed: 47, stray: 0.1 },
    description: 'GNO / USD',
  },
]
/** Staked ether's value in ether; the two that no price is known of are invented. */
const invented: Readonly<Record<string, bigint>> = {
  STETH: 1_190000000000000000n,
  EZETH: 1_070000000000000000n,
  RSETH: 1_055000000000000000n,
}

const stakedRate = (key: string, day: Day): bigint => {
  // the smallest rate from which the oracle's division comes out at the picture's price
  const final = invented[key] ?? (picturePrice(key) * wad + picturePrice('WETH') - 1n) / picturePrice('WETH')
  const left = BigInt(Math.max(0, settled - day))
  return final - (final * left * 8n) / 100_000n // 2.9 % a year until then
}

const feedsOn = (day: Day): readonly Call[] =>
  prices.map(({ feed, final, path }) => call(at(feed), 'set(int256)', along(final, path, day)))
const ratesOn = (day: Day): readonly Call[] =>
  stakedEther.map((key) => call(at(key), 'setRate(uint256)', stakedRate(key, day)))

const stagePrices = (stage: Stage): readonly Call[] => {
  stage.place(at('FIXED_USD_PRICE_FEED'), 'Feed')
  const calls = [
    call(at('FIXED_USD_PRICE_FEED'), 'setUp(string,uint8)', 'Fixed price: 1 USD', 8),
    call(at('FIXED_USD_PRICE_FEED'), 'set(int256)', 100_000_000n),
  ]
  for (const { feed, description } of prices) {
    stage.place(at(feed), 'Feed')
    calls.push(call(at(feed), 'setUp(string,uint8)', description, 8))
  }
  for (const key of stakedEther) {
    if (key === 'STETH') continue
    stage.place(at(`${key}_USD_ORACLE`), 'ExchangeRateOracle')
    calls.push(call(at(`${key}_USD_ORACLE`), 'setUp(address,address)', at(key), at('AGGOR_ETH_USD')))
  }
  for (const [feed, source] of [
    ['SDAI_USD_ORACLE', 'POT'],
    ['SUSDS_USD_ORACLE', 'SUSDS'],
  ] as const) {
    stage.place(at(feed), 'ChiFeed')
    calls.push(call(at(feed), 'setUp(address)', at(source)))
  }
  stage.place(at('SSR_RATE_SOURCE'), 'SsrRateSource')
  stage.place(at('LST_RATE_SOURCE'), 'CappedFallbackRateSource')
  stage.place(at('LST_RATE_SOURCE_CHRONICLE'), 'RateFeed')
  return [
    ...calls,
    call(at('SSR_RATE_SOURCE'), 'setUp(address)', at('SUSDS')),
    // bounds as at block 20,499,107; the yield as SparkLend's curve of 2026-04-23 implies it
    call(at('LST_RATE_SOURCE_CHRONICLE'), 'set(uint256)', 24_090_564_414_138_210n),
    call(
      at('LST_RATE_SOURCE'),
      'setUp(address,uint256,uint256,uint256)',
      ...[at('LST_RATE_SOURCE_CHRONICLE'), wad / 50n, (wad * 55n) / 1000n, (wad * 3n) / 100n],
    ),
    ...feedsOn(stage.from),
    ...ratesOn(stage.from),
  ]
}

/** Everybody who saves and is nobody in particular. */
const savers: Address = '0x5a7e250000000000000000000000000000000001'

const savings: readonly { token: string; final: bigint; path: Path }[] = [
  { token: 'SUSDS', final: 2_400_000_000n * wad, path: { start: 0.8, seed: 61, calm: 0.002 } },
  { token: 'SDAI', final: 310_000_000n * wad, path: { start: 1.2, seed: 67, calm: 0.002 } },
  { token: 'USDS', final: 5_100_000_000n * wad, path: { start: 0.85, seed: 71, calm: 0.002 } },
  { token: 'DAI', final: 3_400_000_000n * wad, path: { start: 1.1, seed: 73, calm: 0.002 } },
]

const savingsOn = (day: Day, all = false): readonly Call[] =>
  savings
    .filter((_, index) => all || day % savings.length === index)
    .map(({ token, final, path }) => assign(at(token), savers, along(final, path, day)))

/** Behind the bridged copies on other chains: never less than what is out there. */
const escrows: readonly (readonly [escrow: string, susds: bigint, usds: bigint])[] = [
  ['BASE_ESCROW', 120_000_000n * wad, 110_000_000n * wad],
  ['ARBITRUM_ESCROW', 100_000_000n * wad, 90_000_000n * wad],
  ['OPTIMISM_ESCROW', 75_000_000n * wad, 80_000_000n * wad],
  ['UNICHAIN_ESCROW', 85_000_000n * wad, 85_000_000n * wad],
]

const stageSavings = (stage: Stage): readonly Call[] => {
  const { from } = stage
  const ward = at('PAUSE_PROXY')
  stage.place(at('POT'), 'Pot')
  return [
    ...placeTokens(stage, ethereum, ['SUSDS'], 'Susds'),
    ...placeTokens(stage, ethereum, ['SDAI'], 'Sdai'),
    call(
      at('SUSDS'),
      'open(address,address,address,address,address,uint192,uint64,uint256)',
      ...[at('USDS'), at('VAT'), ward, ward, ward, ssrChiAt(from), BigInt(midnight(from)), ssrAt(from)],
    ),
    call(at('POT'), 'open(uint256,uint256,uint256)', dsr, dsrChiAt(from), BigInt(midnight(from))),
    call(at('SDAI'), 'open(address,address)', at('DAI'), at('POT')),
    ...savingsOn(from, true),
    ...escrows.flatMap(([escrow, susds, usds]) => [
      assign(at('SUSDS'), at(escrow), susds),
      assign(at('USDS'), at(escrow), usds),
    ]),
  ]
}

const dripOn = (day: Day): readonly Call[] => [
  call(at('SUSDS'), 'drip()'),
  ...(ssrChangesOn(day)
    ? [call(at('SUSDS'), 'file(bytes32,uint256)', stringToHex('ssr', { size: 32 }), ssrAt(day))]
    : []),
  call(at('POT'), 'drip()'),
]

export const stageEthereum = (stage: Stage): void => {
  stage.place(at('MULTICALL3'), 'Multicall3')
  const tokens = [
    ...placeTokens(stage, ethereum, plainTokens),
    ...placeTokens(stage, ethereum, stakedEther, 'StakedEther'),
    ...placeMkr(stage, at('MKR')),
  ]
  stage.opening.push([...tokens, ...stageSavings(stage), ...stagePrices(stage)])
  stage.daily.push((day) => [
    ...dripOn(day),
    ...feedsOn(day),
    ...(day <= settled ? ratesOn(day) : []),
    ...savingsOn(day),
  ])
  stageLayer(stage)
  stageEthereumMarket(stage)
  stageFunds(stage)
  stageEthereumVaults(stage)
  stageSpk(stage)
  stageRisk(stage)
}
