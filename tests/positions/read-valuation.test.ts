import { zeroAddress } from 'viem'
import { describe, expect, test } from 'vitest'
import { type ChainSlug, type ContractKey, chainBySlug } from '@/lib/chains'
import { aaveOracle } from '@/lib/contracts/aave-oracle'
import { centrifugeShare } from '@/lib/contracts/centrifuge-share'
import { curvePool } from '@/lib/contracts/curve-pool'
import { erc20 } from '@/lib/contracts/erc20'
import { erc4626 } from '@/lib/contracts/erc4626'
import { erc7540Vault } from '@/lib/contracts/erc7540-vault'
import { maplePool } from '@/lib/contracts/maple-pool'
import { psm3 } from '@/lib/contracts/psm3'
import { ssrOracle } from '@/lib/contracts/ssr-oracle'
import { superstateOracle } from '@/lib/contracts/superstate-oracle'
import { superstateToken } from '@/lib/contracts/superstate-token'
import { fixed, toDecimalString } from '@/lib/math/fixed'
import { psm3AssetValue } from '@/lib/math/vault'
import { positionOf } from '@/lib/positions'
import { readValuation } from '@/lib/positions/read-valuation'
import { createReader } from '@/lib/reader/reader'
import { FakeChain } from '../metrics/fake-chain'

const now = 1_751_328_000
const registry = chainBySlug('ethereum').contracts
const addressOf = (key: keyof typeof registry) => registry[key].address
const chain = () => new FakeChain('ethereum', now)

const decimals = (
  fake: FakeChain,
  slug: ChainSlug,
  known: Readonly<Partial<Record<ContractKey, number>>>,
): FakeChain => {
  for (const [key, value] of Object.entries(known)) {
    const deployment = Reflect.get(chainBySlug(slug).contracts, key)
    fake.answer(erc20, deployment.address, 'decimals', [], value)
  }
  return fake
}

const worthOf = async (fake: FakeChain, key: string): Promise<string> => {
  const position = positionOf(fake.slug, key)
  if (position === undefined) throw new Error(`There is no ${key}.`)
  const reader = createReader(fake.session(), chainBySlug(fake.slug), () => undefined)
  return toDecimalString((await readValuation(reader, position.valuation)).value)
}

const wad = 10n ** 18n
const large = 10n ** 36n
const noPrice = expect.objectContaining({ failure: expect.objectContaining({ code: 'no-price' }) })
const price = (fake: FakeChain, asset: keyof typeof registry, raw: bigint) =>
  fake.answer(aaveOracle, addressOf('AAVE_ORACLE'), 'getAssetPrice', [addressOf(asset)], raw)

describe('worth 1 by convention, without a call', () => {
  test.each(['USDC', 'USDE', 'USDS', 'ATOKEN_CORE_USDC', 'ATOKEN_PRIME_USDS', 'BUIDL', 'BUIDLI', 'SUSDE.COOLDOWN'])(
    '%s',
    async (key) => {
      expect(await worthOf(chain(), key)).toBe('1')
    },
  )
})

describe('ether and spTokens at SparkLend’s oracle', () => {
  test.each([
    ['WETH', 'WETH'],
    ['ETH', 'WETH'],
    ['WSTETH', 'WSTETH'],
    ['WEETH', 'WEETH'],
    ['WETH_SPTOKEN', 'WETH'],
    ['USDT_SPTOKEN', 'USDT'],
    ['DAI_SPTOKEN@D3M_SPARK_DAI', 'DAI'],
    ['WSTETH.PENDING_REDEEM', 'WETH'],
  ] as const)('%s by the price of %s', async (key, asset) => {
    expect(await worthOf(price(chain(), asset, 392_831_000_001n), key)).toBe('3928.31000001')
  })

  test('a price of 0, or a refusal, is no price', async () => {
    await expect(worthOf(price(chain(), 'WETH', 0n), 'ETH')).rejects.toEqual(noPrice)
    const silent = chain().revert(aaveOracle, addressOf('AAVE_ORACLE'), 'getAssetPrice', [addressOf('WETH')])
    await expect(worthOf(silent, 'ETH')).rejects.toEqual(noPrice)
    await expect(worthOf(chain(), 'ETH')).rejects.toEqual(noPrice)
  })
})

