import { type Address, stringToHex } from 'viem'
import { ethereum } from '../chains/ethereum'
import { type Day, midnight, targetDay } from './calendar'
import { type Call, call } from './calls'
import type { ChainSetup } from './chain-setup'
import { setUpEthereumMarket } from './ethereum-market'
import { referencePrice } from './ethereum-reserves'
import { setUpFunds } from './funds'
import { setUpLayer } from './layer'
import { type Path, valueOn } from './path'
import { dsr, dsrChiAt, ssrAt, ssrChangesOn, ssrChiAt } from './rates'
import { setUpRisk } from './risk'
import { setUpSpk } from './spk'
import { addressBook, assign, placeMkr, placeTokens } from './tokens'
import { setUpEthereumVaults } from './vaults'

const at = addressBook(ethereum)
const wad = 10n ** 18n

const plainTokens = ['DAI', 'USDC', 'WETH', 'WBTC', 'GNO', 'USDT', 'CBBTC', 'USDS', 'LBTC', 'TBTC', 'PYUSD'] as const
const stakedEther = ['STETH', 'WSTETH', 'RETH', 'WEETH', 'EZETH', 'RSETH'] as const

/** Ether and bitcoin in dollars, 8 decimals; they move slowly, so that borrowers stay solvent. */
const prices: readonly { feed: string; final: bigint; path: Path; description: string }[] = [
  {
    feed: 'AGGOR_ETH_USD',
    final: referencePrice('WETH'),
    path: { start: 0.72, seed: 41, deviation: 0.1 },
    description: 'Aggor: ETH / USD',
  },
  {
    feed: 'AGGOR_BTC_USD',
    final: referencePrice('CBBTC'),
    path: { start: 0.97, seed: 43, deviation: 0.1 },
    description: 'Aggor: BTC / USD',
  },
  {
    feed: 'WBTC_USD_ORACLE',
    final: referencePrice('WBTC'),
    path: { start: 0.97, seed: 43, deviation: 0.1 },
    description: 'WBTC/BTC/USD',
  },
  {
    feed: 'GNO_USD_ORACLE',
    final: referencePrice('GNO'),
    path: { start: 0.5, seed: 47, deviation: 0.1 },
    description: 'GNO / USD',
  },
]
/** Staked ether's value in ether, assumed where no price is known. */
const assumedRates: Readonly<Record<string, bigint>> = {
  STETH: 1_190000000000000000n,
  EZETH: 1_070000000000000000n,
  RSETH: 1_055000000000000000n,
}

const stakedRate = (key: string, day: Day): bigint => {
  // the smallest rate at which the oracle's division gives the reference price
  const final = assumedRates[key] ?? (referencePrice(key) * wad + referencePrice('WETH') - 1n) / referencePrice('WETH')
  const left = BigInt(Math.max(0, targetDay - day))
  return final - (final * left * 8n) / 100_000n // 2.9 % a year until then
}

const feedsOn = (day: Day): readonly Call[] =>
  prices.map(({ feed, final, path }) => call(at(feed), 'set(int256)', valueOn(final, path, day)))
const ratesOn = (day: Day): readonly Call[] =>
  stakedEther.map((key) => call(at(key), 'setRate(uint256)', stakedRate(key, day)))

const setUpPrices = (setup: ChainSetup): readonly Call[] => {
  setup.place(at('FIXED_USD_PRICE_FEED'), 'Feed')
  const calls = [
    call(at('FIXED_USD_PRICE_FEED'), 'setUp(string,uint8)', 'Fixed price: 1 USD', 8),
    call(at('FIXED_USD_PRICE_FEED'), 'set(int256)', 100_000_000n),
  ]
  for (const { feed, description } of prices) {
    setup.place(at(feed), 'Feed')
    calls.push(call(at(feed), 'setUp(string,uint8)', description, 8))
  }
  for (const key of stakedEther) {
    if (key === 'STETH') continue
    setup.place(at(`${key}_USD_ORACLE`), 'ExchangeRateOracle')
    calls.push(call(at(`${key}_USD_ORACLE`), 'setUp(address,address)', at(key), at('AGGOR_ETH_USD')))
  }
  for (const [feed, source] of [
    ['SDAI_USD_ORACLE', 'POT'],
    ['SUSDS_USD_ORACLE', 'SUSDS'],
  ] as const) {
    setup.place(at(feed), 'ChiFeed')
    calls.push(call(at(feed), 'setUp(address)', at(source)))
  }
  setup.place(at('SSR_RATE_SOURCE'), 'SsrRateSource')
  setup.place(at('LST_RATE_SOURCE'), 'CappedFallbackRateSource')
  setup.place(at('LST_RATE_SOURCE_CHRONICLE'), 'RateFeed')
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
    ...feedsOn(setup.from),
    ...ratesOn(setup.from),
  ]
}

/** One account for all other savers. */
const savers: Address = '0x5a7e250000000000000000000000000000000001'

const savings: readonly { token: string; final: bigint; path: Path }[] = [
  { token: 'SUSDS', final: 2_400_000_000n * wad, path: { start: 0.8, seed: 61, residual: 0.002 } },
  { token: 'SDAI', final: 310_000_000n * wad, path: { start: 1.2, seed: 67, residual: 0.002 } },
  { token: 'USDS', final: 5_100_000_000n * wad, path: { start: 0.85, seed: 71, residual: 0.002 } },
  { token: 'DAI', final: 3_400_000_000n * wad, path: { start: 1.1, seed: 73, residual: 0.002 } },
]

const savingsOn = (day: Day, all = false): readonly Call[] =>
  savings
    .filter((_, index) => all || day % savings.length === index)
    .map(({ token, final, path }) => assign(at(token), savers, valueOn(final, path, day)))

/** Collateral of the bridged tokens on other chains: never less than their supply. */
const escrows: readonly (readonly [escrow: string, susds: bigint, usds: bigint])[] = [
  ['BASE_ESCROW', 120_000_000n * wad, 110_000_000n * wad],
  ['ARBITRUM_ESCROW', 100_000_000n * wad, 90_000_000n * wad],
  ['OPTIMISM_ESCROW', 75_000_000n * wad, 80_000_000n * wad],
  ['UNICHAIN_ESCROW', 85_000_000n * wad, 85_000_000n * wad],
]

const setUpSavings = (setup: ChainSetup): readonly Call[] => {
  const { from } = setup
  const ward = at('PAUSE_PROXY')
  setup.place(at('POT'), 'Pot')
  return [
    ...placeTokens(setup, ethereum, ['SUSDS'], 'Susds'),
    ...placeTokens(setup, ethereum, ['SDAI'], 'Sdai'),
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

export const setUpEthereum = (setup: ChainSetup): void => {
  setup.place(at('MULTICALL3'), 'Multicall3')
  const tokens = [
    ...placeTokens(setup, ethereum, plainTokens),
    ...placeTokens(setup, ethereum, stakedEther, 'StakedEther'),
    ...placeMkr(setup, at('MKR')),
  ]
  setup.initial.push([...tokens, ...setUpSavings(setup), ...setUpPrices(setup)])
  setup.daily.push((day) => [
    ...dripOn(day),
    ...feedsOn(day),
    ...(day <= targetDay ? ratesOn(day) : []),
    ...savingsOn(day),
  ])
  setUpLayer(setup)
  setUpEthereumMarket(setup)
  setUpFunds(setup)
  setUpEthereumVaults(setup)
  setUpSpk(setup)
  setUpRisk(setup)
}
