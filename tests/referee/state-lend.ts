import { type Address, padHex, stringToHex, zeroAddress } from 'viem'
import type { ChainSlug } from '@/lib/chains'
import type { Random } from './random'
import { addressesOf } from './registry'
import type { Scene } from './scene'
import type { Stage } from './stage'

export const reserveDataSignature =
  'getReserveData(address) returns ((uint256,uint128,uint128,uint128,uint128,uint128,uint40,uint16,address,address,address,address,uint128,uint128,uint128))'
export const emodeSignature = 'getEModeCategoryData(uint8) returns ((uint16,uint16,uint16,address,string))'
export const capSignature = (side: 'supply' | 'borrow') =>
  `${side}CapConfigs(address) returns (uint48,uint48,uint48,uint48,uint48)`

const ray = 10n ** 27n
const noCap = 2n ** 36n - 1n

/** What every second market has one of. */
const fates = [
  'plain',
  'paused',
  'empty',
  'zero-price',
  'reverting-oracle',
  'bytes32-symbol',
  'no-symbol',
  'frozen',
] as const
type Fate = (typeof fates)[number]

type Token = { readonly address: Address; readonly decimals: number }

/** A token whose balances are 0 unless said otherwise. */
export const putToken = (stage: Stage, address: Address, decimals: number, symbol: string) => {
  stage
    .set(address, 'decimals() returns (uint8)', [], decimals)
    .set(address, 'symbol() returns (string)', [], symbol)
    .otherwise(address, 'balanceOf(address) returns (uint256)', 0n)
    .set(address, 'totalSupply() returns (uint256)', [], 0n)
}

const configOf = (random: Random, fate: Fate, decimals: number): bigint => {
  const bits = (value: bigint | boolean, shift: number) => BigInt(value) << BigInt(shift)
  const cap = () => random.pick([0n, 1n, noCap, random.amount(9), random.amount(4)])
  const threshold = BigInt(random.pick([0, random.whole(1, 9_500)]))
  return [
    bits(random.between(0n, threshold), 0),
    bits(threshold, 16),
    bits(threshold === 0n ? 0n : BigInt(random.whole(10_000, 11_500)), 32),
    bits(BigInt(decimals), 48),
    bits(fate !== 'plain' || random.chance(0.9), 56),
    bits(fate === 'frozen', 57),
    bits(random.chance(0.7), 58),
    bits(random.chance(0.1), 59),
    bits(fate === 'paused', 60),
    bits(random.chance(0.3), 61),
    bits(random.chance(0.2), 62),
    bits(random.chance(0.5), 63),
    bits(BigInt(random.pick([0, 9_900, 10_000, random.whole(1, 9_899)])), 64),
    bits(cap(), 80),
    bits(cap(), 116),
    bits(BigInt(random.whole(0, 2_000)), 152),
    bits(BigInt(random.whole(0, 4)), 168),
    bits(random.chance(0.3) ? random.amount(6) : 0n, 176),
    bits(random.chance(0.4) ? random.amount(11) % 2n ** 40n : 0n, 212),
  ].reduce((all, part) => all | part, 0n)
}

const putStrategy = (stage: Stage, random: Random): Address => {
  const strategy = random.address()
  if (random.chance(0.1)) return strategy
  const rate = (most: number) => (ray * BigInt(random.whole(0, most))) / 1_000n
  stage
    .set(strategy, 'OPTIMAL_USAGE_RATIO() returns (uint256)', [], rate(999) + ray / 1_000n)
    .set(strategy, 'getBaseVariableBorrowRate() returns (uint256)', [], rate(60))
    .set(strategy, 'getVariableRateSlope1() returns (uint256)', [], rate(90))
    .set(strategy, 'getVariableRateSlope2() returns (uint256)', [], rate(3_000))
  return strategy
}

const putPrice = (stage: Stage, random: Random, oracle: Address, asset: Address, fate: Fate | 'burning-oracle') => {
  const price = 'getAssetPrice(address) returns (uint256)'
  stage.set(oracle, 'getSourceOfAsset(address) returns (address)', [asset], random.address())
  if (fate === 'zero-price') stage.set(oracle, price, [asset], 0n)
  else if (fate === 'burning-oracle') stage.burn(oracle, price, [asset])
  else if (fate === 'reverting-oracle') stage.refuse(oracle, price, [asset])
  else stage.set(oracle, price, [asset], random.amount(13))
}

