import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type RateCurve,
  rateSourceApr,
  ratesAt,
  rateTargetBase,
  rateTargetKinkSlope1,
  supplyRate,
  utilization,
  variableRate,
} from '@/lib/math/rate-curve'
import { RAY } from '@/lib/math/ray'

const bps = (n: number): bigint => (BigInt(n) * RAY) / 10_000n
const ssrApr = (1000000001847694957439350562n - RAY) * 31_536_000n

/** Rate source + 1.25 % at a kink of 95 %, then 15 % more. */
const curve: RateCurve = {
  optimal: bps(9_500),
  base: 0n,
  slope1: rateTargetKinkSlope1(ssrApr, bps(125), 0n),
  slope2: bps(1_500),
}

describe('a kinked rate curve', () => {
  // what Spark's compiled strategy answered for a debt of 1e15 and a cash of debt × (100 − u) / u
  it.each([
    [1n, 744935875555866940244547n],
    [50n, 37246793777793347012227368n],
    [94n, 70023972302251528795453049n],
    [95n, 70768908177808499323232000n],
    [96n, 100768908177809202523232000n],
    [99n, 190768908177807656323232000n],
    [100n, 220768908177807359323232000n],
  ])('at %s %% is what the contract answers', (percent, expected) => {
    const debt = 10n ** 15n
    const cash = (debt * (100n - percent)) / percent
    expect(variableRate(utilization(debt, cash), curve)).toBe(expected)
    expect(ratesAt(debt, cash, curve, 0n).borrowRate).toBe(expected)
  })

  it('charges the base where nothing is borrowed, and pays nothing', () => {
    const based = { ...curve, base: bps(50) }
    expect(ratesAt(0n, 10n ** 18n, based, 1_000n)).toEqual({ utilization: 0n, borrowRate: bps(50), supplyRate: 0n })
    expect(utilization(0n, 0n)).toBe(0n)
    expect(utilization(5n, 0n)).toBe(RAY)
  })

  it('pays on a debt of three units to the last digit, as a strategy without an average over two kinds of debt', () => {
    // 30 % used: 0.0707… × 0.3 / 0.95, then × 0.3 × 0.9, each step rounded half up
    const { borrowRate, supplyRate: paid } = ratesAt(3n, 7n, curve, 1_000n)
    expect(borrowRate).toBe(22348076266676008207336421n)
    expect(paid).toBe(6033980592002522215980833n)
  })

  it('never takes the steep branch of a curve whose kink is at 100 %', () => {
    expect(variableRate(RAY, { ...curve, optimal: RAY })).toBe(curve.slope1)
  })

  it('rises with utilisation, from the base to both slopes', () => {
    const usage = fc.bigInt({ min: 0n, max: RAY })
    expect(variableRate(0n, curve)).toBe(curve.base)
    expect(variableRate(RAY, curve)).toBe(curve.base + curve.slope1 + curve.slope2)
    fc.assert(
      fc.property(usage, usage, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        expect(variableRate(high, curve)).toBeGreaterThanOrEqual(variableRate(low, curve))
      }),
    )
  })

  it('pays suppliers what borrowers pay on the lent part, less the reserve factor', () => {
    expect(supplyRate(bps(500), bps(8_000), 1_000n)).toBe(bps(360))
    expect(supplyRate(bps(500), bps(8_000), 10_000n)).toBe(0n)
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 30n }), fc.bigInt({ min: 0n, max: 10n ** 30n }), (debt, cash) => {
        const rates = ratesAt(debt, cash, curve, 1_000n)
        expect(rates.supplyRate).toBeLessThanOrEqual(rates.borrowRate)
      }),
    )
  })
})

describe('rate targets', () => {
  it('put the source and the spread at the kink, and never below the base', () => {
    // USDC and USDT on 2026-04-17: SSR of 3.75 % APY and a spread of 1.25 %
    const source = (1000000001167363430498603315n - RAY) * 31_536_000n
    expect(rateTargetKinkSlope1(source, bps(125), 0n)).toBe(49313973144203954141840000n)
    // USDT from the spell of 2026-04-23 on: a spread of 0.5 %
    expect(rateTargetKinkSlope1(source, bps(50), 0n)).toBe(41813973144203954141840000n)
    expect(rateTargetKinkSlope1(bps(100), bps(-300), 0n)).toBe(0n)
    expect(rateTargetKinkSlope1(bps(300), bps(100), bps(50))).toBe(bps(350))
  })

  it('read a source at its own scale', () => {
    // WETH on the same day: a staking yield of 18 decimals and a spread of −0.3 %
    expect(rateTargetKinkSlope1(rateSourceApr(24_090_564_414_138_210n, 18), bps(-30), 0n)).toBe(
      21_090_564_414_138_210_000_000_000n,
    )
    expect(rateSourceApr(5n, 27)).toBe(5n)
  })

  it('start the curve at source and spread when the base is the target', () => {
    expect(rateTargetBase(bps(400), bps(-25))).toBe(bps(375))
  })
})