describe('vaults by one large unit', () => {
  test('shares of 18 places on an asset of 6', async () => {
    const fake = decimals(chain(), 'ethereum', { MORPHO_VAULT_USDC_BC: 18, USDC: 6 })
    fake.answer(
      erc4626,
      addressOf('MORPHO_VAULT_USDC_BC'),
      'convertToAssets',
      [large],
      1_034_234_567_890_123_456_789_012n,
    )
    expect(await worthOf(fake, 'MORPHO_VAULT_USDC_BC')).toBe('1.034234567890123457')
  })

  test('shares and asset of 18 places', async () => {
    const fake = decimals(chain(), 'ethereum', { SUSDE: 18, USDE: 18 })
    fake.answer(erc4626, addressOf('SUSDE'), 'convertToAssets', [large], 1_187_654_321n * 10n ** 27n)
    expect(await worthOf(fake, 'SUSDE')).toBe('1.187654321')
  })

  test('Fluid’s sUSDS once more by the rate of sUSDS', async () => {
    const fake = decimals(chain(), 'ethereum', { FLUID_SUSDS: 18, SUSDS: 18, USDS: 18 })
    fake.answer(erc4626, addressOf('FLUID_SUSDS'), 'convertToAssets', [large], (large * 102n) / 100n)
    fake.answer(erc4626, addressOf('SUSDS'), 'convertToAssets', [large], (large * 1057n) / 1000n)
    expect(await worthOf(fake, 'FLUID_SUSDS')).toBe('1.07814')
  })

  test('Maple by what a holder would get, in the queue too', async () => {
    const fake = decimals(chain(), 'ethereum', { SYRUP_USDC: 6, USDC: 6 })
    fake.answer(maplePool, addressOf('SYRUP_USDC'), 'convertToExitAssets', [large], (large * 1123n) / 1000n)
    fake.answer(maplePool, addressOf('SYRUP_USDC'), 'convertToAssets', [large], (large * 1125n) / 1000n)
    expect(await worthOf(fake, 'SYRUP_USDC')).toBe('1.123')
    expect(await worthOf(fake, 'SYRUP_USDC.PENDING_REDEEM')).toBe('1.123')
  })

  test('shares of 6 places on an asset of 6, as Arkis’ are', async () => {
    const fake = decimals(chain(), 'ethereum', { ARKIS_VAULT: 6, USDC: 6 })
    fake.answer(erc4626, addressOf('ARKIS_VAULT'), 'convertToAssets', [large], (large * 1_012_345n) / 1_000_000n)
    expect(await worthOf(fake, 'ARKIS_VAULT')).toBe('1.012345')
  })

  test('one that has lost everything is worth 0: its own word, not a missing price', async () => {
    const fake = decimals(chain(), 'ethereum', { ARKIS_VAULT: 6, USDC: 6 })
    fake.answer(erc4626, addressOf('ARKIS_VAULT'), 'convertToAssets', [large], 0n)
    expect(await worthOf(fake, 'ARKIS_VAULT')).toBe('0')
  })

  test('one that refuses, as a paused one does, fails, and is not taken for worthless', async () => {
    const fake = decimals(chain(), 'ethereum', { ARKIS_VAULT: 6, USDC: 6 })
    fake.revert(erc4626, addressOf('ARKIS_VAULT'), 'convertToAssets', [large])
    await expect(worthOf(fake, 'ARKIS_VAULT')).rejects.toMatchObject({ failure: { code: 'reverted' } })
  })
})

describe('Curve by the pool’s balances at the coins’ own worth', () => {
  const pool = addressOf('CURVE_SUSDSUSDT')
  const filled = () => {
    const fake = decimals(chain(), 'ethereum', { SUSDS: 18, USDS: 18, USDT: 6 })
    fake.answer(erc4626, addressOf('SUSDS'), 'convertToAssets', [large], (large * 105n) / 100n)
    fake.answer(curvePool, pool, 'decimals', [], 18)
    fake.answer(curvePool, pool, 'balances', [0n], 1000n * wad)
    fake.answer(curvePool, pool, 'balances', [1n], 950_000_000n)
    fake.answer(curvePool, pool, 'coins', [0n], addressOf('SUSDS'))
    return fake.answer(curvePool, pool, 'coins', [1n], addressOf('USDT'))
  }

  test('(1000 sUSDS × 1.05 + 950 USDT) / 1600', async () => {
    const fake = filled().answer(curvePool, pool, 'totalSupply', [], 1600n * wad)
    expect(await worthOf(fake, 'CURVE_SUSDSUSDT')).toBe('1.25')
  })

  test('which coin comes first is the pool’s to say', async () => {
    const fake = filled().answer(curvePool, pool, 'totalSupply', [], 1600n * wad)
    fake.answer(curvePool, pool, 'coins', [0n], addressOf('USDT'))
    fake.answer(curvePool, pool, 'coins', [1n], addressOf('SUSDS'))
    fake.answer(curvePool, pool, 'balances', [0n], 950_000_000n)
    fake.answer(curvePool, pool, 'balances', [1n], 1000n * wad)
    expect(await worthOf(fake, 'CURVE_SUSDSUSDT')).toBe('1.25')
  })

  test('an empty pool has no price', async () => {
    const fake = filled().answer(curvePool, pool, 'totalSupply', [], 0n)
    await expect(worthOf(fake, 'CURVE_SUSDSUSDT')).rejects.toEqual(noPrice)
  })

  test('other coins than expected are a failure, not a guess', async () => {
    const fake = filled().answer(curvePool, pool, 'totalSupply', [], wad)
    fake.answer(curvePool, pool, 'coins', [1n], addressOf('USDC'))
    await expect(worthOf(fake, 'CURVE_SUSDSUSDT')).rejects.toMatchObject({ failure: { code: 'misfit' } })
  })
})