/** A random market on whatever reserves it happens to have: some that the registry knows, some that nobody does. */
export const putMarket = (
  stage: Stage,
  random: Random,
  slug: ChainSlug,
  { tokens, timestamp, silent }: Pick<Scene, 'tokens' | 'timestamp' | 'silent'>,
) => {
  const registry = addressesOf(slug)
  const at = (name: string) => registry[name] ?? zeroAddress
  const [pool, oracle, automator] = [at('POOL'), at('AAVE_ORACLE'), at('CAP_AUTOMATOR')]
  const known = Object.keys(registry)
    .flatMap((name) => /^(?!.*_STABLE_)(.+)_DEBT_TOKEN$/.exec(name)?.[1] ?? [])
    .filter(() => random.chance(0.55))
  const strangers = Array.from({ length: random.whole(2, 5) }, () => random.address())
  const listed: Token[] = [
    ...known.map((name) => ({ address: at(name), decimals: tokens.get(name) ?? 18 })),
    ...strangers.map((address) => ({ address, decimals: random.pick([0, 2, 6, 8, 18, 24]) })),
  ].sort(() => random.unit() - 0.5)

  const spTokenOf = (asset: Address) => {
    const name = known.find((each) => at(each) === asset)
    return name === undefined ? random.address() : (registry[`${name}_SPTOKEN`] ?? at(`${name}_ATOKEN`))
  }
  const debtTokenOf = (asset: Address) => {
    const name = known.find((each) => at(each) === asset)
    return name === undefined ? random.address() : at(`${name}_DEBT_TOKEN`)
  }

  stage.set(
    pool,
    'getReservesList() returns (address[])',
    [],
    listed.map(({ address }) => address),
  )
  for (const [index, { address: asset, decimals }] of listed.entries()) {
    const fate = fates[index % fates.length] ?? 'plain'
    const empty = fate === 'empty'
    const [spToken, debtToken] = [spTokenOf(asset), debtTokenOf(asset)]
    const stableDebtToken = random.chance(0.1) ? zeroAddress : random.address()
    const stableDebt = random.chance(0.2) ? random.amount(decimals + 4) : 0n
    const rate = () => (empty || random.chance(0.15) ? 0n : random.amount(27 - random.whole(0, 2)))
    const index1 = () => ray + random.amount(27)

    if (!stage.has(asset)) putToken(stage, asset, decimals, `T${index}`)
    const symbol = 'symbol() returns (string)'
    if (fate === 'bytes32-symbol')
      stage.raw(asset, symbol, [], padHex(stringToHex('MKRLIKE'), { dir: 'right', size: 32 }))
    if (fate === 'no-symbol') stage.refuse(asset, symbol, [])
    putToken(stage, spToken, decimals, `sp${index}`)
    putToken(stage, debtToken, decimals, `debt${index}`)
    const supply = 'totalSupply() returns (uint256)'
    stage.set(spToken, supply, [], empty ? 0n : random.amount(decimals + 9))
    stage.set(debtToken, supply, [], empty ? 0n : random.pick([0n, random.amount(decimals + 8)]))
    if (stableDebtToken !== zeroAddress) stage.set(stableDebtToken, supply, [], stableDebt)
    stage.set(asset, 'balanceOf(address) returns (uint256)', [spToken], empty ? 0n : random.amount(decimals + 9))
    stage.set(
      pool,
      reserveDataSignature,
      [asset],
      [
        configOf(random, fate, decimals),
        index1(),
        rate(),
        index1(),
        rate(),
        rate(),
        timestamp - random.pick([0, 1, 3_600, 86_400 * 40]),
        index + (random.chance(0.3) ? 1 : 0),
        spToken,
        stableDebtToken,
        debtToken,
        putStrategy(stage, random),
        random.pick([0n, random.amount(decimals + 4)]),
        0n,
        random.pick([0n, random.amount(9)]),
      ],
    )
    putPrice(stage, random, oracle, asset, fate === 'reverting-oracle' && silent ? 'burning-oracle' : fate)
    if (automator !== zeroAddress && random.chance(0.6)) {
      for (const side of ['supply', 'borrow'] as const)
        stage.set(
          automator,
          capSignature(side),
          [asset],
          random.pick([0, random.whole(1, 2_000_000)]),
          random.whole(0, 50_000),
          43_200,
          5,
          7,
        )
    }
  }
  if (automator !== zeroAddress) {
    for (const side of ['supply', 'borrow'] as const) stage.otherwise(automator, capSignature(side), 0, 0, 0, 0, 0)
  }
  for (let id = 1; id <= 4; id++) {
    const bonus = random.whole(10_000, 10_400)
    stage.set(
      pool,
      emodeSignature,
      [id],
      [random.whole(5_000, 9_000), random.whole(9_000, 9_600), bonus, zeroAddress, `E${id}`],
    )
  }
  stage.set(at('POOL_ADDRESSES_PROVIDER'), 'owner() returns (address)', [], random.address())
  stage.set(at('POOL_ADDRESSES_PROVIDER'), 'getACLAdmin() returns (address)', [], random.address())
  stage.set(at('POOL_ADDRESSES_PROVIDER'), 'getPoolConfigurator() returns (address)', [], at('POOL_CONFIGURATOR'))
  return listed
}
