import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currentRateLimit, isUnlimited, type RateLimit } from '@/lib/math/rate-limit'
import { UINT256_MAX } from '@/lib/math/ray'
import {
  assetsOutstanding,
  convertToAssets,
  convertToShares,
  extrapolatedNav,
  proportionOf,
  psm3AssetValue,
  psm3TotalAssets,
  simpleVaultRate,
} from '@/lib/math/vault'

describe('an ERC-4626 vault with virtual shares', () => {
  it('prices the first share at 1 and floors after', () => {
    expect(convertToAssets(10n ** 18n, 0n, 0n)).toBe(10n ** 18n)
    expect(convertToAssets(10n ** 18n, 0n, 0n, 12)).toBe(10n ** 6n)
    expect(convertToAssets(1n, 999n, 999n)).toBe(1n)
    expect(convertToAssets(3n, 19n, 9n)).toBe(6n)
    expect(convertToShares(1n, 19n, 9n)).toBe(0n)
  })

  it('never gives back more than was put in', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 30n })
    fc.assert(
      fc.property(amount, amount, amount, fc.constantFrom(0, 6, 12), (assets, total, supply, offset) => {
        expect(
          convertToAssets(convertToShares(assets, total, supply, offset), total, supply, offset),
        ).toBeLessThanOrEqual(assets)
      }),
    )
  })

  it('annualises the drip of Savings xDAI without compounding', () => {
    expect(simpleVaultRate(250_000_000_000_000_000n, 80_000_000n * 10n ** 18n)).toBe(98_550_000_000_000_000n)
    expect(() => simpleVaultRate(1n, 0n)).toThrow(RangeError)
  })
})

describe('a Spark vault V2', () => {
  it('owes what is not lying idle, and never less than nothing', () => {
    const chi = 1003205364766513922705779262n
    expect(assetsOutstanding(987_654_321_123_456n, chi, 0n)).toBe(990_820_113_485_880n)
    expect(assetsOutstanding(987_654_321_123_456n, chi, 120_000_000_000_000n)).toBe(870_820_113_485_880n)
    expect(assetsOutstanding(1n, chi, 5n)).toBe(0n)
  })
})

describe('a PSM3', () => {
  const usdc = 12_345_678_901_234n
  const total = psm3TotalAssets(usdc, 1_000n * 10n ** 18n, 2_000n * 10n ** 18n, 1076543210987654321098765432n)

  it('adds three assets at their rates and shares them out', () => {
    expect(total).toBe(12348831987655975308642197n)
    const [held, all] = [11_000_000n * 10n ** 18n, 12_300_000n * 10n ** 18n]
    expect(psm3AssetValue(held, total, all)).toBe(11043670883269571414232859n)
    expect(proportionOf(usdc, held, all)).toBe(11_040_851_049_884n)
  })

  it('prices a share at 1 before the first deposit', () => {
    expect(psm3AssetValue(5n, 0n, 0n)).toBe(5n)
    expect(proportionOf(usdc, 0n, 0n)).toBe(0n)
  })
})

describe('the NAV of a Superstate fund', () => {
  const at = (timestamp: number, navs: bigint): Parameters<typeof extrapolatedNav>[0] => ({
    timestamp,
    effectiveAt: timestamp,
    navs,
  })

  it('goes on along the line of the last two checkpoints', () => {
    expect(extrapolatedNav(at(1756200000, 10_912_345n), at(1756286400, 10_913_600n), 1756400000)).toBe(10_915_250n)
  })

  it('goes down along a falling line, floored by magnitude at each step', () => {
    expect(extrapolatedNav(at(0, 1_001n), at(10, 1_000n), 15)).toBe(1_000n)
    expect(extrapolatedNav(at(0, 1_001n), at(10, 1_000n), 20)).toBe(999n)
  })

  it('refuses two checkpoints at the same time', () => {
    expect(() => extrapolatedNav(at(10, 1n), at(10, 2n), 20)).toThrow(RangeError)
  })
})

describe('a rate limit', () => {
  const limit: RateLimit = {
    maxAmount: 50_000_000_000_000n,
    slope: 578_703_703n,
    lastAmount: 0n,
    lastUpdated: 1_700_000_000n,
  }

  it('refills each second up to its size', () => {
    expect(currentRateLimit(limit, 1_700_000_000)).toBe(0n)
    expect(currentRateLimit(limit, 1_700_003_600)).toBe(2_083_333_330_800n)
    expect(currentRateLimit(limit, 1_700_086_400)).toBe(49_999_999_939_200n)
    expect(currentRateLimit(limit, 1_700_090_000)).toBe(50_000_000_000_000n)
  })

  it('is unlimited at 2^256 − 1 and leaves nothing at 0', () => {
    const unlimited = { ...limit, maxAmount: UINT256_MAX }
    expect(isUnlimited(unlimited)).toBe(true)
    expect(currentRateLimit(unlimited, 1_700_000_001)).toBe(UINT256_MAX)
    expect(currentRateLimit({ maxAmount: 0n, slope: 0n, lastAmount: 0n, lastUpdated: 0n }, 1_700_000_001)).toBe(0n)
  })
})