describe('funds at the issuer’s NAV', () => {
  const oracle = addressOf('SUPERSTATE_ORACLE')
  const superstate = (answer: bigint) =>
    chain()
      .answer(superstateToken, addressOf('USTB'), 'superstateOracle', [], oracle)
      .answer(superstateOracle, oracle, 'decimals', [], 6)
      .answer(superstateOracle, oracle, 'latestRoundData', [], [1n, answer, 0n, BigInt(now), 1n])

  test('USTB by the oracle that the token names', async () => {
    expect(await worthOf(superstate(10_670_000n), 'USTB')).toBe('10.67')
  })

  test('an expired oracle, or a value of 0 or less, is no price', async () => {
    await expect(worthOf(superstate(0n), 'USTB')).rejects.toEqual(noPrice)
    await expect(worthOf(superstate(-1n), 'USTB')).rejects.toEqual(noPrice)
    const expired = superstate(1n).revert(superstateOracle, oracle, 'latestRoundData')
    await expect(worthOf(expired, 'USTB')).rejects.toEqual(noPrice)
  })

  test('by the decimals that the oracle has now, not those it had', async () => {
    const changed = superstate(1_067_000_000n).answer(superstateOracle, oracle, 'decimals', [], 8)
    expect(await worthOf(changed, 'USTB')).toBe('10.67')
  })

  const jtrsy = () => decimals(chain(), 'ethereum', { JTRSY: 6, USDC: 6 })
  const valued = (fake: FakeChain, vault: keyof typeof registry, assets: bigint) =>
    fake
      .answer(erc7540Vault, addressOf(vault), 'convertToAssets', [wad], assets)
      .answer(erc7540Vault, addressOf(vault), 'priceLastUpdated', [], BigInt(now - 3600))
  const named = (fake: FakeChain, vault: `0x${string}`) =>
    fake.answer(centrifugeShare, addressOf('JTRSY'), 'vault', [addressOf('USDC')], vault)

  test('JTRSY by the vault that the token names for USDC', async () => {
    const fake = named(
      valued(jtrsy(), 'JTRSY_VAULT_V3_USDC', 1_108_804n * 10n ** 12n),
      addressOf('JTRSY_VAULT_V3_USDC'),
    )
    expect(await worthOf(valued(fake, 'JTRSY_VAULT', wad), 'JTRSY')).toBe('1.108804')
  })

  test('by the registry’s where it names none, or cannot be asked', async () => {
    const fake = () => valued(jtrsy(), 'JTRSY_VAULT', 1_056_000n * 10n ** 12n)
    expect(await worthOf(named(fake(), zeroAddress), 'JTRSY')).toBe('1.056')
    expect(await worthOf(fake(), 'JTRSY.PENDING_REDEEM')).toBe('1.056')
    const refused = fake().revert(centrifugeShare, addressOf('JTRSY'), 'vault', [addressOf('USDC')])
    expect(await worthOf(refused, 'JTRSY.CLAIMABLE_DEPOSIT')).toBe('1.056')
  })

  test('dollars waiting there are dollars', async () => {
    expect(await worthOf(chain(), 'JTRSY.PENDING_DEPOSIT')).toBe('1')
    expect(await worthOf(chain(), 'JTRSY.CLAIMABLE_REDEEM')).toBe('1')
  })
})

describe('other chains', () => {
  const base = chainBySlug('base').contracts

  test('PSM3 shares by convertToAssetValue of a large unit, close to the balance converted', async () => {
    const assets = 149_999_999_999_999_999_999_999_998n
    const shares = 148_221_343_873_517_786_561_264_820n
    const fake = new FakeChain('base', now)
    fake.answer(psm3, base.PSM3.address, 'convertToAssetValue', [large], psm3AssetValue(large, assets, shares))
    const unit = await worthOf(fake, 'PSM3')
    expect(unit).toBe(toDecimalString(fixed((assets * wad + shares / 2n) / shares, 18)))
  })

  const unset = (held: bigint) =>
    new FakeChain('base', now)
      .answer(psm3, base.PSM3.address, 'convertToAssetValue', [large], large)
      .answer(ssrOracle, base.SSR_AUTH_ORACLE.address, 'getConversionRate', [], 0n)
      .answer(erc20, base.SUSDS.address, 'balanceOf', [base.PSM3.address], held)

  test('no PSM3 shares while its oracle was never told a rate and sUSDS would count as 0', async () => {
    await expect(worthOf(unset(1n), 'PSM3')).rejects.toMatchObject({ failure: { code: 'not-set' } })
    expect(await worthOf(unset(0n), 'PSM3')).toBe('1')
  })

  test('nor bridged sUSDS', async () => {
    await expect(worthOf(unset(1n), 'SUSDS')).rejects.toEqual(noPrice)
  })

  test('bridged sUSDS by the SSR oracle', async () => {
    const fake = new FakeChain('base', now)
    fake.answer(
      ssrOracle,
      base.SSR_AUTH_ORACLE.address,
      'getConversionRate',
      [],
      1_057_431_879_559_079_192_649_060_899n,
    )
    expect(await worthOf(fake, 'SUSDS')).toBe('1.057431879559079193')
  })
})

test('what nothing prices has no price', async () => {
  await expect(worthOf(chain(), 'MORPHO_TOKEN')).rejects.toEqual(noPrice)
})
