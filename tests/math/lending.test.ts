import { calculateHealthFactorFromBalances, getCompoundedBalance, getReserveNormalizedIncome } from '@aave/math-utils'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accruedToTreasury,
  capUsage,
  compoundedInterest,
  healthFactor,
  linearInterest,
  normalizedDebt,
  normalizedIncome,
  pendingToTreasury,
  type ReserveInterest,
  suppliedAgainstCap,
} from '@/lib/math/lending'
import { RAY, rayMul, UINT256_MAX } from '@/lib/math/ray'

const YEAR = 31_536_000
const T0 = 1_750_147_200

/** |a / b − 1|, as a float: what the other library leaves of its own digits. */
const relative = (a: bigint, b: string): number => Math.abs(Number(a) / Number(b) - 1)

const rate = fc.bigInt({ min: 0n, max: RAY / 2n })
const index = fc.bigInt({ min: RAY, max: 3n * RAY })
const span = fc.integer({ min: 0, max: YEAR })

const reserve = (currentRate: bigint, currentIndex: bigint): ReserveInterest => ({
  liquidityIndex: currentIndex,
  currentLiquidityRate: currentRate,
  variableBorrowIndex: currentIndex,
  currentVariableBorrowRate: currentRate,
  lastUpdateTimestamp: T0,
})

describe('interest on a reserve', () => {
  it('is nothing at the instant of the last update', () => {
    expect(linearInterest(RAY, T0, T0)).toBe(RAY)
    expect(compoundedInterest(RAY, T0, T0)).toBe(RAY)
    expect(normalizedIncome(reserve(RAY, 2n * RAY), T0)).toBe(2n * RAY)
    expect(normalizedDebt(reserve(RAY, 2n * RAY), BigInt(T0))).toBe(2n * RAY)
  })

  it('refuses a block before the last update, as the contract would', () => {
    expect(() => linearInterest(RAY, T0, T0 - 1)).toThrow(RangeError)
    expect(() => normalizedDebt(reserve(RAY, RAY), T0 - 1)).toThrow(RangeError)
  })

  it('is the rate itself over a year when linear, and the series of e when compounded', () => {
    expect(linearInterest(RAY / 20n, T0, T0 + YEAR)).toBe((RAY * 105n) / 100n)
    // the contract cuts rate³ to whole ray units (here 3.98 → 3), which over an idle year is worth 5.2e-6
    const series = Number(compoundedInterest(RAY / 20n, T0, T0 + YEAR)) / 1e27
    expect(1 + 0.05 + 0.05 ** 2 / 2 + 0.05 ** 3 / 6 - series).toBeCloseTo(5.2e-6, 7)
  })

  it("agrees with Aave's library on indices, to 1e-9", () => {
    fc.assert(
      fc.property(rate, index, span, (currentRate, currentIndex, seconds) => {
        const income = getReserveNormalizedIncome({
          rate: currentRate.toString(),
          index: currentIndex.toString(),
          lastUpdateTimestamp: T0,
          currentTimestamp: T0 + seconds,
        })
        expect(
          relative(normalizedIncome(reserve(currentRate, currentIndex), T0 + seconds), income.toFixed()),
        ).toBeLessThan(1e-9)
      }),
    )
  })

  it("agrees with Aave's library on debts, to 1e-9", () => {
    // up to two weeks: n³ / 6 units of the cubed term, which contract and library round apart, are then below 1e-9
    const fortnight = fc.integer({ min: 0, max: 14 * 86_400 })
    const principal = 10n ** 27n
    fc.assert(
      fc.property(rate, index, fortnight, (currentRate, currentIndex, seconds) => {
        const debt = getCompoundedBalance({
          principalBalance: principal.toString(),
          reserveIndex: currentIndex.toString(),
          reserveRate: currentRate.toString(),
          lastUpdateTimestamp: T0,
          currentTimestamp: T0 + seconds,
        })
        const ours = rayMul(principal, normalizedDebt(reserve(currentRate, currentIndex), T0 + seconds))
        expect(relative(ours, debt.toFixed())).toBeLessThan(1e-9)
      }),
    )
  })

  it('only grows, and compounds to more than linear', () => {
    fc.assert(
      fc.property(rate, span, (currentRate, seconds) => {
        const now = T0 + seconds
        expect(compoundedInterest(currentRate, T0, now)).toBeGreaterThanOrEqual(linearInterest(currentRate, T0, now))
        expect(linearInterest(currentRate, T0, now + 1)).toBeGreaterThanOrEqual(linearInterest(currentRate, T0, now))
        expect(compoundedInterest(currentRate, T0, now + 1)).toBeGreaterThanOrEqual(
          compoundedInterest(currentRate, T0, now),
        )
      }),
    )
  })
})

describe('what the treasury and the caps take', () => {
  it('is what is stored, scaled by the live index', () => {
    expect(accruedToTreasury(1_000n, (RAY * 11n) / 10n)).toBe(1_100n)
    expect(accruedToTreasury(0n, 5n * RAY)).toBe(0n)
  })

  it("includes the reserve factor's part of interest that is not booked yet", () => {
    expect(pendingToTreasury(1_000_000n, RAY, (RAY * 101n) / 100n, 1_000n)).toBe(1_000n)
    expect(pendingToTreasury(1_000_000n, RAY, RAY, 9_900n)).toBe(0n)
    expect(pendingToTreasury(1_000_000n, RAY, (RAY * 101n) / 100n, 0n)).toBe(0n)
  })

  it('counts depositors and treasury against the supply cap', () => {
    const held = suppliedAgainstCap(900_000_000n, 100_000_000n, (RAY * 105n) / 100n)
    expect(held).toBe(1_050_000_000n)
    expect(capUsage(held, 2_100n, 6)).toBe(RAY / 2n)
    expect(capUsage(held, 1n, 6)).toBe(1_050n * RAY)
  })

  it('has no usage where a cap is 0, which means none', () => {
    expect(capUsage(10n, 0n, 6)).toBeUndefined()
  })
})

describe('a health factor', () => {
  it('is the worked example, to the last digit', () => {
    // 1 000 WETH at 3 110.43126457 USD, threshold 86 %, against 1 980 363.57423 USD
    expect(healthFactor(1_000n * 311_043_126_457n, 8_600n, 198_036_357_423_000n)).toBe(1_350_747_368_987_674_637n)
  })

  it('is unlimited without debt and 0 without collateral', () => {
    expect(healthFactor(1n, 8_000n, 0n)).toBe(UINT256_MAX)
    expect(healthFactor(0n, 8_000n, 1n)).toBe(0n)
  })

  it("agrees with Aave's library, to 1e-9", () => {
    // from 1 000 USD up: on a few dollars the contract's own rounding shows
    const usd = fc.bigInt({ min: 10n ** 11n, max: 10n ** 17n })
    fc.assert(
      fc.property(usd, usd, fc.integer({ min: 5_000, max: 9_700 }), (collateral, debt, threshold) => {
        const theirs = calculateHealthFactorFromBalances({
          collateralBalanceMarketReferenceCurrency: collateral.toString(),
          borrowBalanceMarketReferenceCurrency: debt.toString(),
          currentLiquidationThreshold: threshold,
        })
        const ours = Number(healthFactor(collateral, BigInt(threshold), debt)) / 1e18
        expect(Math.abs(ours / theirs.toNumber() - 1)).toBeLessThan(1e-9)
      }),
    )
  })
})
